/** The converter in a web worker of its own: one document, one answer. */
import { answerTo } from './answer';
import type { ConverterRequest } from './model';

self.addEventListener('message', ({ data }: MessageEvent<Partial<ConverterRequest>>) => {
  const { task } = data;
  // The PDF reader sends messages of its own.
  if (task === undefined) return;
  void answerTo(data as ConverterRequest).then((answer) => self.postMessage(answer));
});
