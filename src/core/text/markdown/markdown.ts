import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { drain } from '../../slices';
import { assemble, type RawBlock } from '../assemble';
import { giveBlanksBack } from './eatenBlanks';
import { withoutFloods } from './floods';
import { markdownFrontMatter } from '../frontMatter';
import { labelsFrom, type Labels } from './labels';
import { chunkStarts } from './markdownChunks';
import type { BlockKind, ParsedDocument, Span } from '../model';
import { readPieces, type PieceReading, type PlacedReading } from './pieces';
import { Collected } from './prose';
import { reachesOn } from './reachesOn';
import { spanOf } from './spanOf';
import { shifted, wordsIn } from '../reading';
import { closesTitle, isTitleLine, titleLines } from '../title';

const syntax = [gfm(), frontmatter(['yaml'])];
/** Without the pass that looks for further addresses in finished text: what it makes has no place in the source. */
const nodes = [
  ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  frontmatterFromMarkdown(['yaml']),
];

/** A piece of a Markdown text as read; offsets are relative to its start. */
interface MarkdownChunk extends PieceReading {
  readonly blocks: readonly RawBlock[];
  readonly kept: readonly Span[];
  /** See {@link ParsedDocument.seams}. */
  readonly seams: readonly Span[];
  readonly html: readonly Span[];
  readonly frontMatter: Span | null;
  /** Number of nodes at the top level. */
  readonly children: number;
  /** Headings at the top level: index into `blocks`, rank, place among the nodes. */
  readonly headings: readonly { readonly block: number; readonly depth: number; readonly child: number }[];
}

/**
 * Pieces of the last version of one document by their text, so that only edited ones are read again, and those that
 * refer to what was defined or is no longer.
 */
export class ParseCache {
  private chunks = new Map<string, MarkdownChunk>();

  get(text: string): MarkdownChunk | undefined {
    return this.chunks.get(text);
  }

  /** Keeps the pieces of this version and forgets all others. */
  keep(chunks: ReadonlyMap<string, MarkdownChunk>): void {
    this.chunks = new Map(chunks);
  }
}

/** Pieces between two slices where they are put together. */
const chunksInSlice = 200;

/**
 * Markdown (CommonMark with GFM tables and front matter), piece by piece; yields after each piece that had to be
 * read, and between slices of what is put together. Everything that is not prose is blanked in `prose`; offsets are
 * those of the source, because mdast keeps them.
 */
export function* parseMarkdown(text: string, cache: ParseCache | null): Generator<void, ParsedDocument> {
  const { pieces, readings } = yield* readPieces(text, chunkStarts(text), {
    read: readChunk,
    known: (piece) => cache?.get(piece),
  });
  cache?.keep(readings);
  return yield* putTogether(text, pieces);
}

/**
 * Document and syntax tree of one reading, in which offsets hold and lines and columns do not. Piece by piece, too: the
 * parser takes minutes for a long text in one go. In one turn, and anew each time: for what needs the tree.
 *
 * @param text Without a byte order mark.
 */
export function readWithTree(text: string): { readonly document: ParsedDocument; readonly tree: Root } {
  const tree: Root = { type: 'root', children: [] };
  const { pieces, labels } = drain(readPieces(text, chunkStarts(text), { read: markdownTree }));
  const taken = new Set<TreeReading>();
  const chunks = pieces.map(({ start, text: piece, reading }): PlacedChunk => {
    // What stands in two places needs a tree for each.
    const read = taken.has(reading) ? markdownTree(piece, labels) : reading;
    taken.add(read);
    const chunk = chunkOf(read, piece);
    moveNodes(read.tree.children, start);
    for (const child of read.tree.children) tree.children.push(child);
    return { start, text: piece, reading: chunk };
  });
  return { document: drain(putTogether(text, chunks)), tree };
}

/** Nodes may share their points, which stay as they are. */
function moveNodes(nodes: readonly Nodes[], by: number): void {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.position) {
      const { start, end } = node.position;
      node.position = {
        start: { ...start, offset: (start.offset ?? 0) + by },
        end: { ...end, offset: (end.offset ?? 0) + by },
      };
    }
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
}

