/**
 * The beginning of a text, and `…` where there is more of it.
 *
 * @param most Characters that are kept, in UTF-16 units; one fewer where a character would be cut in two.
 */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A place in a text, or the next one where a character would be cut in two. */
export function wholeFrom(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** {@link clip} of a text on one line. */
export function clipLine(text: string, most: number): string {
  return clip(text.replace(/\s+/g, ' ').trim(), most);
}
