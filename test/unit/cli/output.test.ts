import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, folderWith, memo, output } from './harness';

const samples = [
  'samples/01-有缺口的备忘录.policy.md',
  'samples/03-调研报告.md',
  'samples/04-不是政策文本.md',
];

describe('annotate and coverage --format json', () => {
  it('write the published schema', async () => {
    const [annotated, covered] = await Promise.all(
      ['annotate', 'coverage'].map((command) => cli([command, '--format', 'json', ...samples])),
    );
    assert.equal(annotated?.code, 0);
    const { documents, skipped, schemaVersion, offsetUnit } = output(annotated?.out ?? '');
    assert.deepEqual([schemaVersion, offsetUnit, skipped], ['1.0', 'utf-16', []]);
    assert.deepEqual(
      documents.map(({ path }) => path),
      samples,
    );
    assert.deepEqual(output(covered?.out ?? '').documents, documents);
  });

  it('give offsets that cut the quotes out of the text', async () => {
    const { documents } = output((await cli(['annotate', '--format', 'json', ...samples])).out);
    for (const { path, length, sha256, annotations, nearest, instruments, diagnostics } of documents) {
      const bytes = readFileSync(path);
      const text = bytes.toString('utf8');
      assert.equal(length, text.length);
      assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'));
      for (const { start, end, quote, evidence } of [...annotations, ...nearest]) {
        assert.equal(text.slice(start, end), quote);
        for (const piece of evidence) assert.equal(text.slice(piece.start, piece.end), piece.text);
      }
      for (const { hits } of instruments)
        for (const hit of hits) assert.equal(text.slice(hit.start, hit.end), hit.text);
      for (const { start, end, quote } of diagnostics) assert.equal(text.slice(start, end), quote);
    }
  });

  it('split the nineteen remedies into covered, thin and missing', async () => {
    for (const { coverage } of output((await cli(['coverage', '--format', 'json', ...samples])).out)
      .documents) {
      const all = [...coverage.covered, ...coverage.thin, ...coverage.missing];
      assert.equal(all.length, 19);
      assert.equal(new Set(all).size, 19);
    }
  });

  it('are the same for the same bytes', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => cli(['annotate', '--format', 'json', ...samples])),
    );
    assert.equal(first?.out, second?.out);
  });

  it('find the same sentences whatever the encoding and the line ends', async () => {
    const utf16 = Buffer.from(`\ufeff${memo}`, 'utf16le');
    const folder = folderWith({
      'utf8.txt': memo,
      'bom.txt': `\ufeff${memo}`,
      'le.txt': utf16,
      'be.txt': Buffer.from(utf16).swap16(),
      'crlf.txt': memo.replaceAll('\n', '\r\n'),
    });
    const { out, code } = await cli(['annotate', '--format', 'json', '.'], { cwd: folder });
    assert.equal(code, 0);
    const documents = new Map(output(out).documents.map((document) => [document.path, document]));
    const plain = documents.get('utf8.txt');
    assert.ok(plain && plain.annotations.length > 0);
    for (const name of ['bom.txt', 'le.txt', 'be.txt'])
      assert.deepEqual(documents.get(name)?.annotations, plain.annotations, name);
    assert.deepEqual(
      ['utf8.txt', 'bom.txt', 'le.txt', 'be.txt'].map((name) => documents.get(name)?.encoding),
      ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'],
    );
    const crlf = documents.get('crlf.txt');
    assert.equal(crlf?.length, memo.length + memo.split('\n').length - 1);
    assert.deepEqual(
      crlf.annotations.map(({ quote, category }) => `${category} ${quote}`),
      plain.annotations.map(({ quote, category }) => `${category} ${quote}`),
    );
  });

  it('keep offsets after characters of two code units, and lone surrogates', async () => {
    const text = `😀𠮷\ud800。${memo}`;
    const folder = folderWith({ 'a.txt': Buffer.from(`\ufeff${text}`, 'utf16le') });
    const { out, code } = await cli(['annotate', '--format', 'json', 'a.txt'], { cwd: folder });
    assert.equal(code, 0);
    const [document] = output(out).documents;
    assert.equal(document?.length, text.length);
    assert.ok(document.annotations.length > 0);
    for (const { start, end, quote } of document.annotations) assert.equal(text.slice(start, end), quote);
  });
});

describe('help', () => {
  it('names a default only where there is one', async () => {
    for (const [command, expected] of [
      ['annotate', /--format .*默认 text/s],
      ['export', /--format <format> +输出格式，必须写：json(?!.*默认 text)/s],
    ] as const)
      assert.match((await cli([command, '--help'], { columns: 200 })).out, expected);
  });

  it('says what must be given', async () => {
    const { out } = await cli(['explain', '--help']);
    assert.match(out, /--at <line\[:column\]> .*必须写/u);
    assert.match(out, /^用法： policy-lens explain \[选项\]/u);
  });

  it('says that there is no such command', async () => {
    const { code, err } = await cli(['--lang', 'en', 'help', 'foo']);
    assert.equal(code, 2);
    assert.match(err, /There is no command foo\.\n$/);
    assert.equal((await cli(['help', 'export'])).code, 0);
    const { out } = await cli(['help']);
    assert.deepEqual(await cli(['help', 'help']), { code: 0, out: '', err: out });
  });
});

