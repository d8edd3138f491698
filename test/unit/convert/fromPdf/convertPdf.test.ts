import assert from 'node:assert/strict';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { convertPdf } from '../../../../src/convert/fromPdf/convertPdf';
import { linesOf } from '../../../../src/convert/pages/lines';
import { paragraphsOf } from '../../../../src/convert/pages/paragraphs';
import { within } from '../../support/time';
import { pdfFile, type PlacedText } from './file';

/** Lines of 30 characters of 16 points, the first of a paragraph indented by two characters. */
function lines(texts: readonly string[], top = 700, size = 16): PlacedText[] {
  return texts.map((text, index) => {
    const indent = /^\u3000*/.exec(text)?.[0].length ?? 0;
    return { text: text.slice(indent), x: 50 + indent * size, y: top - index * 28, size };
  });
}

/** What a file is read as that has texts on one line, by where each begins. */
async function readLine(texts: Readonly<Record<number, string>>): Promise<string | undefined> {
  const placed = Object.entries(texts).map(([x, text]) => ({ text, x: Number(x), y: 700, size: 16 }));
  return (await convertPdf(pdfFile([placed]))).markdown?.trim();
}

/** Lines of pieces of 12 points on one height, as the reader of PDFs hands them over: text, left edge, width. */
function drawn(...pieces: readonly (readonly [string, number, number])[]): string[] {
  const items = pieces.map(([str, left, width]) => ({
    str,
    width,
    height: str.trim() === '' ? 0 : 12,
    transform: [12, 0, 0, 12, left, 617.2],
    dir: 'ltr',
  }));
  return linesOf(items).map(({ text }) => text);
}

const full = (start: string, length: number): string =>
  start + '推进科技创新和产业创新深度融合'.repeat(4).slice(0, length - start.length);

