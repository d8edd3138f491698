import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterOf, metadataFor, readMetadataCsv } from '../../../src/core/coverage/metadata';

describe('front matter', () => {
  for (const [name, text, expected] of [
    ['Chinese keys', '---\n机关: 省科技厅\n年份: 2024\n层级: 省\n---\n# 题', ['省科技厅', '2024', '省']],
    [
      'English keys, CRLF and a byte order mark',
      '\uFEFF---\r\nissuer: A\r\ndate: 2023-05-06\r\nlevel: 市\r\n---\r\n',
      ['A', '2023', '市'],
    ],
    ['a date in words', '---\n成文日期: "二〇二四年，即2024年6月"\n---\n', ['', '2024', '']],
    ['no front matter', '# 题\n---\n机关: A\n---\n', ['', '', '']],
    ['broken YAML', '---\n机关: [a\n年份: {{{\n---\n', ['', '', '']],
    [
      'an alias bomb',
      '---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n机关: A\n---\n',
      ['', '', ''],
    ],
    ['several issuers', '---\n机关: [甲, 乙]\n年份: 2024\n---\n', ['甲、乙', '2024', '']],
    ['dashes at the end of a value', '---\n机关: 甲---\n年份: 2024\n---\n', ['甲---', '2024', '']],
    ['an end in dots', '---\n机关: 甲\n... \n年份: 2024\n---\n', ['甲', '', '']],
    ['a list where keys belong', '---\n- 机关\n- 甲\n---\n', ['', '', '']],
    ['a map where a text belongs', '---\n机关: {a: 甲}\n年份: 2024\n---\n', ['', '2024', '']],
  ] as const)
    it(`is read: ${name}`, () => {
      const { issuer, year, level } = frontMatterOf(text);
      assert.deepEqual([issuer, year, level], expected);
    });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('机', ':', ' ', '\n', '&a', '*a', '!', '{', '[', '-', '|', '"', '%', '年份'),
        }),
        (body) => {
          frontMatterOf(`---\n${body}\n---\n`);
        },
      ),
    );
  });
});

