/** The converter in a web worker of its own: one document, one answer. */
import { convertDocument } from './convertDocument';
import type { ConversionAnswer, ConversionRequest } from './model';

self.addEventListener('message', ({ data }: MessageEvent<Partial<ConversionRequest>>) => {
  const { name, bytes } = data;
  if (name === undefined || bytes === undefined) return;
  void convertDocument(name, bytes).then((converted) => {
    const answer: ConversionAnswer = { converted };
    self.postMessage(answer);
  });
});
