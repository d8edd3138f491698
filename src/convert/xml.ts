/** Reading of XML, whatever its namespaces and prefixes: the formats that are archives of it have several. */
import { DOMParser } from '@xmldom/xmldom';
import { decodeMarkup } from './decodeMarkup';

/**
 * @param onFault Told of markup that is cut off or broken, where what could be read of it is read.
 * @throws where it is no XML.
 */
export function parseXml(bytes: Uint8Array, onFault?: () => void): Document {
  const fail = (reason: unknown): never => {
    throw new Error(String(reason));
  };
  return new DOMParser({
    errorHandler: {
      // What is left open at the end is a warning only.
      warning: (reason) => {
        if (String(reason).includes('unclosed')) onFault?.();
      },
      error: () => onFault?.(),
      fatalError: fail,
    },
  }).parseFromString(decodeMarkup(bytes).text, 'text/xml');
}

/** The outermost element of a part that may be absent. */
export function rootOf(bytes: Uint8Array | undefined): Element | null {
  return bytes ? parseXml(bytes).documentElement : null;
}

/** Child elements of a local name; none of what is not there. */
export function children(element: Element | null, name: string): Element[] {
  return elementsIn(element).filter(({ localName }) => localName === name);
}

/** Child elements; none of what is not there. */
export function elementsIn(element: Element | null): Element[] {
  const found: Element[] = [];
  for (let node = element?.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) found.push(node as Element);
  return found;
}

/** The first child element of a local name, or null. */
export function child(element: Element | null, name: string): Element | null {
  return children(element, name)[0] ?? null;
}

/** An attribute by its local name. */
export function attributeOf(element: Element, name: string): string | null {
  return Array.from(element.attributes).find(({ localName }) => localName === name)?.value ?? null;
}
