/** Properties of paragraphs that are written, in what is given to the converter. */
import { child, children } from '../xml';
import { element } from './file';

/** Gives a paragraph another style. */
export function setStyle(document: Document, paragraph: Element, id: string): void {
  const properties = propertiesOf(document, paragraph);
  for (const old of children(properties, 'pStyle')) properties.removeChild(old);
  const style = element(document, paragraph, 'pStyle');
  style.setAttributeNS(paragraph.namespaceURI, 'w:val', id);
  properties.insertBefore(style, properties.firstChild);
}

/** Takes a paragraph out of its list, also out of that of its style (ECMA-376 Part 1, §17.9.18). */
export function switchOffNumber(document: Document, paragraph: Element): void {
  const properties = propertiesOf(document, paragraph);
  for (const old of children(properties, 'numPr')) properties.removeChild(old);
  const off = element(document, paragraph, 'numPr');
  for (const name of ['ilvl', 'numId']) {
    const part = element(document, paragraph, name);
    part.setAttributeNS(paragraph.namespaceURI, 'w:val', '0');
    off.appendChild(part);
  }
  properties.appendChild(off);
}

function propertiesOf(document: Document, paragraph: Element): Element {
  const found = child(paragraph, 'pPr');
  if (found) return found;
  const made = element(document, paragraph, 'pPr');
  paragraph.insertBefore(made, paragraph.firstChild);
  return made;
}
