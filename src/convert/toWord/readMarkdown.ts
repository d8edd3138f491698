import type { ListItem, Nodes, Parents, Root, Table as TableNode } from 'mdast';
import { message } from '../../core/message';
import { opensAnnexes } from '../../core/text/outline/annexes';
import { readWithTree } from '../../core/text/markdown/markdown';
import { spanOf } from '../../core/text/markdown/spanOf';
import type { Block, NumberingScheme } from '../../core/text/model';
import { paragraphsIn } from '../../core/text/outline/numberedLines';
import { numberingLevels } from '../../core/text/outline/numberingSequence';
import { splitSentences } from '../../core/text/sentences';
import { unreadLength } from '../../core/text/unread';
import { ConversionError } from '../unreadable';
import { InlineReader } from './inline';
import type { Draft, DraftParagraph, Run, Table } from './model';
import { joinLines, sliceRuns, textOf, trimRuns } from './runs';

/** Where a node stands. The label of an item belongs to the first paragraph in it. */
interface Place {
  readonly source: DraftParagraph['source'];
  /** Lists around it. */
  readonly lists: number;
  readonly item: { label: string } | null;
}

/** Most cells of all tables: far above any annex; five times as many took a minute and two gigabytes. */
const mostCells = 20_000;

/** On paper each item stands by itself, also 1. without the blank that would make it a list, and 一是. */
const itemNumbers: ReadonlySet<NumberingScheme> = new Set([...numberingLevels, 'ordinal']);

/**
 * Reads a Markdown text from its syntax tree. Front matter, comments and other markup are left out.
 *
 * @throws ConversionError when its tables have too many cells.
 */
export function readMarkdown(text: string): Draft {
  return new MarkdownReader(text).read();
}

class MarkdownReader {
  private readonly document;
  private readonly tree;
  private readonly inline;
  private readonly pieces: (DraftParagraph | Table)[] = [];
  private html = 0;
  private nextBlock = 0;
  /** Of all tables so far. */
  private cells = 0;

  constructor(private readonly text: string) {
    const { document, tree } = readWithTree(text);
    this.document = document;
    this.tree = tree;
    this.inline = new InlineReader(text);
  }

  read(): Draft {
    this.readAll(this.tree);
    return {
      document: this.document,
      pieces: this.pieces,
      footnotes: this.footnotesOf(this.tree),
      images: this.inline.images,
      links: this.inline.links,
      html: this.html,
    };
  }

