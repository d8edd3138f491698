/**
 * The beginning of a text, and `…` where there is more of it.
 *
 * @param most Characters that are kept, in UTF-16 units; one fewer where a character would be cut in two.
 */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** {@link clip} of a text on one line. */
export function clipLine(text: string, most: number): string {
  return clip(text.replace(/\s+/g, ' ').trim(), most);
}
