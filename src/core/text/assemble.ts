import { headingAt, type HeadingMark } from './outline/headings';
import type { Block, BlockKind, Numbering, ParsedDocument, Section, Sentence, Span } from './model';
import { numberingAt } from './outline/numbering';
import { readingOf } from './reading';
import { splitSentences } from './sentences';

/** A paragraph as a format's reader found it. */
export interface RawBlock extends Span {
  readonly kind: BlockKind;
  /** Set where the format itself says that this is a heading (Markdown `#`), with its rank. */
  readonly rank?: number;
  /** True for the document's title, which opens no section. */
  readonly isTitle?: boolean;
}

interface OpenSection extends Section {
  readonly rank: number;
  readonly numbering: Numbering | null;
  /** Opened by a heading of the format's, or by a paragraph that goes on from one. */
  readonly isMarked: boolean;
  end: number;
}

/** A paragraph with its sentences found, as it is read. */
interface ReadBlock {
  readonly raw: RawBlock;
  /** What the spans are stretches of. */
  readonly read: string;
  readonly spans: readonly Span[];
  readonly first: Span;
  readonly mark: HeadingMark | null;
  /** From a stretch of `read` to one of the text. */
  readonly place: (span: Span) => Span;
}

/** Paragraphs between two slices: read in some milliseconds. */
const blocksInSlice = 500;

/** What a format's reader knows of a text besides its paragraphs. */
type Ground = Omit<ParsedDocument, 'title' | 'blocks' | 'sentences' | 'sections'>;

/**
 * Turns paragraphs into the document model: sentences, headings, the section tree; yields between slices of them.
 *
 * @param rawBlocks In text order, not overlapping.
 */
export function* assemble(ground: Ground, rawBlocks: readonly RawBlock[]): Generator<void, ParsedDocument> {
  const assembly = new Assembly(ground.text.length);
  let waiting: ReadBlock | null = null;
  for (const [index, raw] of rawBlocks.entries()) {
    if (index % blocksInSlice === blocksInSlice - 1) yield;
    const block = readBlock(ground, raw);
    if (!block) continue;
    if (waiting) assembly.add(asItem(waiting, block));
    waiting = block;
  }
  if (waiting) assembly.add(asItem(waiting, null));
  const { title, blocks, sentences, sections } = assembly;
  return { ...ground, title, blocks, sentences, sections };
}

/** Null where a paragraph holds nothing to code. */
function readBlock(document: Pick<ParsedDocument, 'prose' | 'seams'>, raw: RawBlock): ReadBlock | null {
  const reading = readingOf(document, raw);
  // Prose is one string; what is cut out of it is slower to read.
  const [read, from, to] = reading.isAsWritten
    ? [document.prose, raw.start, raw.end]
    : [reading.text, 0, reading.text.length];
  const spans = splitSentences(read, from, to);
  const first = spans[0];
  if (!first) return null;
  const place = (span: Span): Span => (reading.isAsWritten ? span : reading.toSource(span));
  return { raw, read, spans, first, mark: markOf(raw, read, spans, first), place };
}

function markOf(raw: RawBlock, read: string, spans: readonly Span[], first: Span): HeadingMark | null {
  if (raw.isTitle) return null;
  if (raw.rank === undefined) return headingAt(read, spans);
  return { rank: raw.rank, numbering: numberingAt(read, first.start, first.end) };
}

/**
 * （三）选派科技特派员。（牵头单位：市科技局） is a measure and not a heading, unless something stands below it: of a list of
 * tasks each has its office in brackets.
 */
function asItem(block: ReadBlock, next: ReadBlock | null): ReadBlock {
  const { raw, read, spans, first, mark } = block;
  if (!mark || raw.rank !== undefined || spans.length < 2) return block;
  if (!isBracketed(read.slice(first.end, spans.at(-1)?.end))) return block;
  const isAlone = next === null || (next.mark ? next.mark.rank <= mark.rank : isSibling(mark, next));
  return isAlone ? { ...block, mark: null } : block;
}

