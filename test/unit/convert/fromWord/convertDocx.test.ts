import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { convertDocx } from '../../../../src/convert/fromWord/convertDocx';
import { formatNumber } from '../../../../src/convert/fromWord/numberFormat';
import { parseDocument } from '../../../../src/core/text/parseDocument';
import { paragraph, picture, style, table, wordFile, type WordParts } from './file';

const markdownOf = (parts: WordParts): ReturnType<typeof read> => read(wordFile(parts));

async function read(bytes: Uint8Array): Promise<{ lines: string[]; notes: string[] }> {
  const { markdown, notes } = await convertDocx(bytes);
  assert.ok(markdown !== null, JSON.stringify(notes));
  return {
    lines: markdown.split('\n').filter((line) => line !== ''),
    notes: notes.map(({ id, args }) => [id, ...args].join(' ')),
  };
}

const official = [
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
  ['decimal', '（%4）'],
] as const;

describe('import of Word files', () => {
  for (const [name, bytes] of [
    ['long text', wordFile({ body: paragraph('一'.repeat(7_000_000)) })],
    ['large styles', wordFile({ body: paragraph('一'), styles: ' '.repeat(20_000_000) })],
    [
      'an archive that unpacks to a giant',
      zipSync(
        { 'word/document.xml': strToU8('<a/>'), 'word/x.xml': new Uint8Array(210_000_000) },
        { level: 1 },
      ),
    ],
  ] as const)
    it(`refuses what would fill the memory: ${name}`, async () => {
      const { markdown, notes } = await convertDocument('a.docx', bytes);
      assert.equal(markdown, null);
      assert.deepEqual(notes, [{ id: 'report.import.tooLarge', args: ['20'] }]);
    });

  it('keeps headings and writes automatic Chinese numbering out', async () => {
    const { lines, notes } = await markdownOf({
      styles: [
        style('a3', 'Title'),
        style('1', 'heading 1', '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>'),
        style(
          '2',
          'heading 2',
          '<w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
        ),
        style('x', '公文三级', '', '2'),
      ].join(''),
      lists: [official],
      body: [
        paragraph('关于推进融合的意见', { style: 'a3' }),
        paragraph('总体要求', { style: '1' }),
        paragraph('重点任务', { style: '1' }),
        paragraph('攻关', { style: '2' }),
        paragraph('转化', { style: 'x' }),
        paragraph('建设中试平台。', { numbering: [1, 2] }),
        paragraph('引进人才。', { numbering: [1, 2] }),
        paragraph('细项。', { numbering: [1, 3] }),
        paragraph('保障措施', { style: '1' }),
        paragraph('资金', { style: '2' }),
        paragraph('不编号', { style: '2', numbering: [0, 0] }),
      ].join(''),
    });
    assert.deepEqual(lines, [
      '# 关于推进融合的意见',
      '## 一、总体要求',
      '## 二、重点任务',
      '### （一）攻关',
      '### （二）转化',
      '1.建设中试平台。',
      '2.引进人才。',
      '（1）细项。',
      '## 三、保障措施',
      '### （一）资金',
      '### 不编号',
    ]);
    assert.deepEqual(notes, ['report.import.numbered 9']);
  });

  it('counts chapters, articles, skipped levels, legal numbering and lists that start anew', async () => {
    const { lines } = await markdownOf({
      lists: [
        [
          ['chineseCounting', '第%1章'],
          ['decimal', '%1.%2', '<w:isLgl/>'],
        ],
        [['chineseCountingThousand', '第%1条']],
        [['upperLetter', '%1）']],
      ],
      nums: '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>',
      body: [
        paragraph('总则', { numbering: [1, 0], outline: 1 }),
        paragraph('条文', { numbering: [2, 0] }),
        paragraph('条文', { numbering: [2, 0] }),
        paragraph('小节', { numbering: [1, 1] }),
        paragraph('附则', { numbering: [1, 0], outline: 1 }),
        paragraph('小节', { numbering: [1, 1] }),
        paragraph('', { numbering: [3, 0] }),
        paragraph('甲项', { numbering: [3, 0] }),
        paragraph('新起', { numbering: [9, 0] }),
        paragraph('续', { numbering: [9, 0] }),
      ].join(''),
    });
    assert.deepEqual(lines, [
      '## 第一章 总则',
      '第一条 条文',
      '第二条 条文',
      '1.1 小节',
      '## 第二章 附则',
      '2.1 小节',
      'B）甲项',
      '第十一条 新起',
      '第十二条 续',
    ]);
  });

  it('counts articles on over chapters where their level does not start anew', async () => {
    const { lines } = await markdownOf({
      lists: [
        [
          ['chineseCounting', '第%1章'],
          ['chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'],
        ],
      ],
      body: [0, 1, 1, 0, 1].map((level) => paragraph('甲', { numbering: [1, level] })).join(''),
    });
    assert.deepEqual(lines, ['第一章 甲', '第一条 甲', '第二条 甲', '第二章 甲', '第三条 甲']);
  });

  it('numbers by the level that a style has in its list, and makes no list of it besides', async () => {
    const { lines } = await markdownOf({
      styles: style('n', '公文二级', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      lists: [
        [
          ['chineseCounting', '%1、'],
          ['chineseCounting', '（%2）', '<w:pStyle w:val="n"/>'],
        ],
      ],
      body: paragraph('建平台，引人才。', { style: 'n' }) + paragraph('减税降费。', { style: 'n' }),
    });
    assert.deepEqual(lines, ['（一）建平台，引人才。', '（二）减税降费。']);
  });

  it('knows headings by the names of their styles, and text of such a style by its own level', async () => {
    const { lines } = await markdownOf({
      styles:
        style('t', 'Title') +
        style('a', 'heading 1') +
        style('b', '标题 2') +
        style('c', '目标', '<w:outlineLvl w:val="9"/>', 'a'),
      body:
        paragraph('关于融合的意见', { style: 't' }) +
        paragraph('总体要求', { style: 'a' }) +
        paragraph('平台', { style: 'b' }) +
        paragraph('建平台。', { style: 'b', outline: 9 }) +
        paragraph('引人才。', { style: 'c' }),
    });
    assert.deepEqual(lines, ['# 关于融合的意见', '## 总体要求', '### 平台', '建平台。', '引人才。']);
  });

  it('takes numbers from the list style that a list refers to', async () => {
    const { lines } = await markdownOf({
      nums: [
        '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="公文"/><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>',
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="公文"/></w:abstractNum>',
        '<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>',
      ].join(''),
      body: paragraph('甲项工作。', { numbering: [8, 0] }) + paragraph('乙项工作。', { numbering: [8, 0] }),
    });
    assert.deepEqual(lines, ['（一）甲项工作。', '（二）乙项工作。']);
  });

  it('recognises headings by their numbers where the author used no styles', async () => {
    const { lines, notes } = await markdownOf({
      body: [
        paragraph('关于某事的报告', { centred: true }),
        paragraph('　　市政府：'),
        paragraph('一、基本情况'),
        paragraph('我市有企业118家。'),
        paragraph('（一）补齐平台'),
        paragraph('（二）引进人才。由市委人才办牵头。'),
        paragraph('1. 手打的编号，后有空格。'),
      ].join(''),
    });
    assert.deepEqual(lines, [
      '# 关于某事的报告',
      '市政府：',
      '## 一、基本情况',
      '我市有企业118家。',
      '### （一）补齐平台',
      '（二）引进人才。由市委人才办牵头。',
      '1. 手打的编号，后有空格。',
    ]);
    assert.deepEqual(notes, ['report.import.promoted 3']);
  });

  const run = (words: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
  const centred = (...texts: readonly string[]): string =>
    texts.map((text) => paragraph(text, { centred: true })).join('');
  for (const [name, body, expected] of [
    [
      'of several lines, below the head of an official document',
      centred('某市人民政府办公室文件', '某政办发〔2026〕12号') +
        centred('某市人民政府办公室', '关于印发科技创新', '若干措施的通知', '（2026年3月5日）') +
        paragraph('各县（市、区）人民政府：') +
        paragraph('现将《某市科技创新若干措施》印发给你们。') +
        centred('科技创新若干措施', '附表：名称') +
        paragraph('一、总体要求'),
      [
        '某市人民政府办公室文件',
        '某政办发〔2026〕12号',
        '# 某市人民政府办公室关于印发科技创新若干措施的通知',
        '（2026年3月5日）',
        '各县（市、区）人民政府：',
        '现将《某市科技创新若干措施》印发给你们。',
        '# 科技创新若干措施',
        '附表：名称',
        '## 一、总体要求',
      ],
    ],
    [
      'by a style that sets lines in the middle, above headings that have styles',
      paragraph('关于融合的意见', { style: 'c' }) +
        paragraph('总体要求', { outline: 0 }) +
        paragraph('正文。'),
      ['# 关于融合的意见', '## 总体要求', '正文。'],
    ],
    [
      'but none that is a heading by its own style, nor further lines in the middle',
      paragraph('关于融合的意见', { centred: true, outline: 0 }) +
        paragraph('要求', { outline: 1 }) +
        centred('另一方案'),
      ['# 关于融合的意见', '## 要求', '另一方案'],
    ],
    [
      'in the first line in the middle, though it says no kind',
      centred('小平台有大用处') + paragraph('各县（市、区）要抓落实。'),
      ['# 小平台有大用处', '各县（市、区）要抓落实。'],
    ],
    [
      'but none below the first sentences',
      paragraph('各县（市、区）要抓落实。') + centred('关于产业的通知'),
      ['各县（市、区）要抓落实。', '关于产业的通知'],
    ],
  ] as const)
    it(`finds titles ${name}`, async () => {
      const { lines } = await markdownOf({ body, styles: style('c', '居中', '<w:jc w:val="center"/>') });
      assert.deepEqual(lines, expected);
    });

  it('takes no entry of a list of annexes for a heading', async () => {
    const { lines } = await markdownOf({
      body: ['附件：1.分工表', '2.名词解释', '某市政府', '2.其他任务']
        .map((text) => paragraph(text))
        .join(''),
    });
    assert.deepEqual(lines, ['附件：1.分工表', '2.名词解释', '某市政府', '#### 2.其他任务']);
  });

  it('leaves out what styles hide, unless the words themselves say that they are shown', async () => {
    const hides = (type: string, id: string, more = '<w:rPr><w:vanish/></w:rPr>'): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const words = (text: string, dress = ''): string =>
      `<w:r><w:rPr>${dress}</w:rPr><w:t>${text}</w:t></w:r>`;
    const { lines, notes } = await markdownOf({
      styles:
        hides('paragraph', 'p') +
        hides('character', 'c') +
        hides('character', 'd', '<w:basedOn w:val="c"/>') +
        hides('character', 'e', '<w:basedOn w:val="c"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
      body: [
        `<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>${words('藏')}${words('现', '<w:vanish w:val="false"/>')}${words('两次为显', '<w:rStyle w:val="c"/>')}</w:p>`,
        `<w:p>${words('前')}${words('藏', '<w:rStyle w:val="c"/>')}${words('藏', '<w:rStyle w:val="d"/>')}${words('后', '<w:rStyle w:val="e"/>')}</w:p>`,
      ].join(''),
    });
    assert.deepEqual(lines, ['现两次为显', '前后']);
    assert.deepEqual(notes, ['report.import.hidden 2']);
  });

  it('keeps words with a direction of writing, and line ends of an older kind', async () => {
    const { lines } = await markdownOf({
      body: `<w:p><w:dir w:val="ltr">${run('科技')}</w:dir><w:bdo w:val="ltr">${run('创新')}</w:bdo><w:r><w:cr/></w:r>${run('融合')}</w:p>`,
    });
    assert.deepEqual(lines, ['科技创新\\', '融合']);
  });

  it('parts what goes on on a new page or in a new column, and numbers it once', async () => {
    const page = '<w:br w:type="page"/>';
    const said = (...words: readonly string[]): string =>
      `<w:r><w:rPr><w:b/></w:rPr>${words.map((each) => (each.startsWith('<') ? each : `<w:t>${each}</w:t>`)).join('')}</w:r>`;
    const listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const { lines, notes } = await markdownOf({
      body: [
        `<w:p>${said(page)}${said('附件', page, '任务分工表', page)}${said('<w:br w:type="column"/>', '牵头单位')}</w:p>`,
        `<w:p>${listed}${said(page, '总体要求。', page, '重点任务。')}</w:p>`,
        `<w:p>${listed}${said('保障措施。', page)}${picture.slice('<w:p>'.length, -'</w:p>'.length)}</w:p>`,
        `<w:p>${said('第一行', '<w:br/>', '第二行')}</w:p>`,
      ].join(''),
      lists: [official],
    });
    assert.deepEqual(lines, [
      '**附件**',
      '**任务分工表**',
      '**牵头单位**',
      '一、**总体要求。**',
      '**重点任务。**',
      '二、保障措施。![产业分布图](#)',
      '第一行\\',
      '第二行',
    ]);
    assert.deepEqual(notes, ['report.import.numbered 2', 'report.import.images 1']);
  });

  it('keeps no bold marks in headings, whether known by number or by style', async () => {
    const { lines } = await markdownOf({
      body: [
        paragraph('关于某事的报告', { centred: true, bold: true }),
        paragraph('一、存在的问题', { bold: true }),
        paragraph('企业少。', { bold: true }),
      ].join(''),
    });
    assert.deepEqual(lines, ['# 关于某事的报告', '## 一、存在的问题', '**企业少。**']);
    const styled = await markdownOf({ body: paragraph('存在的问题', { outline: 0, bold: true }) });
    assert.deepEqual(styled.lines, ['# 存在的问题']);
  });

  it('reports tracked changes, notes, formulas and an empty file', async () => {
    const m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const { lines, notes } = await markdownOf({
      body: `<w:p><w:r><w:t>支持</w:t></w:r><w:ins w:id="1"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del><m:oMath ${m}><m:r><m:t>E</m:t></m:r></m:oMath></w:p>`,
    });
    assert.deepEqual(lines, ['支持新增']);
    assert.deepEqual(notes, ['report.import.revisions 2', 'report.import.formulas 1']);
    const empty = await convertDocument('a.docx', wordFile({ body: '' }));
    assert.deepEqual(empty.notes, [{ id: 'report.import.empty', args: [] }]);
  });

  it('reports comments', async () => {
    const files = unzipSync(wordFile({ body: paragraph('支持企业。') }));
    files['word/comments.xml'] = strToU8(
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>',
    );
    assert.deepEqual((await read(zipSync(files))).notes, ['report.import.comments 2']);
  });

  const changed = (kind: string, content = ''): string =>
    `<w:${kind} w:id="1" w:author="a">${content}</w:${kind}>`;
  const numbered = (words: string, end = ''): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${end}</w:rPr></w:pPr>${words}</w:p>`;
  const inBox = numbered(run('框内任务'));
  const mark = (kind: string, data = ''): string =>
    `<w:r><w:fldChar w:fldCharType="${kind}">${data}</w:fldChar></w:r>`;
  const chosenFrom = (choice: string, result = ''): string => {
    const entries = ['生物医药', '集成电路'].map((each) => `<w:listEntry w:val="${each}"/>`).join('');
    const data = `<w:ffData><w:ddList>${choice}${entries}</w:ddList></w:ffData>`;
    const instruction = '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>';
    return mark('begin', data) + instruction + mark('separate') + result + mark('end');
  };
  for (const [name, body, expected, notes] of [
    [
      'paragraphs that were deleted with their numbers',
      numbered(run('要求')) +
        numbered(changed('del', '<w:r><w:delText>旧</w:delText></w:r>'), changed('del')) +
        numbered(run('任务')),
      ['## 一、要求', '## 二、任务'],
      ['numbered 2', 'promoted 2', 'revisions 2'],
    ],
    [
      'paragraphs that became one, and one before a table',
      numbered(run('推动'), changed('del')) +
        '<w:bookmarkStart/>' +
        numbered(run('融合')) +
        numbered(run('保障'), changed('del')) +
        table([['甲']]) +
        paragraph('后文。'),
      ['## 一、推动融合', '## 二、保障', '| 甲 |', '| - |', '后文。'],
      ['numbered 2', 'promoted 2', 'revisions 2', 'tables 1'],
    ],
    [
      'what was moved',
      numbered(changed('moveFrom', run('保障')), changed('moveFrom')) +
        numbered(run('任务')) +
        numbered(changed('moveTo', run('保障')), changed('moveTo')),
      ['## 一、任务', '## 二、保障'],
      ['numbered 2', 'promoted 2', 'revisions 4'],
    ],
    [
      'text boxes, which stand in the file twice',
      numbered(run('要求')) +
        `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent>${inBox}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${inBox}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('框外的话')}</w:p>` +
        numbered(run('保障')),
      ['## 一、要求', '框外的话', '二、框内任务', '## 三、保障'],
      ['numbered 3', 'promoted 2'],
    ],
    [
      'text boxes of LibreOffice, which has them once',
      numbered(run('要求')) +
        `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>${inBox}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>${run('框外的话')}</w:p>` +
        numbered(run('保障')),
      ['## 一、要求', '框外的话', '二、框内任务', '## 三、保障'],
      ['numbered 3', 'promoted 2'],
    ],
    [
      'text boxes that have one form only',
      `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>${inBox}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>${run('框外的话')}</w:p>`,
      ['框外的话', '一、框内任务'],
      ['numbered 1'],
    ],
    [
      'what was chosen in lists of a form',
      `<w:p>${run('领域：')}${chosenFrom('<w:result w:val="1"/>')}${run('，状态：')}${chosenFrom('')}${run('，')}${chosenFrom('', run('已写明'))}</w:p>`,
      ['领域：集成电路，状态：生物医药，已写明'],
      [],
    ],
    [
      'words with their pronunciation, and no hidden ones',
      `<w:p><w:r><w:ruby><w:rt>${run('róng')}</w:rt><w:rubyBase>${run('融')}</w:rubyBase></w:ruby></w:r>${run('合')}${run('草', '<w:vanish/>')}${run('稿', '<w:vanish/>')}${run('发展', '<w:vanish w:val="0"/>')}</w:p>`,
      ['融合发展'],
      ['hidden 1'],
    ],
    [
      'the words of fields',
      `<w:p>${run('表')}<w:fldSimple w:instr=" SEQ 表 ">${run('1')}</w:fldSimple>${run('任务分工')}</w:p>`,
      ['表1任务分工'],
      [],
    ],
    [
      'titles and headings in content controls',
      `<w:sdt><w:sdtContent>${paragraph('关于融合的意见', { centred: true })}${paragraph('一、要求')}</w:sdtContent></w:sdt>`,
      ['# 关于融合的意见', '## 一、要求'],
      ['promoted 2'],
    ],
    [
      'the head of a table that holds another',
      `<w:tbl><w:tr><w:tc>${paragraph('类')}</w:tc></w:tr><w:tr><w:tc>${table([['内']])}<w:p/></w:tc></w:tr></w:tbl>`,
      ['| 类 |', '| - |', '| 内 |'],
      ['tables 2'],
    ],
  ] as const)
    it(`reads ${name}`, async () => {
      const converted = await markdownOf({ body, lists: [[['chineseCounting', '%1、']]] });
      assert.deepEqual(converted.lines, expected);
      assert.deepEqual(
        converted.notes,
        notes.map((note) => `report.import.${note}`),
      );
    });

  it('finds the text under another name, as Word for the web gives it', async () => {
    const files = unzipSync(wordFile({ body: paragraph('正文') }));
    const { 'word/document.xml': main, ...others } = files;
    const { lines } = await read(
      zipSync({
        ...others,
        'word/document2.xml': main ?? new Uint8Array(),
        '_rels/.rels': strToU8(
          strFromU8(files['_rels/.rels'] ?? new Uint8Array()).replace(
            'word/document.xml',
            '/word/document2.xml',
          ),
        ),
      }),
    );
    assert.deepEqual(lines, ['正文']);
  });

  it('reports tables, merged cells and images, and keeps cells on one line', async () => {
    const { lines, notes } = await markdownOf({
      body: [
        paragraph('前'),
        table([
          ['指标', '数值'],
          ['技术|合同', '45亿元\n（2027年）'],
        ]),
        table(
          [
            ['合并', 'b'],
            ['c', 'd', 'e'],
          ],
          true,
        ),
        picture,
        paragraph('后'),
      ].join(''),
    });
    assert.deepEqual(lines.slice(0, 4), [
      '前',
      '| 指标 | 数值 |',
      '| - | - |',
      '| 技术\\|合同 | 45亿元<br>（2027年） |',
    ]);
    assert.ok(lines.includes('![产业分布图](#)'), lines.join('\n'));
    assert.equal(lines.at(-1), '后');
    assert.deepEqual(notes, ['report.import.images 1', 'report.import.tables 2', 'report.import.merged 2']);
  });

  it('keeps bullets as lists, drops a table of contents, and shows markup characters as they are', async () => {
    const { lines, notes } = await markdownOf({
      styles: style('TOC1', 'toc 1'),
      lists: [[['bullet', '']]],
      body: [
        paragraph('总体要求 3', { style: 'TOC1' }),
        paragraph('要点', { numbering: [1, 0] }),
        paragraph('又一点', { numbering: [1, 0] }),
        paragraph('星*号*与_线_、<b>标签</b>、😀𠮷'),
      ].join(''),
    });
    assert.deepEqual(lines, ['- 要点', '- 又一点', '星\\*号\\*与_线\\_、\\<b>标签\\</b>、😀𠮷']);
    assert.deepEqual(notes, ['report.import.contents 1']);
  });

  it('knows lines of a table of contents that WPS or the author made', async () => {
    const tabbed = (stops: string): string =>
      `<w:p><w:pPr><w:tabs>${stops}</w:tabs></w:pPr>${run('一、总体要求')}<w:r><w:tab/></w:r>${run('2')}</w:p>`;
    const { lines, notes } = await markdownOf({
      styles: style('w', 'WPSOffice手动目录 1'),
      body: [
        paragraph('一、总体要求 3', { style: 'w' }),
        paragraph('二、任务……………5'),
        tabbed('<w:tab w:val="right" w:leader="dot" w:pos="8000"/>'),
        tabbed('<w:tab w:val="right" w:pos="8000"/>'),
        paragraph('一、总体要求'),
      ].join(''),
    });
    assert.deepEqual(lines, ['## 一、总体要求 2', '## 一、总体要求']);
    assert.deepEqual(notes, ['report.import.promoted 2', 'report.import.contents 3']);
  });

  it('takes no sentence that leaves something unsaid, and no form, for a table of contents', async () => {
    const { lines } = await markdownOf({
      body: `${paragraph('他提到的目标是……2026')}<w:tbl><w:tr><w:tc>${paragraph('金额........500')}</w:tc></w:tr></w:tbl>`,
    });
    assert.deepEqual(lines, ['他提到的目标是……2026', '| 金额........500 |', '| - |']);
  });

  it('makes no title of lines with a table between them', async () => {
    const { lines } = await markdownOf({
      body: `${centred('某市科技局')}<w:tbl><w:tr><w:tc>${paragraph('表')}</w:tc></w:tr></w:tbl>${centred('关于融合的意见')}`,
    });
    assert.deepEqual(lines, ['某市科技局', '| 表 |', '| - |', '# 关于融合的意见']);
  });

  it('gives Markdown whose sections the analysis finds', async () => {
    const { markdown } = await convertDocx(
      wordFile({
        lists: [official],
        body: [
          paragraph('总体要求', { numbering: [1, 0], outline: 1 }),
          paragraph('主要任务', { numbering: [1, 1], outline: 2 }),
          paragraph('推动。', {}),
        ].join(''),
      }),
    );
    const { sections } = parseDocument(markdown ?? '', 'markdown');
    assert.deepEqual(
      sections.slice(1).map(({ title, level }) => [title, level]),
      [
        ['总体要求', 1],
        ['主要任务', 2],
      ],
    );
  });

  for (const [name, bytes, note] of [
    ['text', strToU8('no zip'), 'notWord'],
    ['nothing', new Uint8Array(), 'notWord'],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'notWord'],
    ['half of a file', wordFile({ body: paragraph('一、a') }).slice(0, 400), 'notWord'],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document') }), 'notWord'],
    ['an empty part', zipSync({ 'word/document.xml': new Uint8Array() }), 'notWord'],
    ['other XML', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'notWord'],
    [
      'XML that is cut off',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p>') }),
      'notWord',
    ],
  ] as const)
    it(`says why it cannot read ${name}`, async () => {
      const { markdown, notes } = await convertDocument('a.docx', bytes);
      assert.equal(markdown, null);
      assert.equal(notes[0]?.id, `report.import.${note}`);
    });

  it('reads parts in UTF-16', async () => {
    const parts = unzipSync(wordFile({ body: paragraph('融合。') }));
    const text = `\ufeff${strFromU8(parts['word/document.xml'] ?? new Uint8Array())}`;
    const utf16 = Uint8Array.from(Buffer.from(text, 'utf16le'));
    assert.deepEqual((await read(zipSync({ ...parts, 'word/document.xml': utf16 }))).lines, ['融合。']);
  });

  it('leaves the original alone', async () => {
    const bytes = wordFile({ body: paragraph('一、a') });
    const copy = bytes.slice();
    await convertDocx(bytes);
    assert.deepEqual(bytes, copy);
  });
});

describe("Word's number formats", () => {
  for (const [format, value, expected] of [
    ['decimal', 12, '12'],
    ['chineseCounting', 21, '二十一'],
    ['ideographDigital', 205, '二〇五'],
    ['chineseLegalSimplified', 13, '拾叁'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiacTraditional', 13, '丙子'],
    ['decimalFullWidth', 10, '１０'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '(21)'],
    ['decimalZero', 7, '07'],
    ['upperLetter', 28, 'BB'],
    ['lowerRoman', 1994, 'mcmxciv'],
    ['none', 5, ''],
    ['unknown', 5, '5'],
  ] as const)
    it(`writes ${String(value)} as ${expected} (${format})`, () => {
      assert.equal(formatNumber(value, format), expected);
    });
});