describe('the outcome', () => {
  const folder = folderWith({ 'gap.md': `# ${memo}` });
  const at = { cwd: folder };

  it('is 1 with a finding at or above --fail-on, and 0 without one', async () => {
    const args = ['coverage', 'gap.md', '--rule', 'PL102=warning'];
    const codes = [];
    for (const level of ['error', 'warning', 'information', 'hint'])
      codes.push((await cli([...args, '--fail-on', level], at)).code);
    assert.deepEqual(codes, [0, 1, 1, 1]);
    assert.equal((await cli(args, at)).code, 0);
    const off = await cli(['coverage', 'gap.md', '--fail-on', 'hint', ...allRulesOff(await rulesOf(at))], at);
    assert.equal(off.code, 0);
  });

  it('is 0 for a text about something else, unless its name says that it is policy text', async () => {
    const other = `# 折页的使用说明\n\n${'这个软件把长网页分成几页，便于打印和阅读。'.repeat(300)}\n\n${memo}`;
    const cwd = folderWith({ 'a.md': other, 'a.policy.md': other, 'empty.policy.md': '\n' });
    const args = ['--rule', 'PL102=warning', '--fail-on', 'warning'];
    assert.equal((await cli(['coverage', 'a.md', ...args], { cwd })).code, 0);
    assert.equal((await cli(['coverage', 'a.policy.md', ...args], { cwd })).code, 1);
    const { documents } = output((await cli(['coverage', '.', '--format', 'json'], { cwd })).out);
    assert.deepEqual(
      documents.map(({ path, checked }) => [path, checked.isPolicyText]),
      [
        ['a.md', false],
        ['a.policy.md', true],
        ['empty.policy.md', false],
      ],
    );
  });

  it('leaves out what the baseline has, and nothing else', async () => {
    const all = ['--rule', 'PL102=warning', '--fail-on', 'hint'];
    const before = await cli(['coverage', 'gap.md', '--format', 'json', '-o', 'before.json', ...all], at);
    assert.equal(before.code, 1);
    assert.equal(before.out, '');
    assert.ok(output(readFileSync(join(folder, 'before.json'), 'utf8')).documents[0]?.diagnostics.length);
    const again = await cli(['coverage', 'gap.md', '--baseline', 'before.json', ...all], at);
    assert.equal(again.code, 0);
    assert.match(again.err, /基线中已有/);
    writeFileSync(join(folder, 'gap.md'), `# ${memo}\n关键核心技术受制于人。\n`);
    const changed = await cli(
      ['coverage', 'gap.md', '--format', 'json', '--baseline', 'before.json', ...all],
      at,
    );
    assert.equal(changed.code, 1);
    assert.match(JSON.stringify(output(changed.out).documents[0]?.diagnostics), /受制于人/);
  });
});

async function rulesOf(at: { cwd: string }): Promise<string[]> {
  const { out } = await cli(['coverage', 'gap.md', '--format', 'json'], at);
  return output(out).documents.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
}

function allRulesOff(rules: readonly string[]): string[] {
  return [...new Set(rules)].flatMap((rule) => ['--rule', `${rule}=off`]);
}

describe('a file that is written', () => {
  for (const format of ['text', 'json', 'sarif'])
    it(`is named when it is there: ${format}`, async () => {
      const folder = folderWith({ 'a.txt': memo });
      const { code, out, err } = await cli(['coverage', 'a.txt', '-f', format, '-o', 'out/'], {
        cwd: folder,
      });
      assert.deepEqual([code, out], [0, '']);
      const [name = ''] = readdirSync(join(folder, 'out'));
      assert.equal(err, `已写入 ${join('out', name)}\n`);
    });
});

describe('a format that is no text', () => {
  const cases: [string, string[], boolean, boolean][] = [
    ['xlsx in a terminal', ['coverage', 'a.txt', '-f', 'xlsx'], true, false],
    ['REFI-QDA in a terminal', ['export', 'a.txt', '-f', 'qdpx'], true, false],
    ['brat of several texts in a terminal', ['export', '.', '-f', 'brat'], true, false],
    ['brat of one text in a terminal', ['export', 'a.txt', '-f', 'brat'], true, true],
    ['CSV in a terminal', ['export', '.', '-f', 'csv'], true, true],
    ['xlsx in a pipe', ['coverage', 'a.txt', '-f', 'xlsx'], false, true],
    ['xlsx in a file', ['coverage', 'a.txt', '-f', 'xlsx', '-o', 'a.xlsx'], true, true],
  ];
  for (const [name, args, isTerminal, isWritten] of cases)
    it(`${name} is ${isWritten ? 'written' : 'refused with what to do'}`, async () => {
      const cwd = folderWith({ 'a.txt': memo, 'b.txt': memo });
      const { code, out, err } = await cli(args, { cwd, isTerminal });
      assert.equal(code, isWritten ? 0 : 2, err);
      if (isWritten) assert.doesNotMatch(err, /终端里看不了/);
      else assert.deepEqual([out, /终端里看不了.*-o/.test(err)], ['', true]);
    });
});

