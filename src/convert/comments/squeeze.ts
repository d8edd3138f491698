/**
 * What differs between a text and its other form: references to footnotes and boxes to tick as import writes them, white
 * space, marks of Markdown that a Word file may lack, and the hyphens that are no text there but elements of their own
 * (ECMA-376 Part 1, §17.3.3.18 and §17.3.3.29).
 */
const loose = /\\?\[(?:\d+|[ x])\\?\]|[\s*\\\u00ad\u2011]/g;

/** A text without what may differ between its forms, and where each unit of it stands in the text. */
export interface Squeezed {
  readonly text: string;
  readonly places: readonly number[];
}

export function squeeze(text: string): Squeezed {
  const pieces: string[] = [];
  const places: number[] = [];
  let from = 0;
  const keep = (end: number): void => {
    pieces.push(text.slice(from, end));
    for (; from < end; from++) places.push(from);
  };
  for (const { index, 0: left } of text.matchAll(loose)) {
    keep(index);
    from = index + left.length;
  }
  keep(text.length);
  return { text: pieces.join(''), places };
}
