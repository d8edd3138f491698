import { assemble, type RawBlock } from './assemble';
import { plainFrontMatter } from './frontMatter';
import { headingAt, isShortLine, unnumberedRank } from './outline/headings';
import type { ParsedDocument, Span } from './model';
import { splitSentences, trim } from './sentences';
import { isTitleLine, titleLines } from './title';

/** Lines between two slices: looked at in some milliseconds. */
const linesInSlice = 1000;

/** Plain text: one paragraph a line, behind front matter if there is any. Total and linear; yields between slices. */
export function* parsePlain(text: string): Generator<void, ParsedDocument> {
  const frontMatter = plainFrontMatter(text);
  const from = frontMatter?.whole.end ?? 0;
  const lines = yield* linesOf(text, from);
  const blocks: RawBlock[] = [];
  let inFront = true;
  for (const [index, line] of lines.entries()) {
    if (index % linesInSlice === linesInSlice - 1) yield;
    inFront &&= index < titleLines && isTitleLine(text.slice(line.start, line.end));
    if (inFront) {
      blocks.push({ ...line, kind: 'heading', isTitle: true });
      continue;
    }
    const next = lines[index + 1];
    if (next && next.end - next.start > 2 * (line.end - line.start) && isPlainHeading(text, line))
      blocks.push({ ...line, kind: 'heading', rank: unnumberedRank });
    else blocks.push({ ...line, kind: 'paragraph' });
  }
  const prose = text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from);
  const ground = { text, prose, seams: [], format: 'plain', frontMatter: frontMatter?.body ?? null } as const;
  return yield* assemble({ ...ground, html: [] }, blocks);
}

/**
 * The lines that hold anything, without white space around them; yields between slices.
 *
 * @param from Where front matter ends.
 */
export function* linesOf(text: string, from: number): Generator<void, Span[]> {
  const lines: Span[] = [];
  let start = from;
  const add = (end: number): void => {
    const line = trim(text, start, end);
    if (line.end > line.start) lines.push(line);
    start = end + 1;
  };
  // A lone \r ends a line, too, as in editors; between \r and \n there is only an empty line, which is none.
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = from;
  let ends = 0;
  for (const { index } of text.matchAll(lineEnd)) {
    add(index);
    if (++ends % linesInSlice === 0) yield;
  }
  add(text.length);
  return lines;
}

function isPlainHeading(text: string, line: Span): boolean {
  if (line.end - line.start > 40) return false;
  const sentences = splitSentences(text, line.start, line.end);
  return isShortLine(text, sentences) && headingAt(text, sentences) === null;
}
