import assert from 'node:assert/strict';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { ofdFile, root, singleObjects, tableLines, textObject, type OfdParts } from './file';

/** Lines of 28 characters of 5.6 mm, the first of a paragraph indented by two. */
function lines(texts: readonly string[], top = 80, draw = textObject): string[] {
  return texts.map((text, index) => {
    const indent = /^\u3000*/.exec(text)?.[0].length ?? 0;
    return draw(text.slice(indent), { x: 28 + indent * 5.6, y: top + index * 10, size: 5.6 });
  });
}

const full = (start: string, length: number): string =>
  start + '推进科技创新和产业创新深度融合'.repeat(4).slice(0, length - start.length);

/** What is read of pages: the paragraphs, and the notes but for that on the format, as `id argument`. */
async function read(
  pages: Parameters<typeof ofdFile>[0],
  parts: OfdParts = {},
): Promise<{ readonly text: readonly string[]; readonly notes: readonly string[] }> {
  const { markdown, notes } = await convertDocument('a.ofd', ofdFile(pages, parts));
  return {
    text: markdown?.split('\n').filter(Boolean) ?? [],
    notes: notes
      .map(({ id, args }) => [id.slice('report.import.'.length), ...args].join(' '))
      .filter((note) => !note.startsWith('ofd ')),
  };
}

const body = ['　　一、总体要求', full('　　坚持', 28), full('市场', 28), '导向。', '　　二、保障措施'];
const title = textObject('关于推动融合的意见', { x: 70, y: 60, size: 7.7 });
const expected = [
  '# 关于推动融合的意见',
  '## 一、总体要求',
  `${full('　　坚持', 28).slice(2)}${full('市场', 28)}导向。`,
  '## 二、保障措施',
];

