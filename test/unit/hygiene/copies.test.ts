import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CopyFinder } from './copies';

const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared');

function trackedFiles(): string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
}

describe('no copied sentences', () => {
  it('finds a whole sentence anywhere, and no part of one', () => {
    const finder = new CopyFinder(['甲。一二三四五六七八九十一二三四五六七八九十末！短句。']);
    assert.deepEqual(finder.find('前一二三四五六七八九十一二三四五六七八九十末后'), [
      { text: '一二三四五六七八九十一二三四五六七八九十末', start: 1 },
    ]);
    assert.deepEqual(finder.find('一二三四五六七八九十一二三四五六七八九十'), []);
    assert.deepEqual(finder.find('短句。甲。'), []);
  });

  it('no file of the project holds a sentence of the paper or of a coded document', function () {
    if (!existsSync(join(shared, 'gold/dev')) || !existsSync(join(shared, 'paper'))) return this.skip();
    const texts = ['gold/dev', 'paper'].flatMap((folder) =>
      readdirSync(join(shared, folder))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(shared, folder, name), 'utf8')),
    );
    assert.ok(texts.length > 30, 'sources');
    const finder = new CopyFinder(texts);
    const copies = trackedFiles()
      .filter((file) => existsSync(join(root, file)))
      .flatMap((file) =>
        finder.find(readFileSync(join(root, file), 'utf8')).map(({ text }) => `${file}: ${text}`),
      );
    assert.deepEqual(copies, []);
  });
});
