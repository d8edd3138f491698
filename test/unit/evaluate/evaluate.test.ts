import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { evaluate } from '../../../src/core/evaluate/evaluate';
import { goldTemplate, readGold, type GoldFault } from '../../../src/core/evaluate/gold';
import type { EvaluatedDocument, Evaluation, Score } from '../../../src/core/evaluate/model';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { cli, folderWith, memo } from '../cli/harness';

const taxonomy = builtinTaxonomy();
const sentence = '甲乙丙丁。';

/** Documents of one sentence a pair: gold codes, found codes, and what is called missing. */
function documents(...pairs: [gold: string, found: string, missing?: string][]): EvaluatedDocument[] {
  return pairs.map(([gold, found, missing = ''], index) => ({
    gold: readGold(`d${String(index)}`, sentence, `1\t0\t5\t${gold || '-'}\n`),
    prediction: {
      annotations: codes(found).map((category) => ({
        id: `0:${category}`,
        category,
        start: 0,
        end: 5,
        score: 0.9,
      })),
      missing: codes(missing),
    },
  }));
}

const codes = (list: string): string[] => list.split(' ').filter(Boolean);
const rounded = ({ precision, recall, f1, support }: Score): number[] => [
  ...[precision, recall, f1].map((value) => Math.round(value * 1000) / 1000),
  support,
];

describe('evaluation', () => {
  it('counts by leaf, group, problems and remedies', () => {
    const result = evaluate(documents(['R1.1 P2.1', 'R1.2 P2.1'], ['R1.1', 'R1.1'], ['', 'S1.1']), taxonomy);
    assert.deepEqual(rounded(result.leaf), [0.5, 0.667, 0.571, 3]);
    assert.deepEqual(rounded(result.group), [0.75, 1, 0.857, 3]);
    assert.deepEqual(rounded(result.problems), [1, 1, 1, 1]);
    assert.deepEqual(rounded(result.remedies), [0.333, 0.5, 0.4, 2]);
    assert.equal(result.exactUnits, 1 / 3);
    assert.deepEqual(
      result.categories.map(({ category }) => category),
      ['P2.1', 'R1.1', 'R1.2', 'S1.1'],
    );
  });

  it('counts what is missing by document', () => {
    const remedies = taxonomy.categories
      .filter(({ isLeaf, kind }) => isLeaf && 'RS'.includes(kind))
      .map(({ code }) => code);
    const others = remedies.filter((code) => code !== 'R1.1').join(' ');
    const right = evaluate(documents(['R1.1', '', others]), taxonomy).missing;
    assert.deepEqual([...rounded(right), right.accuracy], [1, 1, 1, 18, 1]);
    const wrong = evaluate(documents(['R1.1', '', 'R1.1']), taxonomy).missing;
    assert.deepEqual([...rounded(wrong), wrong.accuracy], [0, 0, 0, 18, 0]);
  });

  it('takes rare categories out of the mean only', () => {
    const five = documents(...Array.from({ length: 5 }, (): [string, string] => ['R1.1', 'R1.1']), [
      'R1.2',
      '',
    ]);
    assert.equal(evaluate(five, taxonomy).leaf.macroF1, 1);
    assert.equal(evaluate(five, taxonomy).leaf.macroCategories, 1);
  });

  it('has no mean where all categories are rare, instead of 0', () => {
    const { macroF1, macroCategories } = evaluate(documents(['R1.1', 'R1.1']), taxonomy).leaf;
    assert.deepEqual([macroF1, macroCategories], [null, 0]);
  });

  it('tells which code met which', () => {
    const { confusions } = evaluate(
      documents(
        ['R1.1', 'R1.2'],
        ['R1.1', 'R1.2'],
        ['S1.1', ''],
        ['', 'S2.1'],
        ['R1.2', 'R1.1'],
        ['R1.1', 'R1.1'],
      ),
      taxonomy,
    );
    assert.deepEqual(confusions, [
      { gold: 'R1.1', found: 'R1.2', count: 2 },
      { gold: 'R1.2', found: 'R1.1', count: 1 },
      { gold: 'S1.1', found: null, count: 1 },
      { gold: null, found: 'S2.1', count: 1 },
    ]);
  });

  it('lists each error with both sides', () => {
    const { errors } = evaluate(documents(['R1.1 P2.1', 'R1.2 P2.1']), taxonomy);
    assert.deepEqual(
      errors.map(({ kind, category, gold, found, text, score }) => [
        kind,
        category,
        gold,
        found,
        text,
        score,
      ]),
      [
        ['false-positive', 'R1.2', ['R1.1', 'P2.1'], ['R1.2', 'P2.1'], sentence, 0.9],
        ['false-negative', 'R1.1', ['R1.1', 'P2.1'], ['R1.2', 'P2.1'], sentence, null],
      ],
    );
  });

  it('does not count codes the taxonomy has not', () => {
    const result = evaluate(documents(['X9.9 R1.1', 'R1.1']), taxonomy);
    assert.deepEqual(rounded(result.leaf), [1, 1, 1, 1]);
    assert.deepEqual(result.unknownCodes, [{ code: 'X9.9', count: 1 }]);
  });

  it('counts a tag for a unit when it covers half of the shorter', () => {
    const text = '一二三四五六七八。甲乙。';
    const gold = readGold('d', text, '1\t0\t9\tR1.1\n2\t9\t12\tR1.1\n');
    const found = (start: number, end: number): number[] => {
      const annotation = { id: '', category: 'R1.1', start, end, score: 1 };
      const { leaf } = evaluate([{ gold, prediction: { annotations: [annotation], missing: [] } }], taxonomy);
      return [Math.round(leaf.recall * 2), leaf.precision];
    };
    assert.deepEqual(found(0, 12), [2, 1]);
    assert.deepEqual(found(0, 4), [1, 1]);
    assert.deepEqual(found(6, 12), [2, 1]);
    assert.deepEqual(found(8, 12), [1, 1]);
  });

  it('never gives a figure outside of 0–1, and full marks for equal sides', () => {
    const code = fc.constantFrom('R1.1', 'R1.2', 'P2.1', 'S4.3', 'X1.1');
    const list = fc.array(code, { maxLength: 3 }).map((each) => [...new Set(each)].join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(list, list, list), { maxLength: 6 }), (pairs) => {
        const result = evaluate(documents(...pairs), taxonomy);
        for (const score of figures(result))
          for (const value of score.slice(0, 3)) assert.ok(value! >= 0 && value! <= 1);
        const same = evaluate(documents(...pairs.map(([gold]): [string, string] => [gold, gold])), taxonomy);
        if (same.leaf.support > 0) assert.equal(same.leaf.f1, 1);
        assert.deepEqual([same.errors, same.confusions], [[], []]);
      }),
    );
  });
});

