import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobsFor } from '../../../src/cli/options';
import { built, cli, folderWith, memo, output } from './harness';

describe('--jobs', () => {
  const files = Object.fromEntries(
    Array.from({ length: 18 }, (_, index) => [
      `${String(index).padStart(2, '0')}.txt`,
      memo.repeat(1 + ((index * 7) % 5)),
    ]),
  );
  const folder = folderWith({ ...files, '17.txt': Buffer.from([1, 0]) });
  let workerFile = '';

  before(async function () {
    this.timeout(30_000);
    workerFile = await built('worker');
  });

  it('changes nothing but the time', async () => {
    const args = ['coverage', '.', '--format', 'json'];
    const alone = await cli([...args, '--jobs', '1'], { cwd: folder });
    const together = await cli([...args, '--jobs', '3'], { cwd: folder, workerFile });
    assert.equal(output(together.out).documents.length, 17);
    assert.deepEqual(together, alone);
  });

  it('starts no more threads than there are documents', () => {
    const cases: [asked: number, documents: number, jobs: number][] = [
      [24, 1, 1],
      [24, 3, 3],
      [2, 300, 2],
      [4, 0, 1],
    ];
    for (const [asked, documents, jobs] of cases) assert.equal(jobsFor(asked, documents), jobs);
  });

  it('keeps the order of lines, bad ones among them', async () => {
    const lines = Array.from({ length: 24 }, (_, index) =>
      index % 7 === 3 ? 'bad' : JSON.stringify({ id: index, text: memo.repeat(1 + (index % 3)) }),
    );
    const stdin = `${lines.join('\n')}\n`;
    const alone = await cli(['coverage', '--stdin-ndjson'], { stdin });
    const together = await cli(['coverage', '--stdin-ndjson', '--jobs', '2'], { stdin, workerFile });
    assert.deepEqual(together, alone);
    assert.equal(alone.out.split('\n').length, 25);
  });

  it('ends with a message when a worker dies', async () => {
    const broken = join(folder, 'broken.js');
    copyFileSync('package.json', broken);
    const { code, err } = await cli(['coverage', '.', '--jobs', '2'], { cwd: folder, workerFile: broken });
    assert.equal(code, 2);
    assert.match(err, /程序出错/);
  });
});
