import assert from 'node:assert/strict';
import { convertPdf } from '../../../../src/convert/fromPdf/convertPdf';
import { withTransfer } from '../../../../src/convert/fromPdf/olderNode';
import { gridsOf } from '../../../../src/convert/pages/grid';
import type { Rule } from '../../../../src/convert/pages/rules';
import { within } from '../../support/time';
import { pdfFile, type PlacedText } from './file';

const size = 10;
/** A line of a cell, from its upper left corner. */
const at = (x: number, top: number, ...texts: readonly string[]): PlacedText[] =>
  texts.map((text, index) => ({ text, x: x + 5, y: top - 12 - index * 12, size }));

/** As LibreOffice draws lines. */
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  [x1, y1, 'm', x2, y2, 'l S'].map(String).join(' ');
/** As Word and WPS draw them. */
const box = (x1: number, y1: number, x2: number, y2: number): string =>
  [x1, y1, Math.max(0.48, x2 - x1), Math.max(0.48, y2 - y1), 're f'].map(String).join(' ');

/** Lines of a table: between rows, and between columns. */
function ruled(xs: readonly number[], ys: readonly number[], draw = line): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y) => draw(left, y, right, y)), ...xs.map((x) => draw(x, bottom, x, top))].join('\n');
}

async function read(
  pages: readonly (readonly PlacedText[])[],
  drawings: readonly string[],
): Promise<string[]> {
  const { markdown } = await convertPdf(pdfFile(pages, drawings));
  return (markdown ?? '').split('\n').filter((each) => each !== '');
}

const xs = [50, 90, 250, 350] as const;
const rows = [
  ...at(50, 700, '序号'),
  ...at(90, 700, '任务'),
  ...at(250, 700, '责任单位'),
  ...at(50, 680, '1'),
  // Fifteen characters to a line.
  ...at(90, 680, '建设概念验证中心和中试平台，支持', '企业牵头组建创新联合体。'),
  ...at(250, 680, '市科技局', '市发展改革委'),
];
const table = [
  '| 序号 | 任务 | 责任单位 |',
  '| - | - | - |',
  '| 1 | 建设概念验证中心和中试平台，支持企业牵头组建创新联合体。 | 市科技局<br>市发展改革委 |',
];