describe('a gold file', () => {
  it('may have comments, gaps, commas and CRLF', () => {
    const { units, faults } = readGold(
      'd',
      '甲。乙。丙。',
      '# unit\r\n1\t0\t2\tR1.1, S1.1\r\n3\t4\t6\t-\r\n9\t0\t0\tR1.1\r\n',
    );
    assert.deepEqual(
      units.map(({ id, codes: list }) => [id, list]),
      [
        [1, ['R1.1', 'S1.1']],
        [2, []],
        [3, []],
      ],
    );
    assert.deepEqual(faults, [{ kind: 'noUnit', line: 4, unit: '9' }]);
  });

  const readOf = (...lines: string[]): [codes: string[], faults: readonly GoldFault[]] => {
    const { units, faults } = readGold('d', '甲。乙。丙。丁。', lines.join('\n'));
    return [units.map((unit) => unit.codes.join(' ')), faults];
  };

  it('may begin with a line of headings; any other line that is no row is named', () => {
    const noRow = (line: number, said: string): GoldFault => ({ kind: 'noRow', line, said });
    const cases: [lines: string[], codes: string[], faults: GoldFault[]][] = [
      [['# by hand', '', 'unit\tstart\tend\tcodes', '1\t\t\tR1.1'], ['R1.1', '', '', ''], []],
      [['单位\t起\t止\t编码', ' 2\t\t\tR1.1', '  # and so on'], ['', 'R1.1', '', ''], []],
      [['l\t0\t2\tR1.1', '2\t\t\tS1.1'], ['', 'S1.1', '', ''], [noRow(1, 'l\t0\t2\tR1.1')]],
      [
        ['1\t\t\tR1.1', '二\t\t\tS', '-'],
        ['R1.1', '', '', ''],
        [noRow(2, '二\t\t\tS'), noRow(3, '-')],
      ],
      [['unit\tcodes', 'unit\tcodes'], ['', '', '', ''], [noRow(2, 'unit\tcodes')]],
      [['unit', `${'x'.repeat(39)}𠮷`], ['', '', '', ''], [noRow(2, `${'x'.repeat(39)}…`)]],
    ];
    for (const [lines, ...expected] of cases) assert.deepEqual(readOf(...lines), expected, lines.join('|'));
  });

  it('may be written in a spreadsheet, with Chinese commas, and has its columns by tabs only', () => {
    assert.deepEqual(
      readOf('1 \t\t\tR1.1，S1.1、S1.2', '2\t2\t4\t"R1.1, R1.2"\t"甲, 乙"', '3 4 6 R1.3', '4'),
      [['R1.1 S1.1 S1.2', 'R1.1 R1.2', '', ''], [{ kind: 'noRow', line: 3, said: '3 4 6 R1.3' }]],
    );
  });

  it('can be begun from the text: all its units, with places that fit, and nothing coded', () => {
    const text = '甲\u2028“乙\tx"。丙😀；\r\n\r\n　　丁\n';
    const template = goldTemplate(text);
    assert.deepEqual(template.split('\n').slice(0, 3), [
      'unit\tstart\tend\tcodes\ttext',
      '1\t0\t8\t-\t甲 “乙 x 。',
      '2\t8\t12\t-\t丙😀；',
    ]);
    const { units, faults } = readGold('d', text, template);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      units.map(({ line, codes: list }) => [line, list.length]),
      [
        [2, 0],
        [3, 0],
        [4, 0],
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙。；1\t\r\n"\u2028\u{1f600} =') }), (any) => {
        assert.deepEqual(readGold('d', any, goldTemplate(any)).faults, []);
      }),
    );
  });

  it('names unit numbers that are none, and does not count them', () => {
    assert.deepEqual(
      readOf('1a\t0\t2\tR1.1', '1.5\t0\t2\tR1.2', '0\t0\t2\tR1.3', '5\t8\t9\t-', '2\t2\t4\tS1.1'),
      [
        ['', 'S1.1', '', ''],
        [
          { kind: 'noUnit', line: 1, unit: '1a' },
          { kind: 'noUnit', line: 2, unit: '1.5' },
          { kind: 'noUnit', line: 3, unit: '0' },
          { kind: 'noUnit', line: 4, unit: '5' },
        ],
      ],
    );
  });

  it('names units that stand on several lines, and counts the last', () => {
    assert.deepEqual(readOf('2\t2\t4\tR1.1', '2\t2\t4\tR1.2', '1\t0\t2\t-', '2\t2\t4\tR1.3'), [
      ['', 'R1.3', '', ''],
      [{ kind: 'repeated', line: 4, unit: 2, times: 3 }],
    ]);
  });

  it('names units that are elsewhere in the text, a row of them once', () => {
    assert.deepEqual(readOf('1\t0\t3\tR1.1', '2\t3\t5\t-', '3\t4\t6\tR1.2', '4\tx\t8\t-')[1], [
      { kind: 'moved', line: 1, first: 1, last: 2, said: '0–3', found: '0–2' },
      { kind: 'moved', line: 4, first: 4, last: 4, said: 'x–8', found: '6–8' },
    ]);
    assert.deepEqual(readOf('1\t1\t2\t-', '2\t2\t4\t-', '3\t5\t6\t-', '4\t7\t8\t-')[1], [
      { kind: 'moved', line: 1, first: 1, last: 1, said: '1–2', found: '0–2' },
      { kind: 'moved', line: 3, first: 3, last: 4, said: '5–6', found: '4–6' },
    ]);
  });

  it('need not say where its units are', () => {
    assert.deepEqual(readOf('1', '2\t\t\tR1.1', '3\t-\t-\tR1.2', '4\t6\t\t-'), [
      ['', 'R1.1', 'R1.2', ''],
      [],
    ]);
  });

  for (const file of readdirSync('test/gold').filter((name) => name.endsWith('.gold.tsv')))
    it(`${file} fits its text and the taxonomy`, () => {
      const text = readFileSync(join('test/gold', file.replace('.gold.tsv', '.txt')), 'utf8');
      const rows = readFileSync(join('test/gold', file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t'));
      const { units, faults } = readGold(file, text, rows.map((row) => row.join('\t')).join('\n'));
      assert.deepEqual(
        rows.map(([unit, start, end]) => [unit, start, end].map(Number)),
        units.map(({ id, start, end }) => [id, start, end]),
      );
      assert.deepEqual(faults, []);
      for (const code of units.flatMap((unit) => unit.codes))
        assert.ok(taxonomy.byCode.get(code)?.isLeaf, code);
    });
});

