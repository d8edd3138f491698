import { drain } from '../../core/slices';
import { plainFrontMatter } from '../../core/text/frontMatter';
import { parseDocument } from '../../core/text/parseDocument';
import { linesOf } from '../../core/text/plain';
import type { Draft } from './model';

/** Reads a plain text: a line is a paragraph. */
export function readPlain(text: string): Draft {
  const document = parseDocument(text, 'plain');
  const blocks = new Map(document.blocks.map((block) => [block.start, block]));
  const lines = drain(linesOf(text, plainFrontMatter(text)?.whole.end ?? 0));
  return {
    document,
    pieces: lines.map(({ start, end }) => ({
      kind: 'paragraph',
      runs: [{ text: text.slice(start, end) }],
      block: blocks.get(start) ?? null,
      label: '',
      source: 'text',
      depth: null,
    })),
    footnotes: new Map(),
    images: 0,
    links: 0,
    html: 0,
  };
}
