import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exportFormats } from '../../../src/cli/formats';
import { largestFile } from '../../../src/cli/input/source';
import { cli, folderWith, memo, repositoryWith } from './harness';

/** The same memo without what answers its problem. */
const withoutMeasure = memo.replace(
  '培育技术经理人队伍，建设技术转移机构，常态化组织成果对接活动。',
  '各有关单位要高度重视。',
);

describe('reports on the command line', () => {
  const folder = folderWith({
    'a.md': `# ${memo}`,
    'b.txt': memo,
    'meta.csv': '文件,机关,年份,层级\na.md,东海市,2024,市\n',
  });
  const at = { cwd: folder };

  for (const format of exportFormats.filter((name) => name !== 'json'))
    it(`${format} is written to a file`, async () => {
      const { code, out, err } = await cli(
        ['coverage', 'a.md', 'b.txt', '-f', format, '-o', `${format}.out`],
        at,
      );
      assert.deepEqual([code, out], [0, '']);
      const target = join(folder, `${format}.out`);
      const size =
        format === 'csv' ? readFileSync(join(target, 'tags.csv')).length : readFileSync(target).length;
      assert.ok(size > 200);
      assert.match(err, /已写入/);
    });

  it('several files go beside the one named', async () => {
    await cli(['coverage', 'a.md', '-f', 'csv', '-o', 'deep/mine.csv'], at);
    assert.deepEqual(readdirSync(join(folder, 'deep')).sort(), [
      'mine.categories.csv',
      'mine.csv',
      'mine.documents.csv',
      'mine.links.csv',
    ]);
  });

  for (const [target, expected] of [
    ['br', ['annotation.conf', 'deep/b.txt.ann', 'deep/b.txt.txt', 'visual.conf']],
    ['br/one.txt', ['annotation.conf', 'one.ann', 'one.txt', 'visual.conf']],
  ] as const)
    it(`of one document are found by brat in ${target}, whatever folder the document is in`, async () => {
      const own = folderWith({ 'deep/b.txt': memo });
      const { code } = await cli(['export', '-f', 'brat', 'deep/b.txt', '-o', target], { cwd: own });
      const written = readdirSync(join(own, 'br'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          relative(join(own, 'br'), join(parentPath, name)).split(sep).join('/'),
        );
      assert.deepEqual([code, written.sort()], [0, expected]);
    });

  for (const [target, written] of [
    ['new', join('new', 'brat.zip')],
    ['new/a.zip', 'new/a.zip'],
    ['known', 'known'],
    ['there', join('there', 'brat.zip')],
  ] as const)
    it(`of several documents for brat, as ${target}, are written to ${written}`, async () => {
      const own = folderWith({ 'a.txt': memo, 'b.txt': `${memo}完。\n`, known: '', 'there/x': '' });
      const { code, err } = await cli(['export', 'a.txt', 'b.txt', '-f', 'brat', '-o', target], { cwd: own });
      assert.deepEqual([code, err], [0, `已写入 ${written}\n`]);
      assert.equal(readFileSync(join(own, written)).subarray(0, 2).toString(), 'PK');
    });

  it('make the folders they need, and take a folder for a folder, in every format', async () => {
    const own = folderWith({ 'b.txt': memo, 'there/x': '' });
    const cases: [format: string, target: string, written: string][] = [
      ['json', 'new/deep/x.json', 'new/deep/x.json'],
      ['json', 'there', 'there/policy-lens.json'],
      ['text', 'made/', 'made/policy-lens.txt'],
      ['html', 'new/more/x.html', 'new/more/x.html'],
      ['xlsx', 'there', 'there/policy-lens.xlsx'],
      ['xlsx', 'made/', 'made/policy-lens.xlsx'],
      ['csv', 'tables.csv/', 'tables.csv/links.csv'],
    ];
    for (const [format, target, written] of cases) {
      const { code } = await cli(['annotate', 'b.txt', '-f', format, '-o', target], { cwd: own });
      assert.equal(code, 0, `${format} ${target}`);
      assert.ok(readFileSync(join(own, written)).length > 200, written);
    }
  });

  for (const [target, written] of [
    ['x.html', 'x.html'],
    ['deep/x.html', 'deep/x.html'],
    ['there', 'there/report.html'],
    ['made/more/', 'made/more/report.html'],
    ['../x.html', '../x.html'],
  ] as const)
    it(`link from a page written to ${target} to the documents`, async () => {
      const cwd = join(folderWith({ 'w/甲/b.txt': memo, 'w/there/x': '' }), 'w');
      await cli(['coverage', '甲/b.txt', '-f', 'html', '-o', target], { cwd });
      const page = readFileSync(join(cwd, written), 'utf8');
      const links = [...page.matchAll(/ href="([^"#]+)"/g)].map(([, link]) => decodeURIComponent(link ?? ''));
      assert.ok(links.length > 0);
      for (const link of links)
        assert.equal(join(dirname(join(cwd, written)), link), join(cwd, '甲/b.txt'), link);
    });

  for (const [name, document, target] of [
    ['folders with marks of addresses in their names', '甲 #1/b 50%.txt', '../../out/x.html'],
    ['a document far from the working folder', '../../../远 #2/b.txt', 'x.html'],
  ] as const)
    it(`link to ${name}`, async () => {
      const own = folderWith({ 'in/a/w 50% #/甲 #1/b 50%.txt': memo, '远 #2/b.txt': memo, 'in/out/x': '' });
      const cwd = join(own, 'in/a/w 50% #');
      await cli(['coverage', document, '-f', 'html', '-o', target], { cwd });
      const file = join(cwd, target);
      const page = readFileSync(file, 'utf8');
      const links = [...page.matchAll(/ href="([^"#]+)"|"href":"([^"]+)"/g)].map(
        ([, link, inData]) => link ?? inData ?? '',
      );
      assert.ok(links.length > 1);
      for (const link of links)
        assert.equal(fileURLToPath(new URL(link, pathToFileURL(file))), join(cwd, document), link);
    });

  it('go to standard output, where the other files are named', async () => {
    const { out, err } = await cli(['coverage', 'a.md', '-f', 'csv'], at);
    assert.ok(out.startsWith('\ufeffdocument,'));
    assert.match(err, /documents\.csv/);
  });

  it('use metadata and name the day', async () => {
    const { out } = await cli(['coverage', 'a.md', 'b.txt', '-f', 'markdown', '--metadata', 'meta.csv'], at);
    assert.match(out, /东海市/);
    assert.match(out, /2026-01-31/);
  });

  it('tell what is wrong with metadata in every format, by the name of its file', async () => {
    const own = folderWith({ 'a.md': memo, '表.csv': '机关,年份\n东海市,2024\n' });
    for (const format of ['csv', 'xlsx', 'markdown', 'sarif']) {
      const args = ['coverage', 'a.md', '-f', format, '-o', 'out/', '--metadata', '表.csv'];
      const { code, err } = await cli(args, { cwd: own });
      assert.equal(code, 0);
      assert.match(err, /^表\.csv 的表头（第 1 行）里没有文件路径/m, format);
      if (format === 'markdown')
        assert.match(
          readFileSync(join(own, 'out/report.md'), 'utf8'),
          /表\.csv 的表头（第 1 行）里没有文件路径/,
        );
    }
    const right = await cli(['coverage', 'a.md', '-f', 'csv', '--metadata', 'meta.csv'], at);
    assert.doesNotMatch(right.err, /meta\.csv/);
  });

  it('show a word in its contexts', async () => {
    const { out } = await cli(['coverage', 'a.md', 'b.txt', '-f', 'markdown', '--concordance', '熟化'], at);
    assert.ok(out.split('熟化').length > 3);
  });

  for (const format of ['markdown', 'html'])
    it(`say of a word that it is nowhere (${format})`, async () => {
      const args = ['coverage', 'a.md', '-f', format, '--concordance', '熟化', '--concordance', '量子'];
      const { out } = await cli(args, at);
      assert.match(out, /“量子”的上下文[^|]{0,60}读过的文本中没有出现这个词。/);
      assert.equal(out.split('没有出现这个词').length, 2);
    });

  it('leave an earlier file as it was when the run fails', async () => {
    await cli(['coverage', 'a.md', '-f', 'json', '-o', 'keep.json'], at);
    const before = readFileSync(join(folder, 'keep.json'), 'utf8');
    const failing = { ...at, loadData: () => Promise.reject(new Error('no tokenizer')) };
    const { code } = await cli(['coverage', 'a.md', '-f', 'json', '-o', 'keep.json'], failing);
    assert.equal(code, 2);
    assert.equal(readFileSync(join(folder, 'keep.json'), 'utf8'), before);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('are never written over a text they are about, by whatever name', async function () {
    if (process.platform === 'win32') this.skip();
    const page = '<h1>关于成果转化的通知</h1>';
    const own = folderWith({ 'in/a.txt': memo, 'b.txt': withoutMeasure, 'tags.csv': memo, 'c.html': page });
    symlinkSync('in/a.txt', join(own, 'link.txt'));
    for (const line of [
      'annotate in/a.txt -o in/a.txt',
      'annotate link.txt -f json -o ./in/../in/a.txt',
      'coverage . -o b.txt',
      'export -f markdown in/a.txt -o in/a.txt',
      'export -f csv tags.csv -o ./',
      'compare in/a.txt b.txt -o b.txt',
      'import c.html -o c.html --force',
    ]) {
      const { code, out, err } = await cli(line.split(' '), { cwd: own });
      assert.deepEqual([code, out], [2, ''], line);
      assert.match(err, /原文/, line);
    }
    const left = ['in/a.txt', 'b.txt', 'tags.csv', 'c.html'].map((name) =>
      readFileSync(join(own, name), 'utf8'),
    );
    assert.deepEqual(left, [memo, withoutMeasure, memo, page]);
    assert.deepEqual(readdirSync(own).sort(), ['b.txt', 'c.html', 'in', 'link.txt', 'tags.csv']);
  });

  it('in the folder they are about are no documents of it, and are made anew', async () => {
    const own = { cwd: folderWith({ 'a.txt': memo }) };
    for (const time of ['once', 'again'])
      for (const [format, name] of [
        ['markdown', 'report.md'],
        ['html', 'report.html'],
      ] as const) {
        const { code, err } = await cli(['coverage', '.', '-f', format, '-o', name], own);
        assert.equal(code, 0, `${name} ${time}: ${err}`);
      }
    const { documents } = JSON.parse((await cli(['coverage', '.', '-f', 'json'], own)).out) as {
      documents: { path: string; checked: { isPolicyText: boolean } }[];
    };
    assert.deepEqual(
      documents.map(({ path, checked }) => [path, checked.isPolicyText]),
      [
        ['a.txt', true],
        ['report.md', false],
      ],
    );
  });

  it('of a comparison name what was lost', async () => {
    const changed = folderWith({
      'old.txt': memo,
      'new.txt': withoutMeasure,
    });
    const { code, out } = await cli(['compare', 'old.txt', 'new.txt'], { cwd: changed });
    assert.equal(code, 0);
    // At a glance, before the sentences.
    assert.match(out, /\| (?:失去|减弱)的类别 \| [^|]*R2\.3/);
    const same = await cli(['compare', 'old.txt', './old.txt'], { cwd: changed });
    assert.equal(same.code, 2);
    assert.match(same.err, /同一个文件 old\.txt/);
    const missing = await cli(['compare', 'old.txt', 'none.txt'], { cwd: changed });
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.match(missing.err, /^none\.txt: 没有这个文件/);
    // A terminal gets what the tables quote; a file all sentences behind the figures, too.
    const whole = await cli(['compare', 'old.txt', 'new.txt', '-f', 'markdown'], { cwd: changed });
    assert.doesNotMatch(out, /## 依据/);
    assert.match(whole.out, /## 依据/);
    await cli(['compare', 'old.txt', 'new.txt', '-f', 'html', '-o', 'c.html'], { cwd: changed });
    assert.ok(existsSync(join(changed, 'c.html')));
  });

  it('of a comparison with a git revision name what was lost since', async () => {
    const cwd = repositoryWith({ '分/文稿.txt': memo });
    writeFileSync(join(cwd, '分/文稿.txt'), withoutMeasure);
    const { code, out } = await cli(['compare', '分/文稿.txt', '--against', 'HEAD'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /文稿\.txt \(HEAD\)/);
    assert.match(out, /R2\.3/);
    for (const [file, revision] of [
      ['分/文稿.txt', 'nowhere'],
      ['分/文稿.txt', '--output=x'],
      ['分/新.txt', 'HEAD'],
    ] as const) {
      writeFileSync(join(cwd, '分/新.txt'), memo);
      const failed = await cli(['compare', file, `--against=${revision}`], { cwd });
      assert.equal(failed.code, 2);
      assert.match(failed.err, /不能与版本/);
    }
  });

  it('of a comparison with a revision in which the file was too large say so', async () => {
    const cwd = repositoryWith({ 'a.txt': ' '.repeat(largestFile + 1000) });
    writeFileSync(join(cwd, 'a.txt'), memo);
    const { code, err } = await cli(['compare', 'a.txt', '--against', 'HEAD'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /超过 20 MB/);
  });
});
