/** The converter in a web worker of its own: one document, one answer. */
import { convertDocument } from './convertDocument';

self.addEventListener('message', (event: MessageEvent<{ name: string; bytes: Uint8Array }>) => {
  const { name, bytes } = event.data;
  void convertDocument(name, bytes).then((conversion) => self.postMessage(conversion));
});