describe('import of PDF files', () => {
  it('joins lines to paragraphs, finds headings, drops page numbers and running heads', async () => {
    const head: PlacedText = { text: '某市文件', x: 250, y: 780, size: 10 };
    const number = (page: number): PlacedText => ({ text: `— ${String(page)} —`, x: 280, y: 30, size: 10 });
    const { markdown, notes } = await convertPdf(
      pdfFile([
        [
          head,
          { text: '关于推进融合的意见', x: 180, y: 740, size: 22 },
          ...lines(
            [
              '　　一、总体要求',
              full('　　坚持', 30),
              full('市场', 30),
              '导向。',
              '　　（一）重点任务',
              full('　　建设', 30),
              full('平台', 30),
            ],
            690,
          ),
          number(1),
        ],
        [
          head,
          ...lines([
            '覆盖全市118家企业。',
            '　　二、保障措施',
            full('　　落实', 30),
            full('2025年', 26),
            full('1,046亿元', 30),
            '资金。',
          ]),
          number(2),
        ],
        [head, ...lines(['　　😀𠮷结束。']), number(3)],
      ]),
    );
    assert.deepEqual(markdown?.split('\n').filter(Boolean), [
      '# 关于推进融合的意见',
      '## 一、总体要求',
      `${full('　　坚持', 30).slice(2)}${full('市场', 30)}导向。`,
      '### （一）重点任务',
      `${full('　　建设', 30).slice(2)}${full('平台', 30)}覆盖全市118家企业。`,
      '## 二、保障措施',
      `${full('　　落实', 30).slice(2)}${full('2025年', 26)}${full('1,046亿元', 30)}资金。`,
      '😀𠮷结束。',
    ]);
    assert.deepEqual(notes, [{ id: 'report.import.pdf', args: ['3'] }]);
  });

  it('takes a full stop near the margin for the end of a paragraph only where paragraphs are not indented', async () => {
    const near = `${full('甲', 27)}。`;
    const texts = [full('　　起', 30), near, full('乙', 30), '终。', '　　丙。', '　　丁。'];
    const count = async (lines_: readonly string[]): Promise<number | undefined> =>
      (await convertPdf(pdfFile([lines(lines_)]))).markdown?.split('\n').filter(Boolean).length;
    assert.equal(await count(texts), 3);
    const flush = texts.map((text) => text.replace(/^\u3000+/, ''));
    assert.equal(await count(flush), 4);
    // A stop that hangs over the margin makes the margin no wider.
    assert.equal(await count([`${full('戊', 30)}，`, full('己', 29) + '。', '终。']), 1);
  });

  it('closes up the thin spaces of typesetting beside Chinese, and keeps those between words', async () => {
    const line = { 50: '我市有', 102: '118', 154: '家企业，', 218: 'AI', 280: 'model' };
    assert.equal(await readLine(line), '我市有118家企业，AI model');
  });

  it('closes them up beside quotation marks and dashes, too', async () => {
    const line = { 50: '推动“创新”', 180: '驱动——', 280: '“转化”' };
    assert.equal(await readLine(line), '推动“创新”驱动——“转化”');
  });

  it('joins the lines of a title that stand in the middle, and no chapter to it', async () => {
    const title = (text: string, y: number): PlacedText => ({
      text,
      x: 300 - text.length * 11,
      y,
      size: 22,
    });
    const { markdown } = await convertPdf(
      pdfFile([
        [
          title('关于以数字化推动服务贸易', 760),
          title('创新发展的行动方案', 731),
          title('第一章总则', 702),
          ...lines([full('　　坚持', 30), full('市场', 30), '导向。'], 600),
          title('附件说明', 480),
        ],
        [title('各部门各地区的任务分工', 760), title('2.各部门的任务', 731), ...lines(['　　甲。'])],
      ]),
    );
    assert.deepEqual(
      markdown?.split('\n').filter((line) => line.startsWith('#')),
      [
        '# 关于以数字化推动服务贸易创新发展的行动方案',
        '## 第一章总则',
        '## 附件说明',
        '## 各部门各地区的任务分工',
        '#### 2.各部门的任务',
      ],
    );
  });

  it('finds the title below the head of an official document, and joins it to the offices above it', async () => {
    const middle = (text: string, y: number, size: number): PlacedText => ({
      text,
      x: 290 - (text.length * size) / 2,
      y,
      size,
    });
    for (const [head, alone] of [
      [[middle('某市人民政府办公室文件', 760, 36)], '某市人民政府办公室文件'],
      [[middle('某市科学技术局', 760, 36), middle('某市财政局', 720, 36)], '某市科学技术局某市财政局'],
    ] as const) {
      const { markdown } = await convertPdf(
        pdfFile([
          [
            ...head,
            middle('某政办发〔2026〕12号', 690, 16),
            middle('某市人民政府办公室', 640, 22),
            middle('关于印发融合发展方案的通知', 611, 22),
            ...lines([full('　　建设', 30), '平台。'], 560),
          ],
        ]),
      );
      assert.deepEqual(markdown?.split('\n').filter(Boolean).slice(0, 3), [
        alone,
        '某政办发〔2026〕12号',
        '# 某市人民政府办公室关于印发融合发展方案的通知',
      ]);
    }
  });

  it('keeps the blank behind the number of an article, a chapter and a table', () => {
    assert.deepEqual(
      [
        drawn(['第一条', 50, 36], [' ', 86, 12], ['为规范管理', 98, 60]),
        drawn(
          ['第', 50, 12],
          [' ', 62, 3],
          ['2', 65, 6],
          [' ', 71, 3],
          ['章', 74, 12],
          [' ', 86, 12],
          ['总则', 98, 24],
        ),
        drawn(['表 1', 50, 21], [' ', 71, 12], ['分工', 83, 24]),
        drawn(['第一', 50, 24], [' ', 74, 12], ['推进融合', 86, 48]),
      ].flat(),
      ['第一条 为规范管理', '第2章 总则', '表1 分工', '第一推进融合'],
    );
  });

  it('puts quotation marks that were drawn before the words into their gaps', () => {
    // As LibreOffice draws them where the document's fonts are not installed.
    assert.deepEqual(
      drawn(
        ['“', 84.1, 6.22],
        [' ', 90.32, 35.98],
        ['”', 126.29, 6.22],
        ['的 身份证 ，缺少元数据的数据犹如没有标签的试剂瓶。', 72.1, 300.38],
      ),
      ['的“身份证”，缺少元数据的数据犹如没有标签的试剂瓶。'],
    );
    assert.deepEqual(
      drawn(
        ['“', 96.1, 6.22],
        ['”', 150.29, 6.22],
        ['“', 180.48, 6.22],
        ['”', 234.68, 6.22],
        ['议由 认定奖励 转向 应用牵引 ，完善', 72.1, 216.86],
      ),
      ['议由“认定奖励”转向“应用牵引”，完善'],
    );
  });

  it('also where the words are in several fonts, and begin or end with the marks', () => {
    assert.deepEqual(
      drawn(
        ['“', 120.1, 6.22],
        [' ', 126.32, 47.98],
        ['”', 174.29, 6.22],
        ['在主体', 72.1, 36],
        ['上', 108.1, 12],
        ['三千工程 ，到', 126.32, 78.2],
        [' ', 204.5, 2.5],
        ['2028', 207, 30.5],
        ['年，', 239.9, 24],
      ),
      ['在主体上“三千工程”，到2028年，'],
    );
    assert.deepEqual(drawn(['“', 72.1, 6.22], ['”', 126.3, 6.22], ['认定奖励', 78.32, 48]), ['“认定奖励”']);
  });

  it('keeps the blanks between words of different fonts, but none that set Latin off from Chinese', () => {
    assert.deepEqual(
      drawn(
        ['建设', 50, 24],
        [' ', 74, 2.4],
        ['AI', 76.4, 15],
        [' ', 91.4, 3.8],
        ['Agent', 95.2, 36],
        [' ', 131.2, 2.4],
        ['平台', 133.6, 24],
        [' ', 157.6, 6],
        ['GB', 163.6, 15],
      ),
      ['建设AI Agent平台 GB'],
    );
  });

  it('leaves letters apart that are drawn twice', () => {
    assert.deepEqual(drawn(['总则', 72.4, 24], ['总则', 72.1, 24]), ['总则', '总则']);
  });

  it('reads files of more lines than a call takes arguments', () => {
    const line = { text: '推进科技创新。', left: 50, right: 162, y: 700, size: 16, isRow: false };
    const lines = Array.from({ length: 300_000 }, () => line);
    assert.ok(within(10, () => paragraphsOf([lines])).length > 0);
  });

  it('reads columns one after the other, under a title and lines that stand across them', async () => {
    const column = (x: number, top: number, texts: readonly string[]): PlacedText[] =>
      lines(texts, top, 10).map((each) => ({ ...each, x: each.x + x }));
    const start = [full('　　甲', 20), ...['乙', '丙', '丁', '戊'].map((each) => full(each, 20))];
    const { markdown } = await convertPdf(
      pdfFile([
        [
          { text: '关于科技创新和产业创新融合的意见', x: 130, y: 760, size: 20 },
          ...column(0, 740, [full('　　子', 41), full('丑', 41)]),
          ...column(0, 680, start),
          ...column(230, 680, [full('己', 20), '完。', ...start, '止。']),
        ],
      ]),
    );
    const joined = start.join('').trim();
    assert.deepEqual(markdown?.split('\n').filter(Boolean), [
      '# 关于科技创新和产业创新融合的意见',
      `${full('　　子', 41).trim()}${full('丑', 41)}`,
      `${joined}${full('己', 20)}完。`,
      `${joined}止。`,
    ]);
  });

  it('keeps the rows of a table in lines, and their cells apart', async () => {
    const row = (y: number, ...cells: readonly string[]): PlacedText[] =>
      cells.map((text, index) => ({ text, x: 50 + index * 180, y, size: 16 }));
    const { markdown } = await convertPdf(
      pdfFile([
        [
          ...lines([full('　　甲', 30), '乙。']),
          ...row(640, '指标', '单位', '数值'),
          ...row(612, '研发投入', '亿元', '12.3'),
          ...lines(['　　丙。'], 584),
        ],
      ]),
    );
    assert.deepEqual(markdown?.split('\n').filter(Boolean).slice(1), [
      '指标 单位 数值',
      '研发投入 亿元 12.3',
      '丙。',
    ]);
  });

  it('keeps the numbers of annexes that have a page each', async () => {
    const page = (number: number): PlacedText[] => [
      { text: `附件${String(number)}`, x: 50, y: 750, size: 10 },
      ...[700, 680].map((y) => ({ text: `第${String(number * y)}项任务。`, x: 50, y, size: 10 })),
    ];
    const { markdown } = await convertPdf(pdfFile([1, 2, 3].map(page)));
    assert.deepEqual(markdown?.match(/附件\d/g), ['附件1', '附件2', '附件3']);
  });

  it('drops a running head of two pages, but no line that stands elsewhere on the other', async () => {
    const page = (y: number): PlacedText[] => [
      { text: '某市文件', x: 250, y, size: 16 },
      ...lines(['　　甲。', '　　乙。'], 600),
    ];
    const count = async (y: number): Promise<number | undefined> =>
      (await convertPdf(pdfFile([page(780), page(y)]))).markdown?.match(/某市文件/g)?.length;
    assert.equal(await count(780), undefined);
    assert.equal(await count(700), 2);
  });

  it('says how many pages hold no text', async () => {
    const { markdown, notes } = await convertPdf(pdfFile([[], lines(['正文。'])]));
    assert.equal(markdown, '正文。\n');
    assert.deepEqual(
      notes.map(({ id, args }) => [id, ...args]),
      [
        ['report.import.pdf', '2'],
        ['report.import.noText', '1'],
      ],
    );
  });

  it('takes what is set in larger type for a heading, whatever its number', async () => {
    const large = { x: 50, y: 700, size: 20 };
    const below = lines([full('　　建设', 30), '平台。'], 640);
    for (const text of ['重点任务', '（1）重点任务', '（一）重点任务']) {
      const page = [{ ...large, text: '关于推进融合的意见', y: 760 }, { ...large, text }, ...below];
      assert.match((await convertPdf(pdfFile([page]))).markdown ?? '', new RegExp(`^#{2,3} ${text}$`, 'm'));
    }
  });

  it('lets a sentence read on over the page, and puts footnotes behind the text', async () => {
    const { markdown, notes } = await convertPdf(
      pdfFile([
        [
          ...lines([full('　　建设', 30), full('平台', 30), '止。']),
          { text: '1', x: 82, y: 650, size: 9 },
          ...lines([full('　　支持', 30)], 616),
          { text: '1概念验证中心是指验证早期成', x: 50, y: 80, size: 10 },
          { text: '果的机构。', x: 50, y: 66, size: 10 },
          { text: '②见附件。', x: 50, y: 52, size: 10 },
          { text: '— 1 —', x: 280, y: 30, size: 16 },
          // A text box is drawn last, wherever it stands.
          { text: '框中的话', x: 50, y: 200, size: 16 },
        ],
        lines(['企业创新。']),
      ]),
    );
    assert.deepEqual(markdown?.split('\n').filter(Boolean), [
      `${full('　　建设', 30).slice(2)}${full('平台', 30)}止。\\[1]`,
      full('　　支持', 30).slice(2),
      '框中的话',
      '企业创新。',
      '1概念验证中心是指验证早期成果的机构。',
      '②见附件。',
    ]);
    assert.deepEqual(notes, [
      { id: 'report.import.pdf', args: ['2'] },
      { id: 'report.import.footnotes', args: ['2'] },
    ]);
  });

  it('reads on over a page with footnotes', async () => {
    const { markdown } = await convertPdf(
      pdfFile([
        [
          ...lines([full('　　建设', 30), full('平台', 30)]),
          { text: '①指有关机构。', x: 50, y: 66, size: 10 },
          { text: '— 1 —', x: 280, y: 30, size: 16 },
        ],
        lines(['企业创新。']),
      ]),
    );
    assert.deepEqual(markdown?.split('\n').filter(Boolean), [
      `${full('　　建设', 30).slice(2)}${full('平台', 30)}企业创新。`,
      '①指有关机构。',
    ]);
  });

  it('drops heads of left and right pages, and such as have the number of the page', async () => {
    const page = (index: number): PlacedText[] => [
      { text: index % 2 === 0 ? '某市公报' : '法规文件', x: 250, y: 780, size: 10 },
      ...lines([full('　　建设', 30), `${full('甲', 29)}。`]),
      { text: `第三期·${String(index + 1)}·`, x: 280, y: 30, size: 10 },
    ];
    const { markdown } = await convertPdf(pdfFile(Array.from({ length: 6 }, (_, index) => page(index))));
    assert.doesNotMatch(markdown ?? '', /公报|法规|第三期/);
  });

  it('leaves out a table of contents, and tells', async () => {
    const { markdown, notes } = await convertPdf(
      pdfFile([
        lines([
          '一、总体要求........1',
          '二、任务……………… 12',
          '　　一、总体要求',
          full('　　建设', 30),
          '平台。',
        ]),
      ]),
    );
    assert.match(markdown ?? '', /^## 一、总体要求\n\n建设.*平台。\n$/);
    assert.deepEqual(notes[1], { id: 'report.import.contents', args: ['2'] });
  });

  it('reads radicals, and doubles of characters, as the characters that they look like', async () => {
    assert.equal(
      await readLine({ 50: '⾼质量发展⼯作，⻓期防控⻛险，2025\uf98e，㎡⺀' }),
      '高质量发展工作，长期防控风险，2025年，㎡⺀',
    );
  });

  it('takes no entry of a list of annexes for a heading', async () => {
    const { markdown } = await convertPdf(
      pdfFile([
        lines([
          '　　附件：1.任务分工表',
          '　　　　　2.名词解释',
          full('　　一', 30),
          '二。',
          '　　3.其他任务',
        ]),
      ]),
    );
    assert.match(markdown ?? '', /^附件：1.任务分工表\n\n2.名词解释\n\n一.*\n\n#### 3.其他任务\n$/);
  });

  it('says that a file is a scan, or wants a password', async () => {
    const locked = new TextDecoder()
      .decode(pdfFile([lines(['正文。'])]))
      .replace(
        'trailer\n<< ',
        `trailer\n<< /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> `,
      );
    for (const [bytes, id, args] of [
      [pdfFile([[], []]), 'report.import.scan', ['PDF']],
      [new TextEncoder().encode(locked), 'report.import.password', []],
    ] as const)
      assert.deepEqual(await convertDocument('a.pdf', bytes), { markdown: null, notes: [{ id, args }] });
  });

  const columns = [
    '关于推动融合的意见',
    '　　坚持科技创新引领产业创新，推动融合，',
    '完善中试平台，建设概念验证中心、共享︐',
    '服务企业。',
    '　　落实资金。',
  ];
  it('reads vertical columns from right to left', async () => {
    const page = columns.flatMap((column, index) =>
      [...column].map((text, row) => ({
        text,
        x: 500 - index * 28,
        y: 700 - row * 16,
        size: index === 0 ? 20 : 16,
      })),
    );
    const placed = page.map((each) =>
      each.size === 20 ? { ...each, y: 700 - (700 - each.y) * 1.25 } : each,
    );
    const { markdown } = await convertPdf(pdfFile([placed.filter(({ text }) => text !== '\u3000')]));
    assert.deepEqual(markdown?.split('\n').filter(Boolean), [
      '# 关于推动融合的意见',
      '坚持科技创新引领产业创新，推动融合，完善中试平台，建设概念验证中心、共享，服务企业。',
      '落实资金。',
    ]);
  });

  it('reads columns of fonts for vertical writing, and pages that are turned', () => {
    const item = (str: string, transform: readonly number[], dir: string, width: number, height: number) => ({
      str,
      transform,
      dir,
      width,
      height,
    });
    const text = (items: Parameters<typeof linesOf>[0]): string[] => linesOf(items).map((line) => line.text);
    assert.deepEqual(
      text([
        item('坚持科技创新引领', [16, 0, 0, 16, 500, 700], 'ttb', 16, 128),
        item('2027', [0, -16, 16, 0, 502, 568], 'ltr', 40, 16),
        item('产业创新。', [16, 0, 0, 16, 472, 700], 'ttb', 16, 80),
      ]),
      ['坚持科技创新引领2027', '产业创新。'],
    );
    for (const [turn, [a, b], place] of [
      ['left', [0, 1], (left: number, up: number) => [-up, left]],
      ['right', [0, -1], (left: number, up: number) => [up, -left]],
      ['upside down', [-1, 0], (left: number, up: number) => [-left, -up]],
    ] as const)
      assert.deepEqual(
        text(
          [
            ['指标', 50, 700],
            ['数值', 200, 700],
            ['研发投入', 50, 672],
          ].map(([str, left, up]) =>
            item(
              String(str),
              [12 * a, 12 * b, -12 * b, 12 * a, ...place(Number(left), Number(up))],
              'ltr',
              24,
              12,
            ),
          ),
        ),
        ['指标 数值', '研发投入'],
        turn,
      );
  });

  it('refuses a page of more pieces of text than any has, before it has read all', async () => {
    const page = Array.from({ length: 100_100 }, (_, index) => ({
      text: '科',
      x: (index % 25) * 20,
      y: index % 700,
      size: 8,
    }));
    const { markdown, notes } = await convertDocument('a.pdf', pdfFile([lines(['一']), page]));
    assert.equal(markdown, null);
    assert.deepEqual(notes, [{ id: 'report.import.pageSize', args: ['2', '100000'] }]);
  });

  it('says why it cannot read something else, and leaves the bytes alone', async () => {
    const bytes = new TextEncoder().encode('not a PDF');
    const cut = pdfFile([lines(['一'])]).subarray(0, 300);
    for (const each of [bytes, cut])
      assert.deepEqual(await convertDocument('a.pdf', each), {
        markdown: null,
        notes: [{ id: 'report.import.notPdf', args: [] }],
      });
    const good = pdfFile([lines(['一'])]);
    const copy = good.slice();
    await convertPdf(good);
    assert.deepEqual(good, copy);
  });
});
