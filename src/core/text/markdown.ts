import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { assemble, type RawBlock } from './assemble';
import type { BlockKind, ParsedDocument, Span } from './model';

/**
 * Markdown (CommonMark with GFM tables and front matter). Everything that is not prose is blanked in `prose`;
 * offsets are those of the source, because mdast keeps them.
 */
export function parseMarkdown(text: string): ParsedDocument {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const blocks: RawBlock[] = [];
  const kept: Span[] = [];
  const comments: Span[] = [];
  const headings = tree.children.filter(({ type }) => type === 'heading');
  const title = titleOf(tree, headings.length);
  visit(tree, 'paragraph', { blocks, kept, comments, title });
  const first = tree.children[0];
  const front = first?.type === 'yaml' ? spanOf(first) : null;
  return assemble(
    text,
    blank(text, kept),
    'markdown',
    blocks,
    front && frontMatterBody(text, front),
    comments,
  );
}

/** A single `#` heading at the top is the document's title. */
function titleOf(tree: Root, headings: number): Nodes | null {
  const first = tree.children.find(({ type }) => type === 'heading');
  if (first?.type !== 'heading' || first.depth !== 1 || headings === 0) return null;
  const others = tree.children.some((node) => node !== first && node.type === 'heading' && node.depth === 1);
  return others && tree.children.indexOf(first) > 1 ? null : first;
}

interface Collected {
  readonly blocks: RawBlock[];
  readonly kept: Span[];
  readonly comments: Span[];
  readonly title: Nodes | null;
}

function visit(node: Nodes, kind: BlockKind, into: Collected): void {
  switch (node.type) {
    case 'heading':
      into.blocks.push({
        ...spanOf(node),
        kind: 'heading',
        ...(node === into.title ? { isTitle: true } : { rank: node.depth }),
      });
      break;
    case 'paragraph':
      into.blocks.push({ ...spanOf(node), kind });
      break;
    case 'tableCell':
      into.blocks.push({ ...spanOf(node), kind: 'tableCell' });
      break;
    case 'text':
      into.kept.push(spanOf(node));
      return;
    case 'html':
      into.comments.push(spanOf(node));
      return;
    case 'code':
    case 'inlineCode':
    case 'yaml':
    case 'definition':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return;
    default:
  }
  if (!('children' in node)) return;
  const inner: BlockKind =
    node.type === 'listItem' ? 'listItem' : node.type === 'blockquote' ? 'quote' : kind;
  // A bare address as link text is no prose.
  if (node.type === 'link' && node.children.length === 1 && isAddress(node)) return;
  for (const child of node.children) visit(child, inner, into);
}

function isAddress(link: Extract<Nodes, { type: 'link' }>): boolean {
  const only = link.children[0];
  return only?.type === 'text' && (only.value === link.url || `http://${only.value}` === link.url);
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
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

function frontMatterBody(text: string, fenced: Span): Span {
  const open = text.indexOf('\n', fenced.start) + 1;
  const close = text.lastIndexOf('\n', fenced.end);
  return { start: open, end: Math.max(open, close) };
}
