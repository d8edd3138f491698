/** Marks, targets of links, and line ends with what begins the next line. */
const marks = /[*_`[]|\](?:\([^()\n]*\))?|\r?\n[ \t>]*/g;

/**
 * A piece of Markdown without what looks like marks that part no words. A guess from the characters alone, for pieces
 * whose document is not at hand, and as a quick look; see `reading.ts` for what a document reads.
 */
export function withoutMarks(text: string): string {
  return text.replace(marks, '');
}

/** Whether a mark of emphasis stands at an offset. */
export function isEmphasisMark(text: string, at: number): boolean {
  return at < text.length && '*_~'.includes(text.charAt(at));
}
