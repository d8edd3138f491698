import { headingAt, type HeadingMark } from './headings';
import type { Block, BlockKind, DocumentFormat, ParsedDocument, Section, Sentence, Span } from './model';
import { numberingAt } from './numbering';
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

interface OpenSection extends Span {
  readonly index: number;
  readonly parent: number;
  readonly level: number;
  readonly heading: number;
  readonly title: string;
  readonly rank: number;
  end: number;
}

/**
 * Turns paragraphs into the document model: sentences, headings, the section tree.
 *
 * @param blocks In text order, not overlapping.
 */
export function assemble(
  text: string,
  { prose, seams }: Pick<ParsedDocument, 'prose' | 'seams'>,
  format: DocumentFormat,
  rawBlocks: readonly RawBlock[],
  frontMatter: Span | null,
  comments: readonly Span[],
): ParsedDocument {
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  const sections: OpenSection[] = [
    { index: 0, parent: -1, level: 0, heading: -1, title: '', rank: -1, start: 0, end: text.length },
  ];
  const stack: OpenSection[] = [sections[0] as OpenSection];
  let title = -1;

  for (const raw of rawBlocks) {
    const reading = readingOf({ prose, seams }, raw);
    // Prose is one string; what is cut out of it is slower to read.
    const [read, from, to] = reading.isAsWritten
      ? [prose, raw.start, raw.end]
      : [reading.text, 0, reading.text.length];
    const spans = splitSentences(read, from, to);
    const first = spans[0];
    if (!first) continue;
    const mark: HeadingMark | null = raw.isTitle
      ? null
      : raw.rank === undefined
        ? headingAt(read, spans)
        : { rank: raw.rank, numbering: numberingAt(read, first.start, first.end) };
    if (mark) {
      const name = read.slice(mark.numbering?.label.end ?? first.start, first.end).replace(/[。\s]+$/, '');
      openSection(stack, sections, mark.rank, name, raw.start, sentences.length, text.length);
    }
    const place = (span: Span): Span => (reading.isAsWritten ? span : reading.toSource(span));
    const section = (stack.at(-1) ?? sections[0])?.index ?? 0;
    const isWholeHeading =
      raw.isTitle === true || raw.kind === 'heading' || (mark !== null && spans.length === 1);
    const block: Block = {
      index: blocks.length,
      kind: isWholeHeading ? 'heading' : raw.kind,
      start: raw.start,
      end: raw.end,
      section,
      firstSentence: sentences.length,
      lastSentence: sentences.length + spans.length,
    };
    blocks.push(block);
    if (raw.isTitle && title < 0) title = sentences.length;
    spans.forEach((span, position) => {
      const numbering = position === 0 && mark ? mark.numbering : numberingAt(read, span.start, span.end);
      sentences.push({
        index: sentences.length,
        ...place(span),
        block: block.index,
        section,
        isHeading: isWholeHeading || (mark !== null && position === 0),
        numbering: numbering && { ...numbering, label: place(numbering.label) },
      });
    });
  }
  return {
    text,
    prose,
    seams,
    format,
    title,
    frontMatter,
    comments,
    blocks,
    sentences,
    sections: sections.map(({ index, parent, level, heading, title: name, start, end }): Section => ({
      index,
      parent,
      level,
      heading,
      title: name,
      start,
      end,
    })),
  };
}

/** Closes what the new heading ends and opens its section, which begins with the heading's markup. */
function openSection(
  stack: OpenSection[],
  sections: OpenSection[],
  rank: number,
  title: string,
  start: number,
  heading: number,
  end: number,
): void {
  for (let top = stack.at(-1); top && top.rank >= rank; top = stack.at(-1)) {
    top.end = start;
    stack.pop();
  }
  const parent = stack.at(-1);
  const opened: OpenSection = {
    index: sections.length,
    parent: parent?.index ?? 0,
    level: stack.length,
    heading,
    title,
    rank,
    start,
    end: parent?.end ?? end,
  };
  sections.push(opened);
  stack.push(opened);
}
