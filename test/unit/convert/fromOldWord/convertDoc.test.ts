import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { oldWordFile, u16, u32, utf16, type OldParagraph, type OldParts } from './file';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/oldWord/${name}`));

async function read(parts: OldParts): Promise<{ lines: string[]; notes: string[] }> {
  const { markdown, notes } = await convertDocument('a.doc', oldWordFile(parts));
  assert.ok(markdown !== null, JSON.stringify(notes));
  return {
    lines: markdown.split('\n').filter((line) => line !== ''),
    notes: notes.map(({ id, args }) => [id.replace('report.import.', ''), ...args].join(' ')),
  };
}

const field = (instruction: string, result?: string): string =>
  `\x13 ${instruction} ${result === undefined ? '' : `\x14${result}`}\x15`;

describe('import of old Word files', () => {
  for (const name of ['memo', 'typed', 'tables', 'apart', 'changes'])
    it(`gives the same Markdown and notes as the .docx of the same document: ${name}`, async () => {
      const expected = await convertDocument('a.docx', fixture(`${name}.docx`));
      assert.ok((expected.markdown?.length ?? 0) > 80);
      for (const extension of ['doc', 'wps', 'docx'])
        assert.deepEqual(
          await convertDocument(`a.${extension}`, fixture(`${name}.doc`)),
          expected,
          extension,
        );
    });

  it('leaves the original alone', async () => {
    const bytes = fixture('memo.doc');
    const copy = bytes.slice();
    await convertDocument('a.doc', bytes);
    assert.deepEqual(bytes, copy);
  });

  it('reads text of one byte a character', async () => {
    const { lines, notes } = await read({
      isWestern: true,
      paragraphs: [{ text: 'R&D \x93caf\xe9\x94 \x96 \x80 5' }, { text: '2026' }],
    });
    assert.deepEqual(lines, ['R&D “café” – € 5', '2026']);
    assert.deepEqual(notes, []);
  });

  it('puts pieces of a file that was saved in haste in their order, with what changes them', async () => {
    const hide = ((0x5c << 1) | (1 << 8)) & 0xffff;
    const { lines, notes } = await read({
      paragraphs: [{ text: '建设平台。' }, { text: '总体要求' }, { text: '不宜公开。' }],
      pieces: [
        [6, 11, 1],
        [0, 5],
        [11, 16, hide],
        [5, 6],
      ],
      lengths: [16],
      // The outline level of a heading.
      lists: [[...u16(0x2640), 0]],
    });
    assert.deepEqual(lines, ['# 总体要求', '建设平台。']);
    assert.deepEqual(notes, ['hidden 1']);
  });

  it('counts lists anew where their reference says so', async () => {
    const level = [...u32(1), 39, 0, ...new Array<number>(22).fill(0)];
    const text = `第\0条`;
    const definition = [...level, ...u16(text.length), ...utf16(text)];
    const table = [...u16(1), ...u32(7), ...u32(0), ...new Array<number>(18).fill(255), 1, 0];
    const reference = (overrides: number): number[] => [...u32(7), ...u32(0), ...u32(0), overrides, 0, 0, 0];
    const overrides = [...u32(0xffffffff), ...u32(0xffffffff), ...u32(11), ...u32(0x10)];
    const inList = (text: string, list: number): OldParagraph => ({
      text,
      changes: [...u16(0x260a), 0, ...u16(0x460b), ...u16(list)],
    });
    const { lines, notes } = await read({
      paragraphs: [
        inList('甲', 1),
        inList('乙', 1),
        inList('丙', 2),
        inList('丁', 2),
        inList('没有编号', 0xf801),
      ],
      structures: {
        // Levels stand behind the definitions, which alone are counted.
        73: [...table, ...definition],
        74: [...u32(2), ...reference(0), ...reference(1), ...overrides],
      },
    });
    assert.deepEqual(lines, ['第一条 甲', '第二条 乙', '第十一条 丙', '第十二条 丁', '没有编号']);
    assert.deepEqual(notes, ['numbered 4']);
  });

  it('reads of fields what a reader sees', async () => {
    const { lines, notes } = await read({
      paragraphs: [
        { text: `${field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yì),翼)')}望` },
        { text: `${field('eq \\o\\ac(○,三)')}号` },
        { text: `第${field('PAGE', '3')}页${field('XE "索引"')}` },
        { text: `得${field('EMBED Equation.3', '\x01')}和${field('EQ \\f(1,2)')}` },
        { text: `见${field(`HYPERLINK "https://www.gov.cn/?a=1&b=2"`, field('REF x', '网站'))}。` },
        {
          text: `再见${field('HYPERLINK "https://a.cn/x" \\o "说明" \\t "_blank" \x01', '甲')}和${field('HYPERLINK https://b.cn', '乙')}和${field('HYPERLINK \\o "丙"', '丙')}`,
        },
        { text: `孤\x13立的\x14记\x15号\x15` },
      ],
    });
    assert.deepEqual(lines, [
      '翼望',
      '三号',
      '第3页',
      '得和',
      '见[网站](https://www.gov.cn/?a=1\\&b=2)。',
      '再见[甲](https://a.cn/x)和[乙](https://b.cn)和丙',
      '孤记号',
    ]);
    assert.deepEqual(notes, ['formulas 2']);
  });

  it('reads what was ticked and chosen in the fields of a form', async () => {
    const string = (text: string): number[] => [...u16(text.length), ...utf16(text), ...u16(0)];
    /** @param kind 1 for a box to tick, 2 for a list. */
    const form = (kind: number, chosen: number, own: number, entries: readonly string[] = []): number[] => {
      const list = entries.flatMap((each) => [...u16(each.length), ...utf16(each)]);
      const content = [
        ...[0xff, 0xff, 0xff, 0xff, ...u16(kind | (chosen << 2)), ...u32(0), ...string('甲'), ...u16(own)],
        ...['', '说明', '', '', ''].flatMap(string),
        ...(kind === 2 ? [0xff, 0xff, ...u16(entries.length), ...u16(0), ...list] : []),
      ];
      return [...u32(68 + content.length), ...u16(68), ...new Array<number>(62).fill(0), ...content];
    };
    const entries = ['生物医药', '集成电路', '新材料'];
    const forms = [
      ...[form(1, 1, 0), form(1, 25, 1), form(1, 0, 1)],
      ...[form(2, 1, 0, entries), form(2, 25, 2, entries), form(2, 9, 0, entries)],
    ];
    const places = forms.map((_, index) => forms.slice(0, index).flat().length);
    const shown = (name: string, place: number | undefined, result = ''): OldParagraph['text'] => [
      [`\x13${name} `, []],
      ['\x01', [...u16(0x6a03), ...u32(place ?? 0), ...u16(0x0806), 1]],
      [`\x14${result}\x15。`, []],
    ];
    const { lines } = await read({
      paragraphs: [
        ...places.slice(0, 3).map((place) => ({ text: shown('FORMCHECKBOX', place) })),
        ...[...places.slice(3), 1_000_000].map((place) => ({ text: shown('FORMDROPDOWN', place) })),
        { text: shown('FORMDROPDOWN', places[3], '已写明') },
      ],
      data: forms.flat(),
    });
    assert.deepEqual(lines, [
      ...['\\[x]。', '\\[x]。', '\\[ ]。', '集成电路。', '新材料。', '。', '。', '已写明。'],
    ]);
  });

  describe('of tables', () => {
    const inTable = [...u16(0x2416), 1];
    const cell = (text: string): OldParagraph => ({ text, mark: '\x07', changes: inTable });
    /** @param flags Of cells: 1 joins the cell to the left, 0x20 the one above, 0x60 begins a cell that goes on below. */
    const row = (edges: readonly number[], flags: readonly number[]): number[] => {
      const cells = flags.flatMap((each) => [...u16(each), ...new Array<number>(18).fill(0)]);
      const content = [flags.length, ...edges.flatMap(u16), ...cells];
      return [...inTable, ...u16(0x2417), 1, ...u16(0xd608), ...u16(content.length + 1), ...content];
    };
    const mark = (changes: readonly number[]): OldParagraph => ({ text: '', mark: '\x07', changes });

    it('tells how many columns a cell takes by where the cells of other rows end', async () => {
      const { lines, notes } = await read({
        paragraphs: [
          ...[cell('合计'), cell('数'), mark(row([0, 200, 300], [0, 0]))],
          ...[cell('丁'), cell('己'), cell('戊'), mark(row([3, 104, 200, 302], [2, 0, 0]))],
          { text: '表后' },
        ],
      });
      assert.deepEqual(lines, ['| 合计 | | 数 |', '| - | - | - |', '| 丁 | 己 | 戊 |', '表后']);
      assert.deepEqual(notes, ['tables 1', 'merged 1']);
    });

    it('joins cells as the marks of rows say, also where those stand in another stream', async () => {
      const elsewhere = row([0, 100, 200], [0x60, 0]);
      const { lines, notes } = await read({
        paragraphs: [
          ...[cell('甲'), cell('乙'), mark([...u16(0x6646), ...u32(4)])],
          ...[cell(''), cell('丙'), mark(row([0, 100, 200], [0x20, 0]))],
          ...[cell('丁'), cell(''), mark(row([0, 100, 200], [2, 1]))],
        ],
        data: [0, 0, 0, 0, ...u16(elsewhere.length), ...elsewhere],
      });
      assert.deepEqual(lines, ['| 甲 | 乙 |', '| - | - |', '| | 丙 |', '| 丁 | |']);
      assert.deepEqual(notes, ['tables 1', 'merged 2']);
    });
  });

  it('parts what goes on on a new page, and numbers it once', async () => {
    const { lines } = await read({
      paragraphs: [{ text: '附件\f任务分工表' }, { text: '\f二、措施' }],
    });
    assert.deepEqual(lines, ['附件', '任务分工表', '## 二、措施']);
  });

  it('keeps notes and boxes at the end whose places in the text are not known', async () => {
    const { lines } = await read({
      paragraphs: [{ text: '正文。' }, { text: '脚注。' }, { text: '框里。' }],
      lengths: [4, 4, 0, 0, 0, 0, 4],
      structures: {
        56: [
          ...u32(0),
          ...u32(4),
          ...u32(4),
          ...new Array<number>(14).fill(0),
          ...u32(9),
          ...u32(0),
          ...new Array<number>(22).fill(0),
        ],
      },
    });
    assert.deepEqual(lines, ['正文。', '框里。', '脚注。']);
  });

  it('hides words as their style does, but for those that are to be the contrary of it', async () => {
    const hidden = [...u16(0x083c), 1];
    const style = [
      ...[...u16(0), ...u16(1 | (0xfff << 4)), ...u16(2), ...u16(0), ...u16(0)],
      ...[...u16(1), ...utf16('N\0')],
      ...[...u16(2), ...u16(0), ...u16(hidden.length), ...hidden, 0],
    ];
    const vanish = (value: number): number[] => [...u16(0x083c), value];
    const { lines, notes } = await read({
      paragraphs: [
        {
          text: [
            ['甲', []],
            ['乙', vanish(0x81)],
            ['丙', vanish(0x80)],
            ['丁', vanish(0)],
          ],
        },
      ],
      structures: {
        1: [
          ...u16(18),
          ...u16(1),
          ...u16(10),
          ...new Array<number>(14).fill(0),
          ...u16(style.length),
          ...style,
        ],
      },
    });
    assert.deepEqual(lines, ['乙丁']);
    assert.deepEqual(notes, ['hidden 2']);
  });

  it('reads signs of fonts that have their own', async () => {
    const font = [39 + 20, ...new Array<number>(39).fill(0), ...utf16('Wingdings\0')];
    const { lines } = await read({
      paragraphs: [
        {
          text: [
            ['(', [...u16(0x6a09), ...u16(0), ...u16(0xf0fe)]],
            ['同意', []],
          ],
        },
      ],
      structures: { 15: [...u16(1), ...u16(0), ...font] },
    });
    assert.deepEqual(lines, ['🗹同意']);
  });
});
