import assert from 'node:assert/strict';
import type { ConverterAnswer, ConverterFailure, ConverterRequest } from '../../../src/convert/model';

type Said = Partial<ConverterAnswer & ConverterFailure>;

describe('the converter in a web worker', () => {
  let ask: (data: unknown) => Promise<Said>;

  before(async () => {
    const scope = new EventTarget();
    let hear: (said: Said) => void = () => undefined;
    const postMessage = (said: Said): void => hear(said);
    Object.defineProperty(globalThis, 'self', {
      value: Object.assign(scope, { postMessage }),
      configurable: true,
    });
    await import('../../../src/convert/worker');
    ask = (data) =>
      new Promise((resolve) => {
        hear = resolve;
        scope.dispatchEvent(new MessageEvent('message', { data }));
      });
  });

  after(() => Reflect.deleteProperty(globalThis, 'self'));

  it('answers', async () => {
    const request: ConverterRequest = { task: 'word', text: '', format: 'plain' };
    assert.deepEqual(await ask(request), {
      answer: { bytes: null, notes: [{ id: 'report.word.empty', args: [] }] },
    });
  });

  it('says why it cannot, so that nobody waits', async () => {
    const { answer, failure } = await ask({ task: 'word', text: null, format: 'plain' });
    assert.equal(answer, undefined);
    assert.match(failure ?? '', /null/u);
  });
});
