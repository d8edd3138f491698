/** Most UTF-16 units handed to the tokenizer at once (measured: longer calls block and double its memory). */
export const longestPiece = 2000;

/** No word reaches over one of these. */
const stops = '。；！？\n，';

/** Cuts a text into pieces of at most {@link longestPiece} and joins what each gives. */
export function inPieces(text: string, each: (piece: string) => string[]): string[] {
  if (text.length <= longestPiece) return text === '' ? [] : each(text);
  const all: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    for (const item of each(text.slice(start, end))) all.push(item);
    start = end;
  }
  return all;
}

/** Cuts after a stop where there is one, and never inside a surrogate pair. */
function pieceEnd(text: string, start: number): number {
  const limit = start + longestPiece;
  if (limit >= text.length) return text.length;
  for (let i = limit; i > start; i--) if (stops.includes(text[i - 1] ?? '')) return i;
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

/** Whether all pieces of a text end after stops: then each of its sentences has the same words by itself. */
export function endsAtStops(text: string): boolean {
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    if (!stops.includes(text[at] as string)) continue;
    if (at + 1 - last > longestPiece) return false;
    last = at + 1;
  }
  return text.length - last <= longestPiece;
}
