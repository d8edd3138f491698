/** The converter in a web worker of its own: one document, one answer. */
import { answerTo } from './answer';
import type { ConverterFailure, ConverterRequest } from './model';

self.addEventListener('message', ({ data }: MessageEvent<Partial<ConverterRequest>>) => {
  const { task } = data;
  // The PDF reader sends messages of its own.
  if (task === undefined) return;
  void answerTo(data as ConverterRequest)
    .then((answer) => self.postMessage(answer))
    // A web worker tells nobody of a rejection: it would be waited for without end.
    .catch((error: unknown) => {
      const failure: ConverterFailure = { failure: error instanceof Error ? error.message : String(error) };
      self.postMessage(failure);
    });
});
