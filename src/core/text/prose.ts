import type { RawBlock } from './assemble';
import type { Span } from './model';

/** A line end inside a paragraph with the white space and the marks of quotes behind it. */
const softBreak = /\r?\n[ \t]*(?:>[ \t]*)*/g;
/** What stands for a character in Markdown without being it: `\\` of an escape, and all of a character reference. */
const writtenOtherwise = /\\(?=[!-/:-@[-`{-~])|&(?:#\d{1,7}|#[Xx][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/g;
const latin = /[\p{Script=Latin}\p{Nd}]/u;

/** What a reader of Markdown finds of prose, in text order. */
export class Collected {
  readonly blocks: RawBlock[] = [];
  readonly kept: Span[] = [];
  /** See {@link ParsedDocument.seams}. */
  readonly seams: Span[] = [];
  readonly comments: Span[] = [];
  private readsOn = false;

  /** @param source The text that all offsets are of. */
  constructor(private readonly source: string) {}

  /** What follows is a paragraph of its own. */
  block(block: RawBlock): void {
    this.blocks.push(block);
    this.readsOn = false;
  }

  /** What follows does not read on from what was before: something that is no prose stands between. */
  part(): void {
    this.readsOn = false;
  }

  /** Prose, maybe of several lines. @param value What it says. */
  text({ start, end }: Span, value: string): void {
    const source = this.source.slice(start, end);
    const between = [
      ...(source.includes('\n') ? source.matchAll(softBreak) : []),
      ...(source === value ? [] : source.matchAll(writtenOtherwise)),
    ];
    let at = start;
    for (const { 0: found, index } of between.sort((a, b) => a.index - b.index)) {
      this.piece(at, found.includes('\n') ? this.trimmed(at, start + index) : start + index);
      at = start + index + found.length;
    }
    this.piece(at, end);
  }

  /** The end of a line without the white space before it. */
  private trimmed(start: number, end: number): number {
    let last = end;
    while (last > start && /[ \t]/.test(this.source.charAt(last - 1))) last--;
    return last;
  }

  private piece(start: number, end: number): void {
    const before = this.kept.at(-1);
    if (this.readsOn && before) this.seam(before.end, start);
    this.kept.push({ start, end });
    this.readsOn = true;
  }

  /** A line end between two words of Latin letters is the blank between them. */
  private seam(start: number, end: number): void {
    if (start === end) return;
    const { source } = this;
    const isBlank =
      /\n/.test(source.slice(start, end)) &&
      latin.test(source.charAt(start - 1)) &&
      latin.test(source.charAt(end));
    if (!isBlank) this.seams.push({ start, end });
  }
}