describe('import of OFD files', () => {
  it('joins lines to paragraphs, finds title and headings, drops page numbers and the heads of templates', async () => {
    const { markdown, notes } = await convertDocument(
      'a.ofd',
      ofdFile(
        [1, 2].map((number) => [
          ...(number === 1 ? [title] : []),
          ...lines(number === 1 ? body : [full('　　落实', 28), full('2026年', 26), '资金。']),
          textObject(`— ${String(number)} —`, { x: 95, y: 280 }),
        ]),
        {
          common: '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Foreground"/>',
          page: '<ofd:Template TemplateID="7"/>',
          parts: {
            'Doc_0/Tpls/Tpl_0/Content.xml': root(
              'Page',
              `<ofd:Content><ofd:Layer ID="1">${textObject('某市人民政府公报', { x: 28, y: 20 })}</ofd:Layer></ofd:Content>`,
            ),
          },
        },
      ),
    );
    assert.deepEqual(markdown?.split('\n').filter(Boolean), [
      ...expected,
      `${full('　　落实', 28).slice(2)}${full('2026年', 26)}资金。`,
    ]);
    assert.deepEqual(notes, [{ id: 'report.import.ofd', args: ['2'] }]);
  });

  it('reads characters that are objects of their own as it reads lines', async () => {
    const single = singleObjects('关于推动融合的意见', { x: 70, y: 60, size: 7.7 });
    const { text, notes } = await read([[single, ...lines(body, 80, singleObjects)]]);
    assert.deepEqual(text, expected);
    assert.deepEqual(notes, []);
  });

  it('reads what is drawn out of order from the top, also digits drawn after all the rest', async () => {
    const [first = '', ...others] = lines(body);
    const seal = textObject('某市科技局', { x: 120, y: 130, size: 5.6 });
    assert.deepEqual((await read([[seal, ...others.toReversed(), title, first]])).text, [
      ...expected,
      '某市科技局',
    ]);
    const gaps = ['投入', '亿元，增长', '%。'];
    const figures = ['1046', '12'];
    let x = 28;
    const [words, digits]: string[][] = [[], []];
    for (const [index, word] of gaps.entries()) {
      words?.push(textObject(word, { x, y: 80, size: 5.6 }));
      x += word.length * 5.6;
      const figure = figures[index];
      if (figure === undefined) continue;
      const delta = `DeltaX="g ${String(figure.length - 1)} 2.8"`;
      digits?.push(textObject(figure, { x, y: 80, size: 5.6, delta }));
      x += figure.length * 2.8;
    }
    const { text } = await read([[...(words ?? []), ...lines(['甲。'], 90), ...(digits ?? [])]]);
    assert.equal(text.join(''), '投入1046亿元，增长12%。甲。');
  });

  it('reads columns one after the other, however they are drawn', async () => {
    const column = (x: number, start: string): string[] =>
      Array.from({ length: 8 }, (_, row) =>
        textObject(row === 7 ? `${start}终。` : full(`${start}${String(row)}`, 20), { x, y: 60 + row * 8 }),
      );
    const [left, right] = [column(20, '甲'), column(110, '乙')];
    const inTurn = (await read([[...left, ...right]])).text;
    assert.match(inTurn.join(''), /^甲0.*甲终。乙0.*乙终。$/);
    const mixed = left.flatMap((line, index) => [line, right[index] ?? '']);
    assert.deepEqual((await read([[...mixed.slice(8), ...mixed.slice(0, 8)]])).text, inTurn);
  });

  it('puts what is filled into a form behind the words of its template', async () => {
    const { text } = await read(
      [
        [
          textObject('2026', { x: 20, y: 100, delta: 'DeltaX="g 3 1.85"' }),
          textObject('某市科技局', { x: 42, y: 50 }),
        ],
      ],
      {
        common: '<ofd:TemplatePage ID="7" BaseLoc="Tpls/T.xml"/>',
        page: '<ofd:Template TemplateID="7" ZOrder="Background"/>',
        parts: {
          'Doc_0/Tpls/T.xml': root(
            'Page',
            `<ofd:Content><ofd:Layer ID="1">${textObject('主办单位：', { x: 20, y: 50 })}` +
              `${textObject('填写说明：', { x: 20, y: 70 })}${textObject('年度', { x: 28, y: 100 })}</ofd:Layer></ofd:Content>`,
          ),
        },
      },
    );
    assert.deepEqual(text, ['主办单位：某市科技局', '填写说明：', '2026年度']);
  });

  it('makes tables of lines and thin boxes, and lays aside the outlines of letters', async () => {
    const cells = ['指标', '数值', '研发投入', '1046'].map((text, index) =>
      textObject(text, { x: 32 + (index % 2) * 60, y: 66 + Math.floor(index / 2) * 10 }),
    );
    const outline =
      '<ofd:PathObject ID="5" Boundary="20 200 40 40"><ofd:AbbreviatedData>M 0 0 L 30 0 B 30 1 30 2 30 3 L 0 30 C</ofd:AbbreviatedData></ofd:PathObject>';
    const box = (x: number, y: number, width: number, height: number): string =>
      `<ofd:PathObject ID="5" Boundary="${String(x)} ${String(y)} ${String(width)} ${String(height)}" Stroke="false" Fill="true">` +
      `<ofd:AbbreviatedData>M 0 0 L ${String(width)} 0 L ${String(width)} ${String(height)} L 0 ${String(height)} C</ofd:AbbreviatedData></ofd:PathObject>`;
    const boxes = [
      ...[60, 70, 80].map((y) => box(30, y, 120, 0.3)),
      ...[30, 90, 150].map((x) => box(x, 60, 0.3, 20)),
    ].join('');
    const table = ['| 指标 | 数值 |', '| - | - |', '| 研发投入 | 1046 |'];
    for (const drawn of [tableLines([30, 90, 150], [60, 70, 80]), boxes]) {
      const { text, notes } = await read([[outline, ...lines(['如下：'], 40), drawn, ...cells]]);
      assert.deepEqual(text, ['如下：', ...table]);
      assert.deepEqual(notes, ['tables 1']);
    }
  });

  it('keeps the cells of tables apart that hardly leave room, and stops with them that hang over the lines', async () => {
    const cell = (x: number, y: number, text: string, size = 5): string => textObject(text, { x, y, size });
    const drawn = [
      tableLines([30, 50, 66, 106.5], [60, 70, 86]),
      cell(32, 67, '序号'),
      cell(52.5, 67, '主体'),
      cell(68, 67, '职责'),
      cell(32, 77, '一、'),
      cell(32, 83, '参建'),
      cell(52.5, 77, '建设'),
      cell(52.5, 83, '（甲）'),
      cell(67, 77, '负责报批，承担责'),
      cell(107, 77, '、', 5),
      cell(67, 83, '任。'),
    ];
    const { text } = await read([[...lines(['如下：'], 40), ...drawn]]);
    assert.deepEqual(text.slice(1), [
      '| 序号 | 主体 | 职责 |',
      '| - | - | - |',
      '| 一、参建 | 建设（甲） | 负责报批，承担责、任。 |',
    ]);
  });

  it('drops the number of a page that stands at its side, drawn piece by piece', async () => {
    const turned = ['—', '6', '—'].map((text, index) =>
      textObject(text, { x: 12, y: 60 + index * 5, size: 5, attributes: 'CTM="0 1 -1 0 0 0"' }),
    );
    assert.deepEqual((await read([[...turned, title, ...lines(body)]])).text, expected);
  });

  it('places characters by their steps, over several lines, and without any', async () => {
    const at = { x: 28, y: 80, size: 5 };
    for (const [text, delta, words] of [
      ['甲乙丙丁', 'DeltaX="G 1 5 -5 g 1 5" DeltaY="0 10 0"', ['甲乙丙丁']],
      ['甲乙丙丁', '', ['甲乙丙丁']],
      ['甲。　　乙。', 'DeltaX="g 99999999999 5"', ['甲。乙。']],
      ['甲\n', '', ['甲']],
      ['AI agent', 'DeltaX="g 7 2.5"', ['AI agent']],
    ] as const)
      assert.deepEqual((await read([[textObject(text, { ...at, delta })]])).text, words, text);
    const object = textObject('甲', at).replace(
      '</ofd:TextObject>',
      '<ofd:TextCode Y="15">乙</ofd:TextCode></ofd:TextObject>',
    );
    assert.deepEqual((await read([[object]])).text, ['甲乙']);
  });

  it('parts words of Latin letters where their writer left the blanks out, and no word that is set wide', async () => {
    const at = { x: 28, y: 80, size: 5 };
    const delta = 'DeltaX="3.4 1.5 2.5 1.5 1.6 2.5 2.9 1.6 4.2 1.5"';
    assert.deepEqual((await read([[textObject('Digitaltwin', { ...at, delta })]])).text, ['Digital twin']);
    const wide = 'DeltaX="g 10 4.4"';
    assert.deepEqual((await read([[textObject('Digitaltwin', { ...at, delta: wide })]])).text, [
      'Digitaltwin',
    ]);
    const objects = [
      textObject('Web', { ...at, delta: 'DeltaX="4.2 2.5"' }),
      textObject('App', { ...at, x: 39, delta: 'DeltaX="3.4 2.5"' }),
    ];
    assert.deepEqual((await read([objects])).text, ['Web App']);
  });

  it('reads several characters drawn as one, and shows those of which only the shape is known', async () => {
    const shape = (attributes: string, glyphs: string): string =>
      `<ofd:CGTransform ${attributes}><ofd:Glyphs>${glyphs}</ofd:Glyphs></ofd:CGTransform>`;
    const of = (text: string, inside: string) =>
      read([[textObject(text, { x: 28, y: 80, inside, delta: 'DeltaX="g 9 3.7"' })]]);
    for (const [text, inside, words, count] of [
      ['office', shape('CodePosition="1" CodeCount="3" GlyphCount="1"', '7'), 'office', 0],
      ['科技', shape('CodePosition="0" CodeCount="2" GlyphCount="2"', '1 2'), '科技', 0],
      ['科', shape('CodePosition="0" CodeCount="3" GlyphCount="3"', '1 2 3'), '科��', 2],
      ['科¤', shape('CodePosition="0" CodeCount="2" GlyphCount="2"', '1 2'), '科�', 1],
      ['100¤', '', '100¤', 0],
      ['科\uf0a7\ue123', '', '科��', 2],
      ['𠮷𠮷', shape('CodePosition="0" CodeCount="4" GlyphCount="4"', '1 2 3 4'), '𠮷𠮷', 0],
    ] as const) {
      const read_ = await of(text, inside);
      assert.deepEqual(read_.text, [words]);
      assert.deepEqual(read_.notes, count > 0 ? [`glyphs ${String(count)}`] : [], text);
    }
    const blank = textObject('', { x: 28, y: 80, inside: shape('CodePosition="0"', '3') }).replace(
      / 3.7"/,
      ' 0"',
    );
    assert.deepEqual(await read([[blank, textObject('甲', { x: 40, y: 90 })]]), { text: ['甲'], notes: [] });
  });

  it('reads blocks and groups, those of a page of its own, too, and no group within itself', async () => {
    const group = (id: number, content: string): string =>
      root(
        'Res',
        `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="${String(id)}"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
      );
    const use = (id: number, y: number): string =>
      `<ofd:CompositeObject ID="4" ResourceID="${String(id)}" Boundary="10 ${String(y)} 100 50" CTM="0.5 0 0 0.5 0 0"/>`;
    const { text, notes } = await read(
      [
        [
          `<ofd:PageBlock><ofd:PageBlock>${textObject('甲。', { x: 28, y: 30 })}</ofd:PageBlock></ofd:PageBlock>`,
          use(5, 40),
          use(6, 80),
          use(99, 120),
        ],
      ],
      {
        common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
        page: '<ofd:PageRes>/Doc_0/Own.xml</ofd:PageRes>',
        parts: {
          'Doc_0/Res.xml': group(5, `${textObject('乙。', { x: 36, y: 20, size: 7.4 })}${use(5, 0)}`),
          'Doc_0/Own.xml': group(6, textObject('丙。', { x: 36, y: 20, size: 7.4 })),
        },
      },
    );
    assert.deepEqual(text, ['甲。', '乙。', '丙。']);
    assert.deepEqual(notes, ['brokenPages 1'], 'a group that is nowhere');
  });

  it('leaves out what is not shown and says so, but reads the recognised text of a scan', async () => {
    const hidden = textObject('草稿', { x: 28, y: 100, attributes: 'Visible="false"' });
    const block = `<ofd:PageBlock Visible="false">${textObject('内部', { x: 28, y: 120 })}</ofd:PageBlock>`;
    assert.deepEqual(await read([[textObject('正文。', { x: 28, y: 80 }), hidden, block]]), {
      text: ['正文。'],
      notes: ['hidden 2'],
    });
    const image = '<ofd:ImageObject ID="3" ResourceID="9" Boundary="0 0 210 297"/>';
    const number = textObject('3', { x: 100, y: 280 });
    const scan = await read([[image, number, hidden, hidden.replace('草稿', '融合发展')]]);
    assert.deepEqual(scan, { text: ['草稿融合发展'], notes: [] });
    assert.deepEqual(await read([[hidden], [number, title]]), {
      text: ['关于推动融合的意见'],
      notes: ['noText 1', 'hidden 1'],
    });
  });

  it('reads letters once that are drawn twice to make them bold', async () => {
    const line = (x: number): string => textObject('关于融合', { x, y: 80 });
    assert.deepEqual((await read([[line(28), line(28.1), textObject('的意见', { x: 42.8, y: 80 })]])).text, [
      '关于融合的意见',
    ]);
  });

  it('keeps a letter of small type that stands as many letters from the edges as one of larger type', async () => {
    const [body, note] = [5.6, 2.8];
    const { text } = await read([
      [
        singleObjects('推进融合。', { x: 56, y: 297 - 112, size: body }),
        singleObjects('推动创新。', { x: 28, y: 297 - 56, size: note }),
      ],
    ]);
    assert.deepEqual(text, ['推进融合。', '推动创新。']);
  });

  it('puts the marks of notes and figures into their lines that are drawn after all the rest', async () => {
    const size = 5.6;
    const drawn = (texts: readonly string[]): string[] =>
      texts.map((text, index) => textObject(text, { x: 39.2, y: 80 + index * 10, size }));
    const mark = textObject('1', { x: 39.2 + 7 * size, y: 78, size: 3.2 });
    const chinese = [
      ...drawn(['加快培育主体。']),
      ...['附件：', '．任务分工表'].map((text, index) =>
        textObject(text, { x: 39.2 + index * 3.5 * size, y: 90, size }),
      ),
      textObject('．参会名单', { x: 39.2 + 3.5 * size, y: 100, size }),
    ];
    const numbers = [1, 2].map((number) =>
      textObject(String(number), { x: 39.2 + 3 * size, y: 80 + number * 10, size }),
    );
    for (const late of [
      [...numbers, mark],
      [mark, ...numbers],
    ])
      assert.deepEqual((await read([[...chinese, ...late]])).text, [
        '加快培育主体。\\[1]附件：1．任务分工表',
        '#### 2．参会名单',
      ]);
  });

  it('reads vertical columns from right to left, and pages that are turned', async () => {
    const columns = ['坚持科技创新引领产业创新，', '完善中试平台。'];
    const vertical = columns.map((text, index) =>
      textObject(text, { x: 150 - index * 10, y: 40, size: 5, delta: `DeltaY="g ${String(text.length)} 5"` }),
    );
    assert.deepEqual((await read([vertical])).text, [columns.join('')]);
    const free = columns.map((text, index) =>
      textObject(text, { x: 150 - index * 10, y: 40, size: 5, delta: '', attributes: 'ReadDirection="90"' }),
    );
    assert.deepEqual((await read([free])).text, [columns.join('')]);
    const turned = columns.map((text, index) =>
      textObject(text, { x: 150 - index * 10, y: 40, size: 5, attributes: 'CTM="0 1 -1 0 0 0"' }),
    );
    assert.equal((await read([turned])).text.join(''), columns.join(''));
    const laid = columns.map((text, index) =>
      textObject(text, {
        x: 150 - index * 10,
        y: 40,
        size: 5,
        attributes: 'CharDirection="90"',
        delta: `DeltaY="g ${String(text.length)} 5"`,
      }),
    );
    assert.equal((await read([laid])).text.join(''), columns.join(''));
  });
});
