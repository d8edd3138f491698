import { message, type Message } from '../../core/message';
import { countBlanks } from '../../core/coverage/blanks';
import { countNotes } from '../notes';
import { unwritable } from '../unreadable';
import { layOut } from './layOut';
import type { Draft, Paragraph, Table, WordRequest, WordResult } from './model';
import { readMarkdown } from './readMarkdown';
import { readPlain } from './readPlain';
import { textOf } from './runs';
import { writeWord } from './writeWord';

/** Most characters of a text: some 1,600 full pages, far above any memo; as many take some 700 MB of memory. */
const mostCharacters = 1_000_000;

/**
 * A text as a Word file in the form of official documents (GB/T 9704—2012), a clean copy: without front matter,
 * comments and marks. The same text gives the same bytes.
 */
export async function exportWord({ text, format }: WordRequest): Promise<WordResult> {
  if (text.length > mostCharacters) return failed(message('report.word.tooLarge', mostCharacters));
  try {
    // The parser counts without a byte order mark.
    const words = text.replace(/^\ufeff/, '');
    const draft = format === 'markdown' ? readMarkdown(words) : readPlain(words);
    if (draft.pieces.length === 0) return failed(message('report.word.empty'));
    const parts = layOut(draft);
    return { bytes: await writeWord(parts, draft.footnotes), notes: notesOf(draft, parts) };
  } catch (error) {
    return unwritable(error);
  }
}

function failed(note: Message): WordResult {
  return { bytes: null, notes: [note] };
}

function notesOf(
  { images, links, html, footnotes }: Draft,
  parts: readonly (Paragraph | Table)[],
): Message[] {
  const paragraphs = parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : [part.runs]));
  const blanks = [...paragraphs, ...footnotes.values()].reduce(
    (sum, runs) => sum + countBlanks(textOf(runs)),
    0,
  );
  return countNotes('word', { blanks, images, links, html });
}