describe('policy-lens evaluate', () => {
  it('reaches on the shipped sample what it reached before', async () => {
    const { code, out } = await cli(['evaluate', '--gold', 'test/gold', '--json', '--errors', '3']);
    assert.equal(code, 0);
    const result = JSON.parse(out) as Evaluation;
    assert.ok(result.leaf.f1 > 0.65, `leaf F1 ${String(result.leaf.f1)}`);
    assert.ok(result.missing.f1 > 0.85, `missing F1 ${String(result.missing.f1)}`);
    assert.equal(result.errors.length, 3);
  });

  it('agrees with the independent scorer to the last digit', async function () {
    const scorer = '../shared/tools/score.mjs';
    if (!existsSync(scorer)) this.skip();
    for (const gold of ['test/gold', '../shared/gold/dev'].filter(existsSync)) {
      const texts = readdirSync(gold).filter((name) => name.endsWith('.gold.tsv'));
      const files = texts.map((name) => join(gold, name.replace('.gold.tsv', '.txt')));
      const predictions = folderWith({
        'all.json': (await cli(['annotate', '--format', 'json', ...files])).out,
      });
      const scored = JSON.parse(
        execFileSync(
          process.execPath,
          [scorer, '--gold', gold, '--pred', join(predictions, 'all.json'), '--json'],
          {
            encoding: 'utf8',
          },
        ),
      ) as Record<string, Record<string, number>>;
      const own = JSON.parse((await cli(['evaluate', '--gold', gold, '--json'])).out) as Evaluation;
      assert.deepEqual(
        [own.documents, own.units, own.exactUnits, own.leaf.macroF1, own.group.macroF1, ...figures(own)],
        [
          scored['docs'],
          scored['units'],
          scored['exactUnits'],
          scored['leaf']?.['macroF'],
          scored['group']?.['macroF'],
          ...['leaf', 'group', 'problems', 'remedies', 'missing'].map((name) =>
            ['p', 'r', 'f', 'n'].map((key) => scored[name]?.[key]),
          ),
        ],
      );
    }
  });

  it('shows the table and the worst errors with their traces', async () => {
    const { out } = await cli(['evaluate', '--gold', 'test/gold', '--errors', '2']);
    assert.match(out, /叶子类别.*\d+\.\d/);
    assert.match(out, /→/);
    assert.equal(out.match(/^ {2}人工：.*机器：/gm)?.length, 2);
    assert.doesNotMatch(out, /cli\.|undefined/);
  });

  it('says where a gold file does not fit its text', async () => {
    const folder = folderWith({ 'a.txt': '甲。乙。', 'a.gold.tsv': '1a\t0\t2\t-\n2\t3\t4\tR1.1\n' });
    const { code, err } = await cli(['evaluate', '--gold', folder]);
    assert.equal(code, 0);
    const [first = '', second = ''] = err.split('\n');
    assert.ok(first.startsWith(`${join(folder, 'a.gold.tsv')}:1: `) && first.includes('1a'), first);
    assert.ok(second.startsWith(`${join(folder, 'a.gold.tsv')}:2: `), second);
    assert.match(second, /2 .*3–4.*2–4/);
  });

  it('reads every encoding that documents may have', async () => {
    const text = '各地要培育技术经理人。';
    const rows = '1\t0\t11\tR2.3\n';
    // 各地要培育技术经理人。
    const gb18030 = Buffer.from('b8f7b5d8d2aac5e0d3fdbcbccaf5beadc0edc8cba1a3', 'hex');
    const texts = [text, `\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le'), gb18030];
    for (const own of texts)
      for (const gold of [rows, `\ufeff${rows}`, Buffer.from(`\ufeff${rows}`, 'utf16le')]) {
        const folder = folderWith({ 'a.txt': own, 'a.gold.tsv': gold });
        const { code, out, err } = await cli(['evaluate', '--gold', folder, '--json']);
        assert.deepEqual([code, err], [0, '']);
        assert.equal((JSON.parse(out) as Evaluation).leaf.support, 1);
      }
    const damaged = folderWith({ 'a.txt': Buffer.from([0xff, 0xff, 0xff]), 'a.gold.tsv': rows });
    const { code, err } = await cli(['evaluate', '--gold', damaged]);
    assert.deepEqual([code, err.startsWith(join(damaged, 'a.txt'))], [2, true]);
  });

  it('prepares gold files for the texts that have none, and changes none that are there', async () => {
    const coded = '1\t0\t2\tR1.1\n';
    const cwd = folderWith({
      'in/a.txt': memo,
      'in/b.txt': '甲。',
      'in/b.gold.tsv': coded,
      'in/bad.txt': Buffer.from([0xff, 0xff, 0xff]),
      'in/c.md': memo,
      'none/a.md': memo,
    });
    const prepare = (folder: string): ReturnType<typeof cli> =>
      cli(['evaluate', '--gold', folder, '--prepare', '--lang', 'en'], { cwd });
    const { code, out, err } = await prepare('in');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Written: in[/\\]a\.gold\.tsv\nin[/\\]bad\.txt: is in an unknown encoding/);
    assert.deepEqual(
      readdirSync(join(cwd, 'in')).filter((name) => name.endsWith('.tsv')),
      ['a.gold.tsv', 'b.gold.tsv'],
    );
    assert.equal(readFileSync(join(cwd, 'in/b.gold.tsv'), 'utf8'), coded);
    assert.match(
      readFileSync(join(cwd, 'in/a.gold.tsv'), 'utf8'),
      /^\uFEFFunit\tstart\tend\tcodes\ttext\n1\t0\t/,
    );
    const again = await cli(['evaluate', '--gold', 'in', '--json'], { cwd });
    assert.match(again.err, /^$|bad\.txt/);
    assert.equal((JSON.parse(again.out) as Evaluation).documents, 2);

    rmSync(join(cwd, 'in/bad.txt'));
    const idle = await prepare('in');
    assert.deepEqual([idle.code, idle.err.startsWith('Every NAME.txt has')], [0, true]);
    assert.match((await prepare('none')).err, /^none holds no NAME\.txt/);
    assert.match((await prepare('nowhere')).err, /^nowhere: does not exist/);
  });

  const empty = folderWith({ 'a.txt': memo });
  const lonely = folderWith({ 'a.gold.tsv': '1\t0\t1\t-\n' });
  for (const [name, folder, told] of [
    ['a folder that is not there', 'nowhere', /^nowhere: 没有这个文件夹/],
    ['a file in the place of a folder', join(empty, 'a.txt'), /a\.txt: 不是文件夹/],
    ['a folder without gold files', empty, /里没有 名称\.gold\.tsv/],
    ['a gold file without a text', lonely, /a\.txt: 没有这个文件/],
  ] as const)
    it(`refuses ${name}`, async () => {
      const { code, err } = await cli(['evaluate', '--gold', folder]);
      assert.equal(code, 2);
      assert.match(err, told);
      assert.doesNotMatch(err, /程序出错/);
    });
});

function figures({ leaf, group, problems, remedies, missing }: Evaluation): number[][] {
  return [leaf, group, problems, remedies, missing].map(({ precision, recall, f1, support }) => [
    precision,
    recall,
    f1,
    support,
  ]);
}