type PlacedChunk = PlacedReading<MarkdownChunk>;

/** The document of the pieces of a text, which follow each other without gaps. */
function* putTogether(text: string, chunks: readonly PlacedChunk[]): Generator<void, ParsedDocument> {
  const prose: string[] = [];
  const seams: Span[] = [];
  const html: Span[] = [];
  for (const [index, { start, text: piece, reading: chunk }] of chunks.entries()) {
    if (index % chunksInSlice === chunksInSlice - 1) yield;
    prose.push(blank(piece, chunk.kept));
    for (const span of chunk.seams) seams.push(shifted(span, start));
    for (const span of chunk.html) html.push(shifted(span, start));
  }
  const blocks = yield* blocksOf(chunks);
  const frontMatter = chunks[0]?.reading.frontMatter ?? null;
  const ground = { text, prose: prose.join(''), seams, format: 'markdown', frontMatter, html } as const;
  return yield* assemble(ground, withTitle(blocks, ground));
}

/** The blocks of all pieces; a single `#` heading at the top is the document's title. */
function* blocksOf(chunks: readonly PlacedChunk[]): Generator<void, RawBlock[]> {
  const headings: { chunk: number; block: number; depth: number; child: number }[] = [];
  let children = 0;
  chunks.forEach(({ reading: chunk }, index) => {
    for (const heading of chunk.headings)
      headings.push({ ...heading, chunk: index, child: heading.child + children });
    children += chunk.children;
  });
  const [first, ...others] = headings;
  const isTitle = first?.depth === 1 && !(others.some(({ depth }) => depth === 1) && first.child > 1);
  const blocks: RawBlock[] = [];
  for (const [index, { start, reading: chunk }] of chunks.entries()) {
    if (index % chunksInSlice === chunksInSlice - 1) yield;
    chunk.blocks.forEach((block, number) => {
      const { rank, ...rest } = { ...block, ...shifted(block, start) };
      if (isTitle && first.chunk === index && first.block === number) blocks.push({ ...rest, isTitle: true });
      else blocks.push(rank === undefined ? rest : { ...rest, rank });
    });
  }
  return blocks;
}

/**
 * A text without a title of Markdown's has the one that it would have as plain text, where it surely is one: paragraphs
 * of a line at its beginning of which one says what kind of document this is.
 */
function withTitle(
  blocks: readonly RawBlock[],
  read: Pick<ParsedDocument, 'prose' | 'seams'>,
): readonly RawBlock[] {
  if (blocks.some(({ isTitle }) => isTitle)) return blocks;
  const front: string[] = [];
  for (const block of blocks.slice(0, titleLines)) {
    const words = wordsIn(read, block).trim();
    if (block.kind !== 'paragraph' || !isTitleLine(words)) break;
    front.push(words);
  }
  if (front.length === blocks.length || !front.some(closesTitle)) return blocks;
  return blocks.map((block, index) =>
    index < front.length ? { ...block, kind: 'heading', isTitle: true } : block,
  );
}

/** A syntax tree, and what it takes to read a text piece by piece. */
interface TreeReading extends PieceReading {
  readonly tree: Root;
}

/**
 * The syntax tree that everything here is read from. Its offsets are those of `text`, which must not begin with a byte
 * order mark.
 *
 * @param elsewhere Labels that other pieces define.
 */
function markdownTree(text: string, elsewhere: Labels): TreeReading {
  const labels = labelsFrom(elsewhere);
  const parsed = withoutFloods(text);
  const tree = fromMarkdown(parsed, { extensions: [...syntax, labels.syntax], mdastExtensions: nodes });
  const goesOn = reachesOn(tree, parsed);
  giveBlanksBack(tree, text);
  return { tree, reachesOn: goesOn, labels: labels.use() };
}