/** Whether a paragraph that is no heading has a number of the same level as a heading. */
function isSibling({ numbering }: HeadingMark, { read, first }: ReadBlock): boolean {
  return numbering !== null && numberingAt(read, first.start, first.end)?.scheme === numbering.scheme;
}

function isBracketed(words: string): boolean {
  return /^\s*[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]\s*$/.test(words);
}

/** The document model as far as it has been put together. */
class Assembly {
  readonly blocks: Block[] = [];
  readonly sentences: Sentence[] = [];
  title = -1;
  private readonly opened: OpenSection[];
  /** The section that is open, and those around it. */
  private readonly stack: OpenSection[];

  constructor(private readonly length: number) {
    const place = { index: 0, parent: -1, level: 0, heading: -1, title: '', start: 0, end: length };
    const whole = { ...place, rank: -1, numbering: null, isMarked: false };
    this.opened = [whole];
    this.stack = [whole];
  }

  get sections(): Section[] {
    return this.opened.map(({ index, parent, level, heading, title, start, end }) => ({
      index,
      parent,
      level,
      heading,
      title,
      start,
      end,
    }));
  }

  add({ raw, read, spans, first, mark, place }: ReadBlock): void {
    if (mark) {
      const name = read.slice(mark.numbering?.label.end ?? first.start, first.end).replace(/[。\s]+$/, '');
      const before = this.continuedBy(raw, mark);
      const rank = before?.rank ?? mark.rank;
      this.open(
        { rank, numbering: mark.numbering, isMarked: raw.rank !== undefined || !!before },
        name,
        raw.start,
      );
    }
    const section = (this.stack.at(-1) ?? this.opened[0])?.index ?? 0;
    const isWholeHeading =
      raw.isTitle === true || raw.kind === 'heading' || (mark !== null && spans.length === 1);
    const block: Block = {
      index: this.blocks.length,
      kind: isWholeHeading ? 'heading' : raw.kind,
      start: raw.start,
      end: raw.end,
      section,
      firstSentence: this.sentences.length,
      lastSentence: this.sentences.length + spans.length,
    };
    this.blocks.push(block);
    if (raw.isTitle && this.title < 0) this.title = this.sentences.length;
    spans.forEach((span, position) => {
      const numbering = position === 0 && mark ? mark.numbering : numberingAt(read, span.start, span.end);
      this.sentences.push({
        index: this.sentences.length,
        ...place(span),
        block: block.index,
        section,
        isHeading: isWholeHeading || (mark !== null && position === 0),
        numbering: numbering && { ...numbering, label: place(numbering.label) },
      });
    });
  }

  /** The Markdown heading whose numbers a paragraph goes on with, its `##` forgotten: `五、` below `## 四、`. */
  private continuedBy({ kind, rank }: RawBlock, { numbering }: HeadingMark): OpenSection | null {
    if (kind !== 'paragraph' || rank !== undefined || !numbering) return null;
    const before = this.stack.findLast((open) => open.numbering?.scheme === numbering.scheme);
    return before?.isMarked && before.numbering?.value === numbering.value - 1 ? before : null;
  }

  /** Closes what the new heading ends and opens its section, which begins with the heading's markup. */
  private open(
    heading: Pick<OpenSection, 'rank' | 'numbering' | 'isMarked'>,
    title: string,
    start: number,
  ): void {
    const { stack } = this;
    const { rank } = heading;
    for (let top = stack.at(-1); top && top.rank >= rank; top = stack.at(-1)) {
      top.end = start;
      stack.pop();
    }
    const parent = stack.at(-1);
    const opened: OpenSection = {
      index: this.opened.length,
      parent: parent?.index ?? 0,
      level: stack.length,
      heading: this.sentences.length,
      ...heading,
      title,
      start,
      end: parent?.end ?? this.length,
    };
    this.opened.push(opened);
    stack.push(opened);
  }
}