describe('standard input and output', () => {
  it('- is a document', async () => {
    const { out, code } = await cli(['annotate', '--format', 'json', '-'], { stdin: memo });
    assert.equal(code, 0);
    const [document] = output(out).documents;
    assert.equal(document?.path, '-');
    assert.ok(document.annotations.some(({ category }) => category === 'P2.1'));
  });

  it('says that a text is traditional Chinese, of which hardly anything is found', async () => {
    const stdin = '為推動科技成果轉化，應當完善技術轉移機構，支持企業與學校聯合開展實驗。\n';
    for (const args of [
      ['annotate', '-'],
      ['coverage', '-', '-f', 'json'],
    ])
      assert.match((await cli(args, { stdin })).err, /1 个文本看起来是繁体中文，例如 -/);
    const lines = `${JSON.stringify({ id: '甲', text: stdin })}\n`;
    assert.match((await cli(['annotate', '--stdin-ndjson'], { stdin: lines })).err, /繁体中文，例如 甲/);
    assert.doesNotMatch((await cli(['annotate', '-'], { stdin: memo })).err, /繁体/);
  });

  it('- can be Markdown', async () => {
    const stdin = `# 标题\n\n\`\`\`\n${memo}\`\`\`\n`;
    const args = ['annotate', '--format', 'json', '-'];
    const [plain, markdown] = await Promise.all([
      cli(args, { stdin }),
      cli([...args, '--stdin-format', 'markdown'], { stdin }),
    ]);
    assert.ok((output(plain.out).documents[0]?.annotations.length ?? 0) > 0);
    assert.deepEqual(output(markdown.out).documents[0]?.annotations, []);
  });

  it('text for people keeps to the columns and names what it found', async () => {
    for (const [command, language] of [
      ['annotate', 'zh-CN'],
      ['coverage', 'zh-CN'],
      ['coverage', 'en'],
    ] as const) {
      const { out } = await cli([command, samples[0] ?? '', '--lang', language]);
      assert.match(out, /P1\.3/);
      for (const line of out.split('\n')) assert.ok(columns(line) <= 80, `${String(columns(line))}: ${line}`);
      assert.doesNotMatch(out, /cli\.|undefined|\{\d\}/);
      assert.doesNotMatch(out, /\S\d+×/);
    }
  });

  it('text for people cannot steer the terminal', async () => {
    const stdin = `\u001b]0;title\u0007\u001b[31m${memo}\u202e`;
    const { out } = await cli(['annotate', '-'], { stdin });
    assert.match(out, /P2\.1/);
    for (const mark of ['\u001b', '\u0007', '\u202e']) assert.ok(!out.includes(mark));
  });

  it('neither do names in notices, nor a comparison', async function () {
    // There no file can have such a name.
    if (process.platform === 'win32') this.skip();
    const name = '\u001b]0;x\u0007\u009b31m\r甲.txt';
    const folder = folderWith({
      [name]: Buffer.from([1, 0]),
      'a.txt': memo,
      'b.txt': `\u001b[31m\u009b${memo}`,
    });
    const noted = await cli(['coverage', '.'], { cwd: folder });
    assert.match(noted.err, /甲\.txt/);
    const missing = await cli(['coverage', `\r\u001b[K${name}`], { cwd: folder });
    const compared = await cli(['compare', 'a.txt', 'b.txt'], { cwd: folder });
    assert.match(compared.out, /b\.txt/);
    for (const text of [noted.err, missing.err, compared.out])
      assert.doesNotMatch(text, /(?!\n)\p{Cc}/u, JSON.stringify(text));
  });

  it('several documents become a table', async () => {
    const { out } = await cli(['coverage', ...samples], { isTerminal: true });
    assert.match(out, /01-.*有.*缺/);
    assert.match(out, /共 3 个文件/);
    const english = await cli(['--lang', 'en', 'coverage', ...samples], { isTerminal: true });
    for (const line of [out, english.out].join('\n').split('\n')) assert.ok(columns(line) <= 80, line);
  });

  it('a table names each document so that it can be told from the others', async () => {
    const name = '关于加快科技成果转化的若干措施.policy.md';
    const cwd = folderWith({ [`北京/${name}`]: memo, [`上海/${name}`]: memo });
    const kept = await cli(['coverage', '.'], { cwd });
    for (const path of [`北京/${name} `, `上海/${name} `]) assert.ok(kept.out.includes(path), kept.out);
    const shown = await cli(['coverage', '.'], { cwd, isTerminal: true });
    for (const start of ['北京/关', '上海/关']) assert.ok(shown.out.includes(`\n${start}`), shown.out);
    assert.ok(!shown.out.includes(name));
    for (const line of shown.out.split('\n')) assert.ok(columns(line) <= 80, line);
  });
});

/** Columns, counted otherwise than in the product: every character from CJK punctuation on takes two. */
function columns(line: string): number {
  return [...line].reduce(
    (sum, character) => sum + (character >= '\u2e80' && character <= '\uff60' ? 2 : 1),
    0,
  );
}
