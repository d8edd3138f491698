import { isTypedEntry } from '../typed/contents';
import { attributeOf, child, children } from '../xml';
import { isInside, textOf } from './file';
import { styleOf, type WordStyles } from './styles';

/** Of Word, in English and Chinese, and of WPS for a table that it made by itself. */
const styleName = /^(?:toc|(?:WPSOffice手动)?目录)\s*\d+$/i;

/**
 * Whether a paragraph is a line of a table of contents: by its style, or by dots up to the number of a page, which in a
 * cell of a form lead to what is filled in.
 */
export function isInContents(paragraph: Element, styles: WordStyles): boolean {
  if (styleName.test(styles.nameOf(styleOf(paragraph)))) return true;
  const text = textOf(paragraph).trim();
  if (!/[\dIVXivx]$/.test(text) || isInside(paragraph, 'tbl')) return false;
  return isTypedEntry(text) || leadsToNumber(paragraph);
}

/** Whether there are dots of a tabulator up to a number at the end (ECMA-376 Part 1, §17.3.1.37). */
function leadsToNumber(paragraph: Element): boolean {
  const stops = children(child(child(paragraph, 'pPr'), 'tabs'), 'tab');
  const hasDots = stops.some((stop) =>
    /^(?:dot|middleDot|hyphen|underscore)$/.test(attributeOf(stop, 'leader') ?? ''),
  );
  if (!hasDots) return false;
  const words = Array.from(paragraph.getElementsByTagName('*'))
    .filter(
      ({ localName, parentNode }) =>
        /^(?:t|tab)$/.test(localName) && (parentNode as Element).localName === 'r',
    )
    .map(({ localName, textContent }) => (localName === 'tab' ? '\t' : (textContent ?? '')))
    .join('');
  return /\t\s*\d{1,4}\s*$/.test(words);
}
