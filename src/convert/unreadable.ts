import type { Conversion } from './model';

/** What comes of a document that its reader failed on, whatever the fault. */
export function unreadable(error: unknown): Conversion {
  const reason = error instanceof Error ? error.message : String(error);
  return { markdown: null, notes: [{ id: 'report.import.unreadable', args: [reason] }] };
}
