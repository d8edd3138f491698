import { convertDocument } from './convertDocument';
import type { ConverterAnswer, ConverterRequest } from './model';

/** What a converter answers, whatever host it runs in. Each direction is loaded when first needed. */
export async function answerTo(request: ConverterRequest): Promise<ConverterAnswer> {
  if (request.task === 'import') return { answer: await convertDocument(request.name, request.bytes) };
  return { answer: await (await import('./toWord/exportWord')).exportWord(request) };
}
