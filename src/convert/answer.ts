import type { CommentRequest } from './comments/model';
import { convertDocument } from './convertDocument';
import type { ConverterAnswer, ConverterRequest } from './model';
import type { WordRequest, WordResult } from './toWord/model';

export { convertDocument };

/** A text as a Word file; what writes it is loaded when first needed. */
export async function exportWord(request: WordRequest): Promise<WordResult> {
  return (await import('./toWord/exportWord')).exportWord(request);
}

/** A copy of a Word file with comments in its margin. */
export async function addComments(request: CommentRequest): Promise<WordResult> {
  return (await import('./comments/addComments')).addComments(request);
}

/** What a converter answers, whatever host it runs in. */
export async function answerTo(request: ConverterRequest): Promise<ConverterAnswer> {
  if (request.task === 'import') return { answer: await convertDocument(request.name, request.bytes) };
  return { answer: await (request.task === 'word' ? exportWord(request) : addComments(request)) };
}
