import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { RawBlock } from '../assemble';
import { wide } from '../characters';
import type { Span } from '../model';
import { paragraphsIn, softBreak } from '../outline/numberedLines';

/** An escape, with what it stands before. */
const escape = /\\[!-/:-@[-`{-~]/g;
const reference = /&(?:#(\d{1,7})|#[Xx]([\dA-Fa-f]{1,6})|([A-Za-z][\dA-Za-z]{1,31}));/g;
/**
 * Marks of bold that CommonMark takes for text: beside punctuation a mark must have a blank or punctuation on its
 * other side, and Chinese has no blanks.
 */
const bold = /\*{2,3}/g;
const boldPair = /(\*{2,3})([^*]+)\1/g;
/** Whether a line end between two characters is no blank: in Chinese a line may be broken anywhere. */
export function joinsLines(before: string, after: string): boolean {
  return wide.test(before) || wide.test(after);
}

/** What a reader of Markdown finds of prose, in text order. */
export class Collected {
  readonly blocks: RawBlock[] = [];
  readonly kept: Span[] = [];
  /** See {@link ParsedDocument.seams}. */
  readonly seams: Span[] = [];
  readonly html: Span[] = [];
  private readsOn = false;

  /** @param source The text that all offsets are of. */
  constructor(private readonly source: string) {}

  /** What follows is a paragraph of its own. */
  block(block: RawBlock): void {
    this.blocks.push(block);
    this.readsOn = false;
  }

  /** What follows is a paragraph of Markdown, which may hold several of an official text. */
  paragraph({ kind, ...span }: RawBlock): void {
    // In an item of a list, 2. goes on with the 1. that is Markdown's own.
    const counts = kind !== 'listItem';
    for (const part of paragraphsIn(this.source, span, counts)) this.block({ ...part, kind });
  }

  /** What follows does not read on from what was before: something that is no prose stands between. */
  part(): void {
    this.readsOn = false;
  }

  /** Prose, maybe of several lines. @param value What it says. */
  text({ start, end }: Span, value: string): void {
    let at = start;
    for (const gap of this.gapsIn(start, end, value)) {
      this.piece(at, gap.start);
      if (gap.isBlank) this.part();
      at = Math.max(at, gap.end);
    }
    this.piece(at, end);
  }

  /** What is no prose in a text: line ends, and what says how something else is meant. */
  private gapsIn(start: number, end: number, value: string): Gap[] {
    const source = this.source.slice(start, end);
    const gaps: Gap[] = [];
    const add = (from: number, to: number, isBlank = false): void => {
      gaps.push({ start: start + from, end: start + to, isBlank });
    };
    for (const { 0: found, index } of source.matchAll(softBreak)) {
      let from = index;
      while (/[ \t]/.test(source.charAt(from - 1))) from--;
      add(from, index + found.length);
    }
    if (source.includes('**')) for (const mark of unreadMarks(source)) add(mark.start, mark.end);
    if (source !== value) {
      for (const { index } of source.matchAll(escape)) add(index, index + 1);
      for (const { 0: found, 1: decimal, 2: hex, 3: name, index } of source.matchAll(reference)) {
        const character = characterOf(decimal, hex, name);
        if (character === null) continue;
        // The sign itself begins its reference.
        add(index + (character === '&' ? 1 : 0), index + found.length, /^\s/.test(character));
      }
    }
    return gaps.sort((a, b) => a.start - b.start);
  }

  private piece(start: number, end: number): void {
    if (start >= end) return;
    const before = this.kept.at(-1);
    if (this.readsOn && before) this.seam(before.end, start);
    this.kept.push({ start, end });
    this.readsOn = true;
  }

  /** A line end is a blank, but not between characters of which one is Chinese. */
  private seam(start: number, end: number): void {
    if (start === end) return;
    const { source } = this;
    const isBlank =
      /[\r\n]/.test(source.slice(start, end)) && !joinsLines(source.charAt(start - 1), source.charAt(end));
    if (!isBlank) this.seams.push({ start, end });
  }
}

/** Marks of bold that are left in a text: beside Chinese, or with one that is (`**2.甲乙。**丙`). */
function unreadMarks(source: string): Span[] {
  const isBeside = (start: number, end: number): boolean =>
    wide.test(source.charAt(start - 1)) || wide.test(source.charAt(end));
  const marks = [...source.matchAll(bold)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    .filter(({ start, end }) => isBeside(start, end));
  const known = new Set(marks.map(({ start }) => start));
  for (const { 0: found, 1: mark = '', index } of source.matchAll(boldPair)) {
    const opening = { start: index, end: index + mark.length };
    const closing = { start: index + found.length - mark.length, end: index + found.length };
    if (known.has(opening.start) === known.has(closing.start)) continue;
    marks.push(known.has(opening.start) ? closing : opening);
  }
  return marks;
}

/** A stretch that is no prose; one that stands for a blank parts what is around it. */
interface Gap extends Span {
  readonly isBlank: boolean;
}

/** What a character reference stands for; null where it is none. */
function characterOf(
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string | null {
  if (name !== undefined) return decodeNamedCharacterReference(name) || null;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