describe('import of tables of PDF files', () => {
  for (const [name, draw] of [
    ['lines', line],
    ['thin boxes', box],
  ] as const)
    it(`reads cells that are parted by ${name}, whole, and each on its line`, async () => {
      const before: PlacedText = { text: '附件：任务分工表。', x: 50, y: 740, size };
      const after: PlacedText = { text: '注：排在前面的牵头。', x: 50, y: 600, size };
      const read_ = await read([[before, ...rows, after]], [ruled(xs, [700, 680, 640], draw)]);
      assert.deepEqual(read_, ['附件：任务分工表。', ...table, '注：排在前面的牵头。']);
    });

  it('reads figures that stand below each other as several, however narrow their column', async () => {
    const texts = [
      ...at(50, 700, '年份'),
      ...at(90, 700, '指标'),
      ...at(250, 700, '数值'),
      ...at(50, 680, '2024', '2025'),
      ...at(90, 680, '研发经费投入强度'),
      ...at(250, 680, '2.6%', '2.68%'),
    ];
    const read_ = await read([texts], [ruled([50, 90, 250, 285], [700, 680, 640])]);
    assert.equal(read_.at(-1), '| 2024<br>2025 | 研发经费投入强度 | 2.6%<br>2.68% |');
  });

  it('reads merged cells, tables without lines at their sides, and lines under words as none', async () => {
    const drawing = [
      ...[700, 680, 620].map((y) => line(50, y, 350, y)),
      // Below the first column, and not in it.
      line(90, 650, 350, 650),
      line(90, 620, 90, 700),
      line(250, 620, 250, 680),
      line(100, 666, 130, 666),
    ].join('\n');
    const texts = [
      ...at(50, 700, '类别'),
      ...at(90, 700, '任务和单位'),
      ...at(50, 680, '平台'),
      ...at(90, 680, '建设平台。'),
      ...at(250, 680, '市科技局'),
      ...at(90, 650, '开放共享。'),
      ...at(250, 650, '市教育局'),
    ];
    assert.deepEqual(await read([texts], [drawing]), [
      '| 类别 | 任务和单位 | |',
      '| - | - | - |',
      '| 平台 | 建设平台。 | 市科技局 |',
      '| | 开放共享。 | 市教育局 |',
    ]);
  });

  it('goes on over pages, without the head again, and with a row that breaks there', async () => {
    const next = [
      ...at(50, 780, '序号'),
      ...at(90, 780, '任务'),
      ...at(250, 780, '责任单位'),
      ...at(90, 760, '并给予奖励。'),
      ...at(50, 730, '2'),
      ...at(90, 730, '引进人才。'),
      ...at(250, 730, '市人社局'),
    ];
    const number = (page: number): PlacedText => ({ text: `— ${String(page)} —`, x: 280, y: 30, size });
    const read_ = await read(
      [
        [...rows, number(1)],
        [...next, number(2)],
      ],
      [ruled(xs, [700, 680, 640]), ruled(xs, [780, 760, 730, 700])],
    );
    assert.deepEqual(read_, [
      table[0],
      table[1],
      '| 1 | 建设概念验证中心和中试平台，支持企业牵头组建创新联合体。并给予奖励。 | 市科技局<br>市发展改革委 |',
      '| 2 | 引进人才。 | 市人社局 |',
    ]);
  });

  for (const turn of ['0 1 -1 0 750 0', '-1 0 0 -1 600 800', '0 -1 1 0 -600 400'])
    it(`reads them on a page that is turned (${turn})`, async () => {
      assert.deepEqual(await read([rows], [`${turn} cm\n${ruled(xs, [700, 680, 640])}`]), table);
    });

  it('reads pages with shapes of very many corners, such as maps', async () => {
    const corners = Array.from({ length: 200_000 }, (_, index) =>
      [Math.ceil(index / 2) * 5, Math.floor(index / 2) * 5, 'l'].map(String).join(' '),
    );
    const texts = [...at(50, 700, '甲'), ...at(250, 700, '乙')];
    for (const paint of ['f', 'S'])
      assert.deepEqual(await read([texts], [`0 0 m ${corners.join(' ')} ${paint}`]), ['甲 乙']);
  });

  it('reads tables whose cells all have several lines', async () => {
    const texts = [
      ...at(50, 700, '建设', '平台'),
      ...at(120, 700, '市科技', '局'),
      ...at(50, 670, '引进', '人才'),
      ...at(120, 670, '市人社', '局'),
    ];
    const [head] = await read([texts], [ruled([50, 80, 160], [700, 670, 640])]);
    assert.equal(head, '| 建设平台 | 市科技局 |');
  });

  it('keeps two tables of a page apart', async () => {
    const second = [...at(250, 620, '2026年'), ...at(90, 600, '乙'), ...at(250, 600, '5')];
    const drawing = `${ruled(xs, [700, 680, 640])}\n${ruled(xs, [620, 600, 580])}`;
    const read_ = await read([[...rows, ...second]], [drawing]);
    assert.deepEqual(read_, [...table, '| | | 2026年 |', '| - | - | - |', '| | 乙 | 5 |']);
  });

  it('takes a frame around words for none', async () => {
    const texts = [...at(50, 700, '提示'), ...at(250, 700, '甲'), ...at(50, 680, '正文。')];
    assert.deepEqual(await read([texts], [ruled([50, 350], [700, 660])]), ['提示 甲', '正文。']);
  });

  it('gives Node 20 what the reader of fonts asks of buffers', () => {
    const buffers = {} as { transferToFixedLength(this: ArrayBuffer, length?: number): ArrayBuffer };
    withTransfer(buffers);
    const { buffer } = Uint8Array.from([1, 2, 3]);
    const moved = buffers.transferToFixedLength.call(buffer, 5);
    assert.deepEqual([...new Uint8Array(moved)], [1, 2, 3, 0, 0]);
    assert.equal(buffer.byteLength, 0);
    const own = buffers.transferToFixedLength;
    withTransfer(buffers);
    assert.equal(buffers.transferToFixedLength, own);
  });

  it('looks at no more lines than tables have, and at those in a short time', () => {
    const many = (count: number): Rule[] =>
      Array.from({ length: count }, (_, index) => ({
        isAcross: index % 2 === 0,
        at: index * 6,
        from: 0,
        to: 20_000,
      }));
    assert.deepEqual(gridsOf(many(3_001)), []);
    assert.ok(within(3, () => gridsOf(many(3_000))).length === 0);
  });
});
