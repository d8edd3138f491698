/** What a word processor that is not ours keeps of the comments in a Word file. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { addComments } from '../../src/convert/comments/addComments';
import { exportWord } from '../../src/convert/toWord/exportWord';
import type { ReportInput } from '../../src/core/report';
import { reviewComments } from '../../src/core/report/reviewComments';

/** Writes the first document with all its comments; how many. */
export async function writeCommented(input: ReportInput, file: string): Promise<number> {
  const [path = '', text = ''] = [...(input.texts ?? [])][0] ?? [];
  const format = path.endsWith('.md') ? 'markdown' : 'plain';
  const { bytes } = await exportWord({ text, format });
  assert.ok(bytes);
  const review = reviewComments(input, true);
  const made = addComments({ bytes, text, format, review, author: '政策透镜' });
  assert.ok(made.bytes);
  assert.deepEqual(made.notes, []);
  writeFileSync(file, made.bytes);
  return review.comments.length + 1;
}

/** What each comment of a file says, and the words beside which it stands, sorted. */
export function commentsOf(file: string): string[] {
  const files = unzipSync(readFileSync(file));
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const wordsIn = (xml: string): string =>
    [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map(([, words]) => words).join('');
  const said = new Map(
    [...part('word/comments.xml').matchAll(/<w:comment [^>]*w:id="(\d+)"[^]*?<\/w:comment>/g)].map(
      ([comment, id]) => [id, wordsIn(comment)],
    ),
  );
  const text = part('word/document.xml');
  const places = text.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g);
  return [...places]
    .map(({ index, 1: id = '' }) => {
      const end = text.indexOf(`<w:commentRangeEnd w:id="${id}"/>`, index);
      return `${wordsIn(text.slice(index, end))} ← ${said.get(id) ?? '?'}`;
    })
    .sort();
}
