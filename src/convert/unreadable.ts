import { message, type Message } from '../core/message';
import type { Conversion } from './model';
import type { WordResult } from './toWord/model';

/** Why a document is not imported or exported, in words of ours. */
export class ConversionError extends Error {
  constructor(readonly note: Message) {
    super(note.id);
  }
}

/** What comes of a document that its reader failed on, whatever the fault. */
export function unreadable(error: unknown): Conversion {
  if (error instanceof ConversionError) return { markdown: null, notes: [error.note] };
  if (isTooDeep(error)) return { markdown: null, notes: [message('report.import.nested')] };
  const reason = error instanceof Error ? error.message : String(error);
  return { markdown: null, notes: [message('report.import.unreadable', reason)] };
}

/** Whether markup was nested deeper than the stack of its reader; Firefox says it in its own way. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /call stack|too much recursion/i.test(error.message);
}

/** What comes of a Word file that its writer failed on: writers stumble over what nobody thought of, too. */
export function unwritable(error: unknown): WordResult {
  if (error instanceof ConversionError) return { bytes: null, notes: [error.note] };
  if (isTooDeep(error)) return { bytes: null, notes: [message('report.import.nested')] };
  const reason = error instanceof Error ? error.message : String(error);
  return { bytes: null, notes: [message('report.word.failed', reason)] };
}
