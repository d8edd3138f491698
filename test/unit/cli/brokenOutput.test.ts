import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { brokenOutput } from '../../../src/cli/brokenOutput';
import { built } from './harness';

describe('standard output that takes no more', () => {
  const cases: [reason: string, args: string[], code: number, message: RegExp][] = [
    ['EPIPE', ['annotate', 'a.txt'], 0, /^$/],
    ['ENOSPC', ['annotate', 'a.txt'], 2, /标准输出.*ENOSPC/],
    ['EIO', ['--lang', 'en', 'annotate', 'a.txt'], 2, /standard output.*EIO/i],
  ];
  for (const [reason, args, code, message] of cases)
    it(`${reason} ends with ${String(code)}, ${code === 0 ? 'silently' : 'and says so'}`, () => {
      const ended = brokenOutput(Object.assign(new Error(reason), { code: reason }), args);
      assert.equal(ended.code, code);
      assert.match(ended.message, message);
    });
});

describe('standard error that nobody reads', () => {
  it('changes no exit code', async () => {
    const child = spawn(process.execPath, [await built('cli'), 'annotate', ''], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.destroy();
    assert.deepEqual(await once(child, 'exit'), [2, null]);
  });
});
