/** Reads the comments of Word files, for tests. */
import assert from 'node:assert/strict';
import { addComments } from '../../../../src/convert/comments/addComments';
import { convertDocx } from '../../../../src/convert/fromWord/convertDocx';
import type { WordResult } from '../../../../src/convert/toWord/model';
import type { ReviewComment } from '../../../../src/core/report/reviewComments';
import { parse, unpacked } from '../toWord/written';

/** The words a comment stands beside, and what it says, a paragraph each. */
export type Beside = readonly [words: string, ...says: string[]];

export interface Commented {
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
  /** In the order of their ends in the text. */
  readonly comments: readonly Beside[];
  part(name: string): string;
}

/**
 * A Word file with a comment on each of the words given.
 *
 * @param on Words of the imported text, and which of the places where they stand, from 1.
 */
export async function commentOn(
  bytes: Uint8Array,
  on: readonly (readonly [words: string, place?: number])[],
): Promise<Commented> {
  const { markdown } = await convertDocx(bytes);
  assert.ok(markdown !== null);
  const comments = on.map(([words, place = 1]): ReviewComment => {
    let start = -1;
    for (let count = 0; count < place; count++) start = markdown.indexOf(words, start + 1);
    assert.ok(start >= 0, `${words} in ${markdown}`);
    return { start, end: start + words.length, text: `${words}？` };
  });
  return commented(
    addComments({
      bytes,
      text: markdown,
      format: 'markdown',
      review: { opening: ['总的看。'], comments },
      author: '某人',
    }),
  );
}

/** What comments a file has. */
export function commented(result: WordResult): Commented {
  const opened = unpacked(result);
  const { part } = opened;
  return { ...opened, comments: commentsOf(part('word/document.xml'), part('word/comments.xml')) };
}

function commentsOf(text: string, part: string): Beside[] {
  const said = new Map(
    elements(parse(part).documentElement)
      .filter(({ tagName }) => tagName === 'w:comment')
      .map((comment) => [
        comment.getAttribute('w:id') ?? '',
        Array.from(comment.getElementsByTagName('w:p')).map(({ textContent }) => textContent ?? ''),
      ]),
  );
  const open = new Map<string, string>();
  const found: Beside[] = [];
  for (const node of elements(parse(text).documentElement)) {
    const id = node.getAttribute('w:id') ?? '';
    if (node.tagName === 'w:commentRangeStart') open.set(id, '');
    if (node.tagName === 'w:commentRangeEnd') found.push([open.get(id) ?? '', ...(said.get(id) ?? [])]);
    if (node.tagName === 'w:commentRangeEnd') open.delete(id);
    if (node.tagName === 'w:t')
      for (const [other, words] of open) open.set(other, words + (node.textContent ?? ''));
  }
  assert.equal(found.length, said.size, 'comments without a place');
  assert.equal(text.match(/<w:commentReference /gu)?.length ?? 0, said.size);
  return found;
}

function elements(root: Element): Element[] {
  return Array.from(root.getElementsByTagName('*'));
}
