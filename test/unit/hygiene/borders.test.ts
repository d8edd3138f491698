/** That lint holds the borders of docs/architecture.md, however an import is written. */
import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

describe('the borders between folders', () => {
  // No file is there, so that there are no types to look at.
  const lint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
  const crossed = async (filePath: string, line: string): Promise<boolean> => {
    const [result] = await lint.lintText(`${line}\n`, { filePath });
    const rules = result?.messages.map(({ ruleId }) => ruleId ?? '') ?? [];
    return rules.some((rule) => rule.startsWith('no-restricted-'));
  };

  before(async function () {
    // The linter and its parser are loaded.
    this.timeout(60_000);
    await crossed('src/core/x.ts', '');
  });

  const forbidden: readonly [from: string, to: readonly string[]][] = [
    [
      'src/core/text/x.ts',
      ['vscode', 'vscode-languageserver-types', 'node:fs', 'fs/promises', 'os', 'crypto', '../../protocol'],
    ],
    ['src/core/x.ts', ['../service/x', '../server/x', '../client/x', '../cli/x', '../files/x', '../l10n/x']],
    ['src/core/match/words/x.ts', ['vscode', '../evidence/x', '../reasons/x']],
    ['src/core/match/stance/x.ts', ['../words/x', '../indicators/x']],
    ['src/core/match/scoring/x.ts', ['../reasons/x', '../decide', '../../analyze', '../../../service/x']],
    ['src/convert/x.ts', ['vscode', 'node:fs', 'worker_threads', '../client/x', '../cli/x']],
    ['src/service/x.ts', ['vscode', 'path', 'fs/promises', '../server/x', '../client/x', '../cli/x']],
    ['src/protocol.ts', ['vscode', './server/x', './client/x']],
    ['src/server/x.ts', ['vscode', '../client/x', '../cli/x', '../files/node', 'node:fs', 'fs']],
    ['src/server/node.ts', ['vscode', '../client/x', '../cli/x']],
    ['src/client/views/x.ts', ['../../server/x', '../../cli/x']],
    ['src/cli/commands/x.ts', ['vscode', '../../client/x']],
  ];
  for (const [from, targets] of forbidden)
    it(`keep ${from} from ${targets.join(', ')}`, async () => {
      for (const to of targets) {
        assert.ok(await crossed(from, `export * from '${to}';`), to);
        assert.ok(await crossed(from, `export const x = () => import('${to}');`), `import('${to}')`);
      }
    });

  it('keep clocks, chance, the network and the console from the core', async () => {
    for (const name of [
      'Date.now()',
      'performance.now()',
      "fetch('')",
      "console.log('')",
      'crypto.randomUUID()',
      'Math.random()',
    ])
      for (const from of ['src/core/x.ts', 'src/core/match/scoring/x.ts'])
        assert.ok(await crossed(from, `export const x = (): unknown => ${name};`), name);
  });

  it('keep tests from waiting, and from measuring the machine', async () => {
    for (const line of [
      "export * from 'node:timers/promises';",
      'setTimeout(() => undefined, 10);',
      'export const x = performance.now();',
      'export const x = Date.now();',
    ])
      assert.ok(await crossed('test/unit/client/x.test.ts', line), line);
  });

  it('keep notices from being shown with links that others put into them', async () => {
    for (const kind of ['Information', 'Warning', 'Error'])
      assert.ok(
        await crossed(
          'src/client/views/x.ts',
          `export const x = (v: any) => v.window.show${kind}Message('');`,
        ),
        kind,
      );
  });

  const allowed: readonly [from: string, line: string][] = [
    ['src/core/x.ts', "export const x = () => import('./text/model');"],
    ['src/core/x.ts', "export * from 'yaml';"],
    ['src/core/match/reasons/x.ts', "export * from '../scoring/score';"],
    ['src/core/x.ts', "export * from './path';"],
    ['src/files/node.ts', "export * from 'node:fs';"],
    ['src/server/node.ts', "export * from '../files/node';"],
    ['src/server/x.ts', "export * from '../files/decode';"],
    ['src/service/x.ts', "export * from 'vscode-languageserver-types';"],
    ['src/server/x.ts', "export const x = () => import('../service/hover');"],
    ['src/client/x.ts', "export const x = () => import('../core/report');"],
    ['src/cli/x.ts', "export * from '../server/settings';"],
    ['test/unit/client/x.test.ts', 'export const x = new Date(0);'],
  ];
  for (const [from, line] of allowed)
    it(`let ${from} have ${line}`, async () => assert.equal(await crossed(from, line), false));
});
