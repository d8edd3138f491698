/** A text without white space: titles are spread by it, and lines end anywhere. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}