function readChunk(text: string, elsewhere: Labels): MarkdownChunk {
  // The parser takes a byte order mark off and counts without it.
  const marks = /^\ufeff*/.exec(text)?.[0].length ?? 0;
  const words = text.slice(marks);
  const chunk = chunkOf(markdownTree(words, elsewhere), words);
  return marks > 0 ? movedChunk(chunk, marks) : chunk;
}

function chunkOf({ tree, ...reading }: TreeReading, text: string): MarkdownChunk {
  const into = new Collected(text);
  const headings: MarkdownChunk['headings'][number][] = [];
  tree.children.forEach((node, child) => {
    if (node.type === 'heading') headings.push({ block: into.blocks.length, depth: node.depth, child });
    gather(node, into);
  });
  const [first] = tree.children;
  const { blocks, kept, seams, html } = into;
  return {
    reachesOn: reading.reachesOn,
    labels: reading.labels,
    blocks,
    kept,
    seams,
    html,
    frontMatter: first?.type === 'yaml' ? (markdownFrontMatter(text)?.body ?? null) : null,
    children: tree.children.length,
    headings,
  };
}

function movedChunk(chunk: MarkdownChunk, by: number): MarkdownChunk {
  return {
    ...chunk,
    blocks: chunk.blocks.map((block) => ({ ...block, ...shifted(block, by) })),
    kept: chunk.kept.map((span) => shifted(span, by)),
    seams: chunk.seams.map((span) => shifted(span, by)),
    html: chunk.html.map((span) => shifted(span, by)),
    frontMatter: chunk.frontMatter && shifted(chunk.frontMatter, by),
  };
}

/** Gathers what is prose, in text order. Without recursion: quotes may be nested by the thousand. */
function gather(root: Nodes, into: Collected): void {
  const waiting: { node: Nodes; kind: BlockKind }[] = [{ node: root, kind: 'paragraph' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, kind } = next;
    if (!takeIn(node, kind, into)) continue;
    const children = 'children' in node ? node.children : [];
    const inner: BlockKind =
      node.type === 'listItem' ? 'listItem' : node.type === 'blockquote' ? 'quote' : kind;
    for (let i = children.length - 1; i >= 0; i--) waiting.push({ node: children[i] as Nodes, kind: inner });
  }
}

/** Comments, and elements that only say how their words look. */
const dressesWords =
  /^<(?:!--|\/?(?:a|b|big|cite|del|em|font|i|ins|mark|s|small|span|strike|strong|u)[\s/>])/i;

/** Takes a node in; false where nothing inside of it is prose. */
function takeIn(node: Nodes, kind: BlockKind, into: Collected): boolean {
  switch (node.type) {
    case 'heading':
      into.block({ ...spanOf(node), kind: 'heading', rank: node.depth });
      return true;
    case 'paragraph':
      into.paragraph({ ...spanOf(node), kind });
      return true;
    case 'tableCell':
      into.block({ ...spanOf(node), kind: 'tableCell' });
      return true;
    case 'text':
      into.text(spanOf(node), node.value);
      return false;
    case 'html':
      into.html.push(spanOf(node));
      if (!dressesWords.test(node.value)) into.part();
      return false;
    case 'link':
      // A bare address as link text is no prose.
      if (node.children.length !== 1 || !isAddress(node)) return true;
      into.part();
      return false;
    case 'footnoteReference':
      return false;
    case 'break':
    case 'code':
    case 'inlineCode':
    case 'yaml':
    case 'definition':
    case 'image':
    case 'imageReference':
      into.part();
      return false;
    default:
      return true;
  }
}

function isAddress(link: Extract<Nodes, { type: 'link' }>): boolean {
  const only = link.children[0];
  return only?.type === 'text' && (only.value === link.url || `http://${only.value}` === link.url);
}

/** `text` with all but `kept` (in order) replaced by spaces; line ends stay. */
function blank(text: string, kept: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of kept) {
    parts.push(text.slice(at, span.start).replace(/[^\r\n]/g, ' '), text.slice(span.start, span.end));
    at = span.end;
  }
  parts.push(text.slice(at).replace(/[^\r\n]/g, ' '));
  return parts.join('');
}
