import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commented } from '../convert/comments/commented';
import { oldWordFile } from '../convert/fromOldWord/file';
import { paragraph, wordFile } from '../convert/fromWord/file';
import { cli, folderWith } from './harness';

const lines = [
  '关于推进某市科技创新和产业创新融合的备忘录',
  '一、存在问题',
  '全市没有一条面向中小企业开放的中试线，公共检测设备老旧不足。',
  '二、下一步措施',
  '建设概念验证中心，年内建成__个。',
];
const memo = `# ${lines[0]}\n\n## ${lines[1]}\n\n${lines[2]}\n\n## ${lines[3]}\n\n${lines[4]}\n`;
const word = wordFile({ body: lines.map((line) => paragraph(line)).join('') });

/** What the comments of a written file say, and beside which words. */
const commentsIn = (folder: string, name: string) =>
  commented({ bytes: readFileSync(join(folder, name)), notes: [] }).comments;

describe('comment', () => {
  const files = { 'a.docx': word, 'b.policy.md': memo, 'c.txt': lines.join('\n'), 'd.pdf': '%PDF-1.7' };

  for (const name of ['a.docx', 'b.policy.md', 'c.txt'])
    it(`puts findings beside their sentences in the margin of ${name}, and leaves it alone`, async () => {
      const folder = folderWith(files);
      const before = readFileSync(join(folder, name));
      const { code, err } = await cli(['comment', name, '-o', 'out/a.docx'], { cwd: folder });
      assert.equal(code, 0, err);
      const comments = commentsIn(folder, 'out/a.docx');
      const [title, ...others] = comments;
      assert.equal(title?.[0].replaceAll('\n', ''), lines[0]);
      assert.equal(title?.[1], '经逐句查看全文，提出以下意见，供修改时参考。');
      const blank = others.find(([words]) => words === '__');
      assert.ok(blank, JSON.stringify(others));
      assert.ok(!others.some(([, ...says]) => /^(?:问题|对策)：/u.test(says.join())));
      assert.deepEqual(readFileSync(join(folder, name)), before);
    });

  it('also says of each sentence what it was taken for, where that is asked for', async () => {
    const folder = folderWith(files);
    await cli(['comment', 'a.docx', '--tags', '-o', 'out.docx'], { cwd: folder });
    const tags = commentsIn(folder, 'out.docx').filter(([, said = '']) => said.startsWith('问题：'));
    assert.deepEqual(tags, [[lines[2], '问题：设施瓶颈']]);
  });

  it('keeps to the rules and the taxonomy that are given', async () => {
    const folder = folderWith(files);
    const { code } = await cli(['comment', 'a.docx', '--rule', 'PL111=off', '-o', 'out.docx'], {
      cwd: folder,
    });
    assert.equal(code, 0);
    assert.ok(!commentsIn(folder, 'out.docx').some(([words]) => words === '__'));
    const wrong = await cli(['comment', 'a.docx', '--rule', 'PL999=off', '-o', 'x.docx'], { cwd: folder });
    assert.equal(wrong.code, 2);
  });

  it('keeps to what was said of a text beside it', async () => {
    const sidecar = {
      version: 1,
      suppressions: [{ id: 'x', target: 'finding', rule: 'PL111', scope: 'file', reason: '' }],
    };
    const folder = folderWith({
      ...files,
      '.policy-lens/annotations/c.txt.json': JSON.stringify(sidecar),
    });
    await cli(['comment', 'c.txt', '-o', 'out.docx'], { cwd: folder });
    assert.ok(!commentsIn(folder, 'out.docx').some(([words]) => words === '__'));
  });

  it('says that what was said of a text cannot be read', async () => {
    const folder = folderWith({ ...files, '.policy-lens/annotations/c.txt.json': '{' });
    const { code, err } = await cli(['comment', 'c.txt', '-o', 'out.docx'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(err, /^c\.txt[^\n]*旁存/mu);
  });

  it('writes several into a folder, and says of the rest why not; never over what is read', async () => {
    const folder = folderWith(files);
    const { code, err } = await cli(['comment', 'a.docx', 'b.policy.md', 'd.pdf', '-o', 'out'], {
      cwd: folder,
    });
    assert.equal(code, 2);
    assert.deepEqual(
      ['a', 'b', 'd'].map((name) => existsSync(join(folder, `out/${name}.docx`))),
      [true, true, false],
    );
    assert.match(err, /d\.pdf: 是 PDF/u);
    assert.match(err, /b\.policy\.md: 还有 1 处空位未填。/u);
    const over = await cli(['comment', 'a.docx', '-o', 'a.docx', '--force'], { cwd: folder });
    assert.equal(over.code, 2);
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), Buffer.from(word));
  });

  it('says why a Word file cannot be read', async () => {
    const folder = folderWith({ 'a.docx': 'no archive' });
    const { code, err } = await cli(['comment', 'a.docx', '-o', 'b.docx'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /a\.docx: 不是 \.docx 文件/u);
    assert.ok(!existsSync(join(folder, 'b.docx')));
  });

  it('says of an older Word file how to make one that takes comments', async () => {
    const folder = folderWith({ 'a.doc': oldWordFile({ paragraphs: [{ text: '推动融合。' }] }) });
    const { code, err } = await cli(['comment', 'a.doc', '-o', 'out.docx'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /a\.doc: 是旧版 Office 文档，批注只能写进 \.docx。/u);
  });

  it('is no text for a terminal, only for a file or another program', async () => {
    const folder = folderWith(files);
    const { code, err } = await cli(['comment', 'a.docx', '-o', '-'], { cwd: folder, isTerminal: true });
    assert.equal(code, 2);
    assert.match(err, /不是文字/u);
    const written = await cli(['comment', 'a.docx', '-o', 'out.docx'], { cwd: folder, isTerminal: true });
    assert.equal(written.code, 0, written.err);
    const { out } = await cli(['comment', 'a.docx', '-o', '-'], { cwd: folder });
    assert.ok(out.startsWith('PK'), 'no Word file');
  });
});
