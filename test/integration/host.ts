import { ok } from './assert';
import { closeAll, foldersOpen, open, overview, samples } from './editor';
import Reporter from '../reporter';

/** How Mocha runs in both hosts. */
export const options = { ui: 'bdd', timeout: 30_000, slow: 1000 } as const;

/** Sets our reporter. Its mark is an invisible separator: the launcher prints only the lines that begin with it. */
export function report(mocha: Mocha): void {
  mocha.reporter(Reporter as unknown as Mocha.ReporterConstructor, { prefix: '\u2063' });
}

/** The suite's first test: a suite that quietly ran in the other host would prove nothing. */
export function assertHost(expected: 'node' | 'web'): void {
  // Without a working server all the others would only wait for their time limit.
  before('the language server answers', async function () {
    // Until all has started; the launcher has the last word on how long that may take.
    this.timeout(120_000);
    await foldersOpen();
    await overview((await open(samples.gaps)).document);
    await closeAll();
  });
  describe('extension host', () => {
    it(`is the ${expected} host`, () => {
      const actual = 'importScripts' in globalThis ? 'web' : 'node';
      ok(actual === expected, `expected ${expected}, runs in ${actual}`);
    });
  });
}
