import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, folderWith } from './harness';

const memo = '# 关于建设平台的意见\n\n由科技局建设平台__个。\n';

describe('word', () => {
  const files = { 'a.policy.md': memo, 'b.txt': memo, 'c.pdf': '%PDF-1.7', 'd.md': '' };

  it('writes a Word file, says what is open, and leaves the text alone', async () => {
    const folder = folderWith(files);
    const { code, err } = await cli(['word', 'a.policy.md', '-o', 'deep/a.docx'], { cwd: folder });
    assert.equal(code, 0, err);
    assert.equal(readFileSync(join(folder, 'deep/a.docx')).toString('latin1', 0, 2), 'PK');
    assert.match(err, /a\.policy\.md: 还有 1 处空位未填。/u);
    assert.equal(readFileSync(join(folder, 'a.policy.md'), 'utf8'), memo);
  });

  it('overwrites only when told to, and never the text', async () => {
    const folder = folderWith({ ...files, 'a.docx': 'mine' });
    assert.equal((await cli(['word', 'a.policy.md', '-o', 'a.docx'], { cwd: folder })).code, 2);
    assert.equal(readFileSync(join(folder, 'a.docx'), 'utf8'), 'mine');
    assert.equal((await cli(['word', 'a.policy.md', '-o', 'a.docx', '--force'], { cwd: folder })).code, 0);
    const { code, err } = await cli(['word', 'b.txt', '-o', 'b.txt', '--force'], { cwd: folder });
    assert.equal(code, 2, err);
    assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), memo);
  });

  it('writes several into a folder, and says of the rest why not', async () => {
    const folder = folderWith(files);
    const { code, err } = await cli(['word', 'a.policy.md', 'b.txt', 'c.pdf', 'd.md', '-o', 'out'], {
      cwd: folder,
    });
    assert.equal(code, 2);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((name) => existsSync(join(folder, `out/${name}.docx`))),
      [true, true, false, false],
    );
    assert.match(err, /c\.pdf: 是 PDF/u);
    assert.match(err, /d\.md: 文中没有文字/u);
  });

  it('wants to know where', async () => {
    const { code, err } = await cli(['word', 'a.policy.md'], { cwd: folderWith(files) });
    assert.equal(code, 2);
    assert.match(err, /--output/u);
  });

  it('writes to standard output where that is asked for', async () => {
    const folder = folderWith(files);
    const { code, out } = await cli(['word', 'a.policy.md', '-o', '-'], { cwd: folder });
    assert.equal(code, 0);
    assert.ok(out.startsWith('PK'), 'no Word file');
    assert.ok(!existsSync(join(folder, '-')));
    const shown = await cli(['word', 'a.policy.md', '-o', '-'], { cwd: folder, isTerminal: true });
    assert.equal(shown.code, 2);
    assert.equal(shown.out, '');
  });
});
