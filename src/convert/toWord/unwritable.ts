import type { Message } from '../../core/rules/model';

/** Why a text is not exported, in words of ours. */
export class ExportError extends Error {
  constructor(readonly note: Message) {
    super(note.id);
  }
}
