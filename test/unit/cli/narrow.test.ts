/** Text for people in a narrow terminal. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { widthOf } from '../../../src/cli/output/columns';
import { cli, folderWith, memo } from './harness';

const longName = '关于加快科技成果转化的若干措施.policy.md';
/** The paper's address at the end of a comparison: one word, which is copied. */
const whole = /^ {2}10\.19667\/\S+$/;
const cases = [
  ['annotate', 'gaps.md'],
  ['annotate', 'other.md'],
  ['coverage', 'gaps.md'],
  ['coverage', 'gaps.md', 'other.md', longName],
  ['explain', 'gaps.md', '--at', '11'],
  ['explain', 'gaps.md', '--at', '2'],
  ['compare', 'gaps.md', longName],
  ['evaluate', '--gold', resolve('test/gold'), '--errors', '0'],
];

describe('a terminal of 40 columns and more', () => {
  const cwd = folderWith({
    'gaps.md': readFileSync('samples/01-有缺口的备忘录.policy.md', 'utf8'),
    'other.md': readFileSync('samples/04-不是政策文本.md', 'utf8'),
    [longName]: memo,
  });

  for (const args of cases)
    for (const language of ['zh-CN', 'en'])
      it(`holds all lines of ${args.map((word) => word.split('/').at(-1)).join(' ')} (${language})`, async () => {
        for (const columns of [40, 60, 76]) {
          const { code, out } = await cli([...args, '--lang', language], { cwd, columns, isTerminal: true });
          assert.equal(code, 0);
          const over = out.split('\n').filter((line) => widthOf(line) > columns && !whole.test(line));
          assert.deepEqual(over, [], String(columns));
        }
      });

  it('breaks what is explained below where it begins', async () => {
    const { out } = await cli(['explain', 'gaps.md', '--at', '11'], { cwd, columns: 40, isTerminal: true });
    assert.deepEqual(out.split('\n').slice(0, 9), [
      '11:1 按照市委经济工作会议安排，我办于今',
      '     年三月至五月走访了四十二家企业、六',
      '     家高校院所和两个开发区，现将有关情',
      '     况和工作打算报告如下。',
      '  不在任何标题之下',
      '  语气线索：“会议”（组织领导）',
      '',
      '  A2 企业  已标注，把握 80%，门槛 50%',
      '    “企业”属于“企业”（+2.40）',
    ]);
    assert.match(out, /^ {4}起点（没有依据时）与其余零星依据：\n {4}−1\.00$/m);
  });

  it('is no bound for what goes elsewhere', async () => {
    const [narrow, wide] = await Promise.all(
      [40, 1_000].map((columns) => cli(['explain', 'gaps.md', '--at', '11'], { cwd, columns })),
    );
    assert.equal(narrow?.out, wide?.out);
    assert.match(narrow?.out ?? '', /^11:1 按照.*报告如下。$/m);
  });

  it('breaks a row of a comparison, and no line of one that goes to a file or a pipe', async () => {
    const args = ['compare', 'gaps.md', longName];
    const { out } = await cli(args, { cwd, columns: 40, isTerminal: true });
    assert.match(out, /^\| 删去 \| “（一）中试条件跟不上。” \| {2}\|$/m);
    assert.match(out, /^\| 删去 \| “两个开发区的公共检测.*(?:\n {2}\S.*)+”$/m);
    const piped = await cli(args, { cwd, columns: 40 });
    assert.match(piped.out, /^\| 删去 \| “两个开发区的公共检测.*计量校准能力不足。” \| {2}\|$/m);
    await cli([...args, '-o', 'both.out'], { cwd, columns: 40, isTerminal: true });
    assert.equal(readFileSync(join(cwd, 'both.out'), 'utf8'), piped.out);
  });

  for (const language of ['zh-CN', 'en'])
    it(`holds the help of every command (${language})`, async () => {
      const { out: all } = await cli(['help']);
      const commands = [...all.matchAll(/^ {2}([a-z]+) {3,}/gm)].map(([, name = '']) => name);
      assert.deepEqual([commands[0], commands.at(-1)], ['annotate', 'help']);
      for (const command of ['', ...commands.slice(0, -1)])
        for (const columns of [40, 50, 60, 80]) {
          const args = ['--lang', language, 'help', command].filter((word) => word !== '');
          const { code, out } = await cli(args, { columns, isTerminal: true });
          assert.equal(code, 0);
          // An example is copied: it stays whole, and is short enough for most.
          const most = (line: string): number => (/^ {2}policy-lens \S/.test(line) ? 80 : columns);
          const over = out.split('\n').filter((line) => widthOf(line) > most(line));
          assert.deepEqual(over, [], `${command} ${String(columns)}`);
          assert.doesNotMatch(out, /^\s*[，。、；：）]/mu);
        }
    });

  it('has what is said of an option or an example below it, where there is no room beside it', async () => {
    const help = async (columns: number, ...args: string[]): Promise<string> =>
      (await cli(['help', ...args], { columns, isTerminal: true })).out;
    assert.match(await help(40, 'annotate'), /^ {2}--fail-on <severity>\n {6}有这个级别或更高/m);
    assert.match(await help(60, 'annotate'), /^ {2}--fail-on <severity> {8}有这个级别或更高/m);
    assert.match(await help(40, 'annotate'), /^用法： policy-lens annotate \[选项\]\n {7}\[files\.\.\.\]$/m);
    assert.match(await help(40), /^ {2}policy-lens coverage 文稿\.md\n {6}一份文稿/m);
    assert.match(await help(80), /^ {2}policy-lens coverage 文稿\.md {10,}一份文稿/m);
  });

  it('has the cells of a wide table below the names', async () => {
    const { out } = await cli(['coverage', '.'], { cwd, columns: 40, isTerminal: true });
    const lines = out.split('\n');
    assert.deepEqual(lines.slice(0, 6), [
      '文件',
      '  R1 R1 R1 R2 R2 R2 R3 R3 R3',
      '  .1 .2 .3 .1 .2 .3 .1 .2 .3',
      '  S1 S1 S2 S2 S3 S3 S3 S4 S4 S4',
      '  .1 .2 .1 .2 .1 .2 .3 .1 .2 .3',
      'gaps.md',
    ]);
    assert.match(
      lines.slice(6, 8).join('\n'),
      /^ {2}(?:[有薄缺] ){8}[有薄缺]\n {2}(?:[有薄缺] ){9}[有薄缺]$/,
    );
  });
});
