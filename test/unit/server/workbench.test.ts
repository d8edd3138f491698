/** Long work of the server, on a clock of the test's: each look at it takes a millisecond. */
import assert from 'node:assert/strict';
import { LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { engineData } from '../../../scripts/engineData';
import { Workbench } from '../../../src/server/workbench';
import { smallSettings } from './harness';

const closed = { all: () => [], get: () => undefined };
const wanted = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};
const text = (name: string, lines: number) => ({
  path: name,
  uri: `file:///work/${name}`,
  text: '引人才。\n'.repeat(lines),
  format: 'plain' as const,
  encoding: 'utf-8',
  sha256: '',
});

/** What is deferred waits in `turns` until it is run. */
async function workbench(): Promise<{ bench: Workbench; turns: (() => void)[] }> {
  let time = 0;
  const turns: (() => void)[] = [];
  const clock = { now: () => time++, defer: (task: () => void) => void turns.push(task) };
  const host = { clock, loadData: () => Promise.resolve(engineData()) };
  const bench = new Workbench(host, () => undefined);
  const editor = { commands: true, snippets: true, plain: { hover: false, documentation: false } };
  await bench.initialize({ settings: smallSettings }, editor, undefined);
  return { bench, turns };
}

/** Gives the work its turns until it is done; hands back its result, null where it was cancelled, and how many turns it took. */
async function run<T>(work: Promise<T>, turns: (() => void)[], each?: () => void) {
  let taken = 0;
  let isDone = false;
  const end = (): void => void (isDone = true);
  void work.then(end, end);
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    const turn = turns.shift();
    if (!turn) continue;
    taken++;
    each?.();
    turn();
  }
  const result = await work.catch((error: unknown) => {
    assert.equal((error as ResponseError).code, LSPErrorCodes.RequestCancelled);
    return null;
  });
  return { result, taken };
}

describe('long work', () => {
  /** With ten thousand tags in files that are not open. */
  const indexed = async () => {
    const all = await workbench();
    const goOn = all.bench.turns(wanted);
    await run(all.bench.analyzeText(text('a.txt', 10_000), goOn), all.turns);
    return all;
  };

  it('a search for tags lets others have their turn, and ends when it is cancelled', async () => {
    const { bench, turns } = await indexed();
    const search = async (token: typeof wanted): Promise<number> => {
      let count = 0;
      for await (const tags of bench.tags(closed, bench.turns(token))) count += tags.length;
      return count;
    };
    const whole = await run(search(wanted), turns);
    assert.equal(whole.result, 10_000);
    assert.ok(whole.taken > 1, `${String(whole.taken)} turns`);
    const token = { ...wanted };
    const cut = await run(search(token), turns, () => (token.isCancellationRequested = true));
    assert.deepEqual(cut, { result: null, taken: 1 });
  });

  it('a search for tags beside those of one open document leaves it out, and no other', async () => {
    const { bench, turns } = await workbench();
    await run(bench.analyzeText(text('file.txt', 1), bench.turns(wanted)), turns);
    const open = ['a', 'b'].map((name) =>
      TextDocument.create(`file:///work/${name}.policy.md`, 'zh-policy', 1, '引人才。\n'),
    );
    const documents = { all: () => open, get: (uri: string) => open.find((each) => each.uri === uri) };
    const search = async (besides?: string): Promise<string[]> => {
      const found: string[] = [];
      for await (const tags of bench.tags(documents, bench.turns(wanted), besides))
        found.push(...tags.map(({ location }) => location.uri.slice('file:///work/'.length)));
      return found;
    };
    assert.deepEqual((await run(search(), turns)).result, ['a.policy.md', 'b.policy.md', 'file.txt']);
    assert.deepEqual((await run(search(open[0]?.uri), turns)).result, ['b.policy.md', 'file.txt']);
  });

  it('on many short texts lets others have their turn, too', async () => {
    const { bench, turns } = await workbench();
    const goOn = bench.turns(wanted);
    const all = async (): Promise<number> => {
      let read = 0;
      for (let number = 0; number < 20; number++)
        if (await bench.analyzeText(text(`${String(number)}.txt`, 1), goOn)) read++;
      return read;
    };
    const { result, taken } = await run(all(), turns);
    assert.equal(result, 20);
    assert.ok(taken > 5, `${String(taken)} turns`);
  });

  it('on a text ends when it is cancelled, and nothing is kept of the text', async () => {
    const { bench, turns } = await workbench();
    const token = { ...wanted };
    const work = bench.analyzeText(text('a.txt', 10_000), bench.turns(token));
    const { result } = await run(work, turns, () => (token.isCancellationRequested = true));
    assert.ok(result === null);
    assert.equal([...bench.index.without([])].length, 0);
  });

  it('keeps no tags of a taxonomy that holds no more when a text is read', async () => {
    const { bench, turns } = await workbench();
    const work = bench.analyzeText(text('a.txt', 10_000), bench.turns(wanted));
    const { result } = await run(work, turns, () => bench.configure({ ...smallSettings, taxonomy: null }));
    assert.ok(result);
    assert.equal([...bench.index.without([])].length, 0);
  });
});
