import type { Element, ElementContent, Root, Text } from 'hast';
import { wide } from '../../core/text/characters';

/** In these a line end is one. */
const keepsLines = new Set(['pre', 'textarea']);
/** Between what is before and behind them no words read on. */
const parts = new Set(['br', 'img']);

/** Of headings; the reader of HTML makes every line end of the source `\n`. */
const brokenHere = '\r\n';

const lineEnd = /[ \t]*\r?\n\s*/g;

/**
 * Joins Chinese lines that are broken in the source without the blank that a browser shows, also where the next line
 * begins inside or behind an element. Blanks between elements stay: they may be all that parts two entries.
 *
 * @param root Its texts get new values.
 */
export function joinLines(root: Root): void {
  const pieces: (Text | null)[] = [];
  gather(root, pieces);
  const whole = pieces.map((piece) => piece?.value ?? '\0').join('');
  let at = 0;
  for (const piece of pieces) {
    const { value } = piece ?? { value: '\0' };
    if (piece && (/\S/.test(value) || value === brokenHere)) piece.value = joined(value, at, whole);
    at += value.length;
  }
}

/** A heading's words, whose breaks are where its lines end on the page: Markdown has a heading on one line. */
export function onOneLine(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'br') return { type: 'text', value: brokenHere };
    return { ...child, children: onOneLine(child.children) };
  });
}

/** Joins the lines of a text that stands alone. */
export function joinedLines(text: string): string {
  return joined(text, 0, text);
}

/** Texts in order; null for what parts them. */
function gather(node: Root | Element, into: (Text | null)[]): void {
  for (const child of node.children)
    if (child.type === 'text') into.push(child);
    else if (child.type === 'element') {
      if (keepsLines.has(child.tagName) || parts.has(child.tagName)) into.push(null);
      else gather(child, into);
    }
}

/** @param start Where the text stands in `whole`. */
function joined(text: string, start: number, whole: string): string {
  return text.replace(lineEnd, (found: string, offset: number) => {
    const before = start + offset;
    const isWide = wide.test(lastOf(whole, before)) && wide.test(firstOf(whole, before + found.length));
    return isWide ? '' : found;
  });
}

/** The last character before a place that is no white space. */
function lastOf(text: string, end: number): string {
  let at = end - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at--;
  return text.charAt(at);
}

/** The first one from a place on. */
function firstOf(text: string, start: number): string {
  let at = start;
  while (/\s/.test(text.charAt(at))) at++;
  return text.charAt(at);
}
