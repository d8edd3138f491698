import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ofdFile, textObject } from '../convert/fromOfd/file';
import { cli, folderWith } from './harness';

const page =
  '<!doctype html><meta charset="utf-8"><title>通知</title><h1>关于成果转化的通知</h1><p>培育技术经理人。</p>';

describe('import', () => {
  const files = { 'a.html': page, 'b.htm': page, 'c.docx': 'not a Word document' };

  it('reads an OFD, and says of one that is to be analysed how', async () => {
    const folder = folderWith({ 'b.md': '# 标题\n' });
    writeFileSync(join(folder, 'a.ofd'), ofdFile([[textObject('培育技术经理人。', { x: 28, y: 60 })]]));
    assert.match((await cli(['import', 'a.ofd'], { cwd: folder })).out, /^培育技术经理人。$/m);
    const { err } = await cli(['annotate', 'a.ofd'], { cwd: folder });
    assert.match(err, /a\.ofd: 是 OFD 版式文件。请先转换：policy-lens import/u);
  });

  it('writes Markdown to standard output or to the file named, and leaves the original alone', async () => {
    const folder = folderWith(files);
    const { code, out } = await cli(['import', 'a.html'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(out, /^# 关于成果转化的通知$/m);
    assert.match(out, /^培育技术经理人。$/m);
    assert.equal((await cli(['import', 'a.html', '-o', '-'], { cwd: folder })).out, out);
    assert.ok(!existsSync(join(folder, '-')));
    await cli(['import', 'a.html', '-o', 'deep/a.md'], { cwd: folder });
    assert.equal(readFileSync(join(folder, 'deep/a.md'), 'utf8'), out);
    assert.equal(readFileSync(join(folder, 'a.html'), 'utf8'), page);
  });

  it('reads old Word files, and tells how where one is to be analysed as it is', async () => {
    const folder = folderWith({ '意见.doc': readFileSync('test/fixtures/oldWord/memo.doc') });
    const { code, out, err } = await cli(['import', '意见.doc'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(out, /^### （一）建设中试平台$/m);
    assert.match(err, /自动编号 12 处/u);
    const analysed = await cli(['annotate', '意见.doc'], { cwd: folder });
    assert.match(analysed.err, /policy-lens import/u);
  });

  it('overwrites only when told to', async () => {
    const folder = folderWith({ ...files, 'a.html': `${page}<img>`, 'a.md': 'mine' });
    const refused = await cli(['import', 'a.html', '-o', 'a.md'], { cwd: folder });
    assert.equal(refused.code, 2);
    // Nor does it tell of images in what it does not write.
    assert.equal(refused.err.trim().split('\n').length, 1);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'mine');
    assert.equal((await cli(['import', 'a.html', '-o', 'a.md', '--force'], { cwd: folder })).code, 0);
    assert.notEqual(readFileSync(join(folder, 'a.md'), 'utf8'), 'mine');
  });

  it('does what it can with several files and tells the rest', async () => {
    const folder = folderWith(files);
    assert.equal((await cli(['import', 'a.html', 'b.htm'], { cwd: folder })).code, 2);
    const { code, err } = await cli(['import', 'a.html', 'c.docx', 'none.html', 'b.htm', '-o', 'out'], {
      cwd: folder,
    });
    assert.equal(code, 2);
    assert.ok(existsSync(join(folder, 'out/a.policy.md')) && existsSync(join(folder, 'out/b.policy.md')));
    assert.ok(!existsSync(join(folder, 'out/c.policy.md')));
    for (const name of ['c.docx', 'none.html']) assert.ok(err.includes(name), name);
  });

  it('keeps the first of two files whose Markdown would have one name', async () => {
    const other = page.replace('培育技术经理人', '建设中试平台');
    const folder = folderWith({ 'a/x.html': page, 'b/x.htm': other, 'b/y.html': other });
    for (const force of [[], ['--force']]) {
      const { code, err } = await cli(['import', 'a/x.html', 'b/x.htm', 'b/y.html', '-o', 'out', ...force], {
        cwd: folder,
      });
      assert.equal(code, 2);
      assert.match(err, /b\/x\.htm 没有转换.*a\/x\.html/);
      assert.match(readFileSync(join(folder, 'out/x.policy.md'), 'utf8'), /培育技术经理人/);
      assert.match(readFileSync(join(folder, 'out/y.policy.md'), 'utf8'), /建设中试平台/);
    }
  });
});
