import { countWhile } from '../bisect';
import type { ParsedDocument, Span } from './model';

type Readable = Pick<ParsedDocument, 'prose' | 'seams'>;

/** A stretch of a document as it is read: without the {@link ParsedDocument.seams} in it. */
export interface Reading {
  readonly text: string;
  /** True where there is no seam in it: then `text` is the document's prose. */
  readonly isAsWritten: boolean;
  /** The same for two stretches that read alike and have the same places. */
  readonly key: string;
  /** From a stretch of the document to one of `text`. */
  toText(span: Span): Span;
  /** The way back. */
  toSource(span: Span): Span;
}

/** How a stretch of a document reads on. */
export function readingOf({ prose, seams }: Readable, { start, end }: Span): Reading {
  const text = prose.slice(start, end);
  const inside = within(seams, start, end);
  if (inside.length === 0)
    return {
      text,
      isAsWritten: true,
      key: text,
      toText: (span) => shifted(span, -start),
      toSource: (span) => shifted(span, start),
    };
  const parts: string[] = [];
  /** Of every part, where it stands in the text and in the document. */
  const inText = [0];
  const inSource = [start];
  let length = 0;
  let at = start;
  for (const seam of inside) {
    const part = prose.slice(at, seam.start);
    parts.push(part);
    length += part.length;
    at = seam.end;
    inText.push(length);
    inSource.push(at);
  }
  parts.push(prose.slice(at, end));
  return {
    text: parts.join(''),
    isAsWritten: false,
    // No paragraph begins with a line end, so none without seams has such a key.
    key: `\n${inside.map((seam) => `${String(seam.start - start)}-${String(seam.end - start)}`).join()}|${text}`,
    toText: (span) => moved(span, inSource, inText),
    toSource: (span) => moved(span, inText, inSource),
  };
}

/** The words of a stretch as they are read. */
export function wordsIn(document: Readable, span: Span): string {
  const { prose, seams } = document;
  return within(seams, span.start, span.end).length === 0
    ? prose.slice(span.start, span.end)
    : readingOf(document, span).text;
}

/** The same stretch, `by` units further on. */
export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** What of `seams`, which rise, stands in a stretch. */
function within(seams: readonly Span[], start: number, end: number): readonly Span[] {
  if (seams.length === 0) return seams;
  let at = countWhile(seams, (seam) => seam.end <= start);
  const inside: Span[] = [];
  for (let seam = seams[at]; seam && seam.start < end; seam = seams[++at])
    inside.push({ start: Math.max(seam.start, start), end: Math.min(seam.end, end) });
  return inside;
}

/** Both ends move with the part they stand in; at a seam, the start with the part behind and the end with that before. */
function moved({ start, end }: Span, from: readonly number[], to: readonly number[]): Span {
  const first = lastAtMost(from, start);
  const last = lastAtMost(from, Math.max(start, end - 1));
  return {
    start: start - (from[first] ?? 0) + (to[first] ?? 0),
    end: end - (from[last] ?? 0) + (to[last] ?? 0),
  };
}

/** The place of the last of rising numbers that is at most `value`. */
function lastAtMost(numbers: readonly number[], value: number): number {
  return Math.max(0, countWhile(numbers, (number) => number <= value) - 1);
}