  /** Without recursion: quotes may be nested by the thousand. */
  private readAll(tree: Root): void {
    const waiting: { node: Nodes; place: Place }[] = [];
    const enter = (parent: Parents, placeOf: (child: Nodes, index: number) => Place): void => {
      const children: readonly Nodes[] = parent.children;
      for (let i = children.length - 1; i >= 0; i--) {
        const node = children[i] as Nodes;
        waiting.push({ node, place: placeOf(node, i) });
      }
    };
    enter(tree, () => ({ source: 'text', lists: 0, item: null }));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, place } = next;
      if (node.type === 'blockquote') enter(node, () => ({ ...place, source: 'quote' }));
      else if (node.type === 'listItem') enter(node, () => place);
      else if (node.type === 'list') {
        const lists = place.lists + 1;
        enter(node, (child, index) => ({
          ...place,
          lists,
          item: {
            label: this.labelOf(child as ListItem, node.ordered ? (node.start ?? 1) + index : null, lists),
          },
        }));
      } else this.readLeaf(node, place);
    }
  }

  private readLeaf(node: Nodes, place: Place): void {
    if (node.type === 'heading')
      this.add(
        trimRuns(joinLines(this.inline.runsOf(node.children))),
        place,
        this.blocksIn(node)[0],
        node.depth,
      );
    else if (node.type === 'paragraph') this.readParagraph(node, place);
    else if (node.type === 'table') this.readTable(node);
    else if (node.type === 'code')
      for (const line of node.value.split(/\r?\n/))
        this.add([{ text: line }], { ...place, source: 'code' }, undefined, null);
    else if (node.type === 'html')
      if (unreadLength({ text: this.text, html: [spanOf(node)] }) > 0) this.html++;
  }

  /** A paragraph of Markdown may hold several of an official text. */
  private readParagraph(node: Extract<Nodes, { type: 'paragraph' }>, place: Place): void {
    const runs = this.inline.runsOf(node.children);
    // What is read holds no marks of quotes any more, for which a sign at the beginning of a line would be taken.
    const whole = textOf(runs).replaceAll('>', '＞');
    // A line of a list of annexes is an entry of its own, though Markdown joins it with the one before.
    const isAnnexes = opensAnnexes.test(whole.trimStart());
    const parts = isAnnexes
      ? [...whole.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
          start: index,
          end: index + line.length,
        }))
      : paragraphsIn(whole, { start: 0, end: whole.length }, place.lists === 0);
    const blocks = this.blocksIn(node);
    const said = parts.filter(({ start, end }) => splitSentences(whole, start, end).length > 0);
    for (const part of parts) {
      const at = said.indexOf(part);
      const index = isAnnexes ? 0 : at;
      const block = index === 0 || said.length === blocks.length ? blocks[index] : undefined;
      for (const item of isAnnexes ? [part] : paragraphsIn(whole, part, true, itemNumbers)) {
        const itemBlock = isAnnexes || item.start === part.start ? block : undefined;
        this.add(trimRuns(joinLines(sliceRuns(runs, item.start, item.end))), place, itemBlock, null);
      }
    }
  }

  private readTable({ align, children }: TableNode): void {
    const width = children.reduce((most, row) => Math.max(most, row.children.length), 0);
    this.cells += width * children.length;
    if (this.cells > mostCells) throw new ConversionError(message('report.word.tableSize', mostCells));
    const rows = children.map((row) =>
      Array.from({ length: width }, (_, column) =>
        trimRuns(joinLines(this.inline.runsOf(row.children[column]?.children ?? []))),
      ),
    );
    const columns = Array.from({ length: width }, (_, column) => align?.[column] ?? null);
    if (width > 0) this.pieces.push({ kind: 'table', columns, rows });
  }

  private add(runs: readonly Run[], place: Place, block: Block | undefined, depth: number | null): void {
    const label = place.item?.label ?? '';
    if (runs.length === 0) return;
    if (place.item) place.item.label = '';
    this.pieces.push({ kind: 'paragraph', runs, block: block ?? null, label, source: place.source, depth });
  }

  /** 1. and （1） by the depth of the list; a bullet is a dash, as official texts have it. */
  private labelOf(item: ListItem, number: number | null, lists: number): string {
    if (typeof item.checked === 'boolean') return item.checked ? '☑' : '☐';
    if (number === null) return '——';
    const { start } = spanOf(item);
    const isBracket = /^\d{1,9}\)/.test(this.text.slice(start, start + 10));
    if (lists > 1) return `（${String(number)}）`;
    return `${String(number)}${isBracket ? '）' : '.'}`;
  }

  /** The blocks of the document model in a node; nodes come in text order. */
  private blocksIn(node: Nodes): Block[] {
    const { start, end } = spanOf(node);
    const { blocks } = this.document;
    while ((blocks[this.nextBlock]?.start ?? Infinity) < start) this.nextBlock++;
    const found: Block[] = [];
    for (let at = this.nextBlock; ; at++) {
      const block = blocks[at];
      if (!block || block.start >= end) return found;
      found.push(block);
    }
  }

  private footnotesOf(tree: Root): Map<number, readonly Run[]> {
    const notes = new Map<number, readonly Run[]>();
    const written = new Map(
      tree.children.flatMap((node) =>
        node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [],
      ),
    );
    // Notes may refer to further ones.
    for (let at = 0; at < this.inline.footnoteNames.length; at++) {
      const note = written.get(this.inline.footnoteNames[at] ?? '');
      const paragraphs =
        note?.children.flatMap((node) => (node.type === 'paragraph' ? [node.children] : [])) ?? [];
      const runs = paragraphs.flatMap((children, index) => [
        ...(index > 0 ? [{ text: '\n' }] : []),
        ...trimRuns(joinLines(this.inline.runsOf(children))),
      ]);
      notes.set(
        at + 1,
        runs.filter(({ footnote }) => footnote === undefined),
      );
    }
    return notes;
  }
}
