import { isClosing, isSentenceEnd, isSpace, isWordCharacter } from './characters';
import type { Span } from './model';

/**
 * Splits `prose[start, end)` into coding units: each ends at 。！？； (with the closing quotes and brackets that
 * follow) or at the end; white space around is left out, and so is what holds nothing to code. Line ends inside
 * do not end a unit; callers pass one paragraph at a time.
 */
export function splitSentences(prose: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (!isSentenceEnd(prose.charCodeAt(i))) continue;
    let to = i + 1;
    while (to < end && isClosing(prose.charCodeAt(to))) to++;
    pushTrimmed(spans, prose, from, to);
    from = to;
    i = to - 1;
  }
  pushTrimmed(spans, prose, from, end);
  return spans;
}

function pushTrimmed(spans: Span[], prose: string, start: number, end: number): void {
  const span = trim(prose, start, end);
  for (let i = span.start; i < span.end; i++) {
    if (isWordCharacter(prose.charCodeAt(i))) {
      spans.push(span);
      return;
    }
  }
}

/** `[start, end)` without the white space at both ends. */
export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
