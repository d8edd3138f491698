import { ok } from './assert';
import Reporter from '../reporter';

/** How Mocha runs in both hosts. The mark is an invisible separator; the launcher prints only marked lines. */
export const options: Mocha.MochaOptions & { ui: 'bdd' } = {
  ui: 'bdd',
  timeout: 30_000,
  slow: 1000,
  reporter: Reporter as unknown as Mocha.ReporterConstructor,
  reporterOptions: { prefix: '\u2063' },
};

/** The suite's first test: a suite that quietly ran in the other host would prove nothing. */
export function assertHost(expected: 'node' | 'web'): void {
  describe('extension host', () => {
    it(`is the ${expected} host`, () => {
      const actual = 'importScripts' in globalThis ? 'web' : 'node';
      ok(actual === expected, `expected ${expected}, runs in ${actual}`);
    });
  });
}