describe('metadata.csv', () => {
  const csv =
    '\uFEFF文件,机关,年份,层级\r\n省/a.md,"甲, ""乙""",2024年,省\r\n./b.md,丙,,市\r\n,丁,,\r\nb.md,戊,,\r\n无.md,己,,\r\n';
  const table = readMetadataCsv(csv);

  it('is matched by the end of the path, and goes before front matter key by key', () => {
    const { value } = metadataFor(
      ['/home/x/省/a.md', 'b.md', '市/a.md', 'C:\\docs\\b.md'],
      new Map([['b.md', '---\n年份: 2020\n机关: 文首\n---\n']]),
      table,
    );
    assert.deepEqual(Object.fromEntries(value), {
      '/home/x/省/a.md': { issuer: '甲, "乙"', year: '2024', level: '省' },
      'b.md': { issuer: '丙', year: '2020', level: '市' },
      '市/a.md': { issuer: '', year: '', level: '' },
      'C:\\docs\\b.md': { issuer: '丙', year: '', level: '市' },
    });
  });

  it('is known by each of the names of its columns, in any letter case', () => {
    const names = {
      path: 'path File document 文件 路径 文档 文件名',
      issuer: 'issuer Agency 机关 发文机关 单位 部门',
      year: 'year Date 年份 年度 日期 发布日期 成文日期',
      level: 'level 层级 级别',
    };
    const row = { path: 'a.md', issuer: '甲', year: '2024', level: '市' };
    const { path, ...metadata } = row;
    for (const [key, words] of Object.entries(names))
      for (const word of words.split(' ')) {
        const heading = Object.keys(row).map((each) => (each === key ? word : each));
        const { rows } = readMetadataCsv(`${heading.join()}\n${Object.values(row).join()}\n`);
        assert.deepEqual(rows.get(path), metadata, word);
      }
  });

  it('takes each value that a row lacks from front matter', () => {
    const front = '---\n机关: 乙\n年份: 2020\n层级: 省\n---\n';
    const of = (row: string): unknown =>
      metadataFor(
        ['a.md'],
        new Map([['a.md', front]]),
        readMetadataCsv(`文件,机关,年份,层级\na.md,${row}\n`),
      ).value.get('a.md');
    assert.deepEqual(of(',,'), { issuer: '乙', year: '2020', level: '省' });
    assert.deepEqual(of('甲,2024,市'), { issuer: '甲', year: '2024', level: '市' });
  });

  it('tells texts of one name in several folders apart, by the longest path that fits', () => {
    const rows = readMetadataCsv('文件,机关\na.md,甲\n省/a.md,乙\n国/省/a.md,丙\n市/a.md,丁\n');
    const paths = ['x/国/省/a.md', 'x/省/a.md', 'x/市/a.md', 'x/a.md', 'xa.md'];
    const { value, problems } = metadataFor(paths, new Map(), rows);
    assert.deepEqual(
      paths.map((path) => value.get(path)?.issuer),
      ['丙', '乙', '丁', '甲', ''],
    );
    assert.deepEqual(problems, []);
  });

  it('names rows it cannot use', () => {
    assert.deepEqual(metadataFor(['省/a.md', 'b.md'], new Map(), table).problems, [
      { id: 'report.metadata.noPath', args: ['4', 'metadata.csv'] },
      { id: 'report.metadata.twice', args: ['5', 'b.md', 'metadata.csv'] },
      { id: 'report.metadata.unused', args: ['无.md', 'metadata.csv'] },
    ]);
  });

  it('has years in Chinese and full-width digits, too, and names those that are none', () => {
    const { rows, problems } = readMetadataCsv(
      '文件,年份\na,二〇二三年五月\nb,二零二四\nc,二○一九年\nd,２０２０年\ne,23年\nf,\n',
    );
    assert.deepEqual(
      [...rows.values()].map(({ year }) => year),
      ['2023', '2024', '2019', '2020', '', ''],
    );
    assert.deepEqual(problems, [{ id: 'report.metadata.year', args: ['6', '23年', 'metadata.csv'] }]);
    assert.equal(frontMatterOf('---\n年份: 二〇二五年\n---\n').year, '2025');
  });

  it('is counted by lines, blank ones and those inside a value among them', () => {
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(
        readMetadataCsv(
          ['', '文件,机关', '', 'a.md,"甲', '乙"', ' , ', ',丙', 'b.md,丁', 'a.md,戊', ''].join(end),
        ).problems,
        [
          { id: 'report.metadata.noPath', args: ['7', 'metadata.csv'] },
          { id: 'report.metadata.twice', args: ['9', 'a.md', 'metadata.csv'] },
        ],
      );
  });

  it('names rows with too few or too many values, and uses them', () => {
    const { rows, problems } = readMetadataCsv(
      '文件,年份,机关\na.md,2021\n\nb.md,2022,甲,乙\nc.md,2023,丙\n',
    );
    assert.deepEqual(problems, [
      { id: 'report.metadata.columns', args: ['2', '2', '3', 'metadata.csv'] },
      { id: 'report.metadata.columns', args: ['4', '4', '3', 'metadata.csv'] },
    ]);
    assert.deepEqual(
      [...rows].map(([path, { year, issuer }]) => [path, year, issuer]),
      [
        ['a.md', '2021', ''],
        ['b.md', '2022', '甲'],
        ['c.md', '2023', '丙'],
      ],
    );
  });

  it('names quotation marks out of place, and believes nothing of their rows', () => {
    const inside = readMetadataCsv('文件,机关\na.md,"甲"乙"\nb.md,"丙 ""丁"""\n');
    assert.deepEqual(inside.problems, [{ id: 'report.metadata.quotes', args: ['2', 'metadata.csv'] }]);
    assert.deepEqual([...inside.rows.keys()], ['b.md']);
    const open = readMetadataCsv('\n文件,机关,年份\na.md,甲,2021\n\n"b.md,乙,2022\nc.md,丙,2023\n');
    assert.deepEqual(open.problems, [{ id: 'report.metadata.quotes', args: ['5', 'metadata.csv'] }]);
    assert.deepEqual([...open.rows.keys()], ['a.md']);
  });

  it('names a heading whose columns cannot be told apart', () => {
    assert.deepEqual(readMetadataCsv('\n文件 年份\na.md 2021\n').problems.slice(0, 1), [
      { id: 'report.metadata.oneColumn', args: ['2', 'metadata.csv'] },
    ]);
    for (const nothing of ['', '\n \n']) assert.deepEqual(readMetadataCsv(nothing).problems, []);
  });

  it('is refused with one word where no column names the texts, however many rows it has', () => {
    const { rows, problems } = readMetadataCsv('\n名称,机关\na.md,甲\nb.md,乙\nc.md,丙,丁\n');
    assert.deepEqual(problems, [{ id: 'report.metadata.noPathColumn', args: ['2', 'metadata.csv'] }]);
    assert.equal(rows.size, 0);
    assert.deepEqual(readMetadataCsv('机关, PATH \n甲,a.md\n').problems, []);
  });

  it('is named as it is called', () => {
    const named = readMetadataCsv('机关\n甲\n', '表.csv');
    for (const { args } of metadataFor([], new Map(), named).problems) assert.equal(args.at(-1), '表.csv');
  });

  it('never throws, and says where it stands within the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', ' ', '文件', '机关', '\uFEFF') }),
        (text) => {
          const lines = text.split(/\r\n|\r|\n/).length;
          for (const { args } of readMetadataCsv(`文件,机关\n${text}`).problems)
            assert.ok(Number(args[0]) >= 1 && Number(args[0]) <= lines + 1);
        },
      ),
    );
  });

  it('may use semicolons or tabs', () => {
    for (const mark of [';', '\t'])
      assert.deepEqual(
        [...readMetadataCsv(['path', 'year'].join(mark) + '\n' + ['a.md', '2021'].join(mark)).rows],
        [['a.md', { issuer: '', year: '2021', level: '' }]],
      );
  });
});
