import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, folderWith, memo, output } from './harness';

describe('bad input', () => {
  const folder = folderWith({
    'good.txt': memo,
    'empty.txt': '',
    'binary.txt': Buffer.from([1, 0, 2]),
    'damaged.txt': Buffer.concat([Buffer.from(memo), Buffer.from([0xff])]),
    'letter.docx': Buffer.from('PK\x03\x04 word/document.xml'),
    'sub/other.md': `# ${memo}`,
  });

  it('is told with the file, the reason and the mend; the rest is analysed', async () => {
    const names = ['good.txt', 'binary.txt', 'damaged.txt', 'nowhere.txt', 'letter.docx', '*.nothing'];
    const { code, out, err } = await cli(['annotate', '--format', 'json', ...names], { cwd: folder });
    assert.equal(code, 2);
    const { documents, skipped } = output(out);
    assert.deepEqual(
      documents.map(({ path }) => path),
      ['good.txt'],
    );
    assert.deepEqual(skipped.map(({ path }) => path).sort(), names.slice(1).sort());
    for (const { path, reason } of skipped) assert.ok(err.includes(`${path}: ${reason}`), path);
  });

  it('is no error where a file is only empty', async () => {
    const { code, out } = await cli(['annotate', '--format', 'json', 'empty.txt'], { cwd: folder });
    assert.equal(code, 0);
    const [document] = output(out).documents;
    assert.deepEqual(
      [document?.length, document?.annotations, document?.coverage.missing.length],
      [0, [], 19],
    );
    assert.match((await cli(['annotate', 'empty.txt'], { cwd: folder })).out, /空文件/);
  });

  it('is listed, but no error, where a folder holds other documents', async () => {
    const { code, out, err } = await cli(
      ['coverage', '--format', 'json', '.', '--exclude', '{binary,damaged}.txt'],
      {
        cwd: folder,
      },
    );
    assert.equal(code, 0);
    assert.deepEqual(
      output(out).documents.map(({ path }) => path),
      ['empty.txt', 'good.txt', 'sub/other.md'],
    );
    assert.deepEqual(
      output(out).skipped.map(({ path }) => path),
      ['letter.docx'],
    );
    assert.match(err, /letter\.docx/);
  });

  for (const [name, args, told] of [
    ['has nothing', ['empty'], /^empty: .*\.md、\.markdown、\.txt/],
    ['has other documents only', ['word', '-f', 'json'], /^word: .*没有可以读取的文本.*\n.*letter\.docx/],
    ['has a README only', ['about'], /^about: .*README/],
    ['has nothing that is included', ['in', '--include', '*.log'], /^in: .*--include/],
    ['is named beside one with a text', ['in', 'empty/'], /^empty\/: /],
  ] as const)
    it(`is a folder that ${name}`, async () => {
      const cwd = folderWith({
        'in/a.txt': memo,
        'empty/x.png': '',
        'word/letter.docx': 'PK',
        'about/README.md': memo,
      });
      const { code, err } = await cli(['coverage', ...args], { cwd });
      assert.equal(code, 2);
      assert.match(err, told);
      assert.equal(err.split('--include').length, 2, 'said once');
    });

  it('of a million bytes is analysed', async () => {
    const large = folderWith({ 'large.txt': `${'No policy here.\n'.repeat(62_000)}${memo}` });
    const { code, out } = await cli(['coverage', 'large.txt'], { cwd: large });
    assert.equal(code, 0);
    assert.match(out, /P2\.1/);
  });

  it('is refused where a file is too large', async () => {
    const large = folderWith({ 'large.txt': Buffer.alloc(21 * 1024 * 1024, 0x61) });
    const { code, err } = await cli(['coverage', 'large.txt'], { cwd: large });
    assert.equal(code, 2);
    assert.match(err, /large\.txt: .*20 MB/);
  });

  const usage: [string, string[], RegExp][] = [
    ['no file', ['annotate'], /没有给出文件/],
    ['an unknown format', ['annotate', 'good.txt', '--format', 'docx'], /docx.*text、json/],
    ['an unknown option', ['annotate', 'good.txt', '--fast'], /没有选项 --fast/],
    ['an unknown command', ['translate'], /没有命令 translate/],
    ['an export without a format', ['export', 'good.txt'], /--format.*csv/],
    [
      'a bad severity',
      ['annotate', 'good.txt', '--fail-on', 'fatal'],
      /--fail-on.*fatal.*可用：error、warning/s,
    ],
    ['an option without its value', ['annotate', 'good.txt', '--taxonomy'], /--taxonomy.*缺少值/],
    ['a required option left out', ['explain', 'good.txt'], /必须给出选项 --at/],
    ['a required argument left out', ['compare'], /缺少参数/],
    ['a comparison with nothing', ['compare', 'good.txt'], /--against/],
    ['a comparison with two things', ['compare', 'good.txt', 'good.txt', '--against', 'HEAD'], /--against/],
    ['a rule that is none', ['annotate', 'good.txt', '--rule', 'PL999=hint'], /PL999.*PL101/],
    ['a bad rule', ['annotate', 'good.txt', '--rule', 'PL101=loud'], /PL101=loud/],
    ['a rule with two severities', ['annotate', 'good.txt', '--rule', 'PL101=warning=x'], /PL101=warning=x/],
    // They tell no findings, so a severity would change nothing.
    ['a rule for a comparison', ['compare', 'good.txt', 'gap.md', '--rule', 'PL101=off'], /没有选项 --rule/],
    ['a rule for an explanation', ['explain', 'good.txt', '--at', '1', '--rule', 'PL101=off'], /--rule/],
    ['a rule for an evaluation', ['evaluate', '--gold', '.', '--rule', 'PL101=off'], /--rule/],
    ['a format every object has', ['annotate', 'good.txt', '-f', 'constructor'], /constructor.*text、json/],
    ['a format of no letters', ['export', 'good.txt', '-f', '__proto__'], /__proto__.*text、json/],
    ['an empty name', ['annotate', ''], /空的文件名/],
    ['an empty output', ['coverage', 'good.txt', '-f', 'json', '-o', ''], /空的文件名/],
    ['a bad number of threads', ['annotate', 'good.txt', '--jobs', '0'], /1 到 256 的整数。$/m],
    ['a bad number of errors', ['evaluate', '--gold', '.', '--errors', 'x'], /0 或更大的整数。$/m],
    ['a taxonomy that is not there', ['annotate', 'good.txt', '--taxonomy', 'no.yaml'], /no\.yaml/],
    [
      'a baseline that is none',
      ['annotate', 'good.txt', '--baseline', 'good.txt'],
      // Never a command that would write over the file named.
      /^good\.txt 不是(?:(?!> good\.txt).)*$/m,
    ],
    ['files beside NDJSON', ['annotate', 'good.txt', '--stdin-ndjson'], /--stdin-ndjson/],
    ['metadata without a report', ['coverage', '.', '--metadata', 'good.txt'], /--metadata/],
    [
      'a folder to write to that is a file',
      ['annotate', 'good.txt', '-o', 'empty.txt/where.txt'],
      /empty\.txt\/where\.txt/,
    ],
  ];
  for (const [name, args, message] of usage)
    it(`on the command line (${name}) ends with 2 and a message`, async () => {
      const { code, out, err } = await cli(args, { cwd: folder });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.doesNotMatch(err, /程序出错/);
    });

  it('names the option or command that may be meant, and the help that lists it', async () => {
    const said = async (...args: string[]): Promise<string> =>
      (await cli(['--lang', 'en', ...args], { cwd: folder })).err;
    assert.equal(
      await said('coverage', '--fromat', 'json', 'good.txt'),
      'There is no option --fromat.\nDid you mean: --format?\nSee policy-lens help coverage.\n',
    );
    assert.equal(
      await said('coverag'),
      'There is no command coverag.\nDid you mean: coverage?\nSee policy-lens help.\n',
    );
    assert.equal(
      await said('compare', '--xyzzy'),
      'There is no option --xyzzy.\nSee policy-lens help compare.\n',
    );
  });

  it('in a taxonomy names the path as it was typed', async () => {
    mkdirSync(join(folder, 'in'), { recursive: true });
    writeFileSync(join(folder, 'in/mine.yaml'), 'id: mine\nversion: 1.0.0\nunheard: of\n');
    const { err } = await cli(['annotate', 'good.txt', '--taxonomy', './in/mine.yaml'], { cwd: folder });
    assert.match(err, /^\.\/in\/mine\.yaml:3 /m);
  });

  it('in a taxonomy names file, line and mend', async () => {
    writeFileSync(join(folder, 'mine.yaml'), 'id: mine\nversion: 1.0.0\nunheard: of\n');
    const { code, err } = await cli(['annotate', 'good.txt', '--taxonomy', 'mine.yaml'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /^mine\.yaml:\d+ /m);
  });
});
