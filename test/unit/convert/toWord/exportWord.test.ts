import assert from 'node:assert/strict';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { exportWord } from '../../../../src/convert/toWord/exportWord';
import { at } from '../../support/time';
import { lines, written } from './written';

/** A memo with all that an official document may have. */
const memo = `---
年份: 2026
---

# 关于支持中试平台的通知

（征求意见稿）

各区人民政府，市直各有关单位：

<!-- policy-lens-disable-next R1: 理由 -->
现就建设平台通知如下。<!-- 批注 -->

## 一、总体要求

**重点：**坚持**企业**出题，到20__年建成__个。

### （一）建平台

（二）引人才。由人才办负责。

1. 企业主体。
2. 2027年前建成。
   1) 细项
   - 责任单位

| 任务 | 单位 |
|:-:|-:|
| 建**库** | 甲局 |

![分布图](a.png)

附件：
1. 分工表
2. 清单

甲市人民政府办公室
2026年3月5日

## 附件1

分工表

<div>略去的话</div>
`;

describe('a Markdown text as an official document in Word', () => {
  it('has its parts, each in its style, and none of what is no text', async () => {
    assert.deepEqual(await lines(memo), [
      'Title|关于支持中试平台的通知',
      'Subtitle|（征求意见稿）',
      'Addressee|各区人民政府，市直各有关单位：',
      'Body|现就建设平台通知如下。',
      'Heading1|一、总体要求',
      'Body|重点：坚持企业出题，到20__年建成__个。',
      'Heading2|（一）建平台',
      'Body|（二）引人才。由人才办负责。',
      'Body|1.企业主体。',
      'Body|2. 2027年前建成。',
      'Body|（1）细项',
      'Body|——责任单位',
      'Cell|任务',
      'Cell|单位',
      'Cell|建库',
      'Cell|甲局',
      'Body|［图片：分布图］',
      'Annexes|附件：1.分工表',
      'Annexes|2.清单',
      'Signature|甲市人民政府办公室',
      'Signature|2026年3月5日',
      'AnnexMark|附件1',
      'Title|分工表',
    ]);
  });

  it('says what is still to be done', async () => {
    const { notes } = await written(memo);
    assert.deepEqual(notes, ['report.word.blanks 2', 'report.word.images 1', 'report.word.html 1']);
  });

  it('counts blanks in footnotes and tables, too', async () => {
    const { notes } = await written('甲__个[^a]。\n\n| 丙__项 |\n|-|\n\n[^a]: 乙__家。');
    assert.deepEqual(notes, ['report.word.blanks 3']);
  });

  for (const [source, count] of [
    ['[甲](http://x.y)', 1],
    ['[甲][a]乙[a]\n\n[a]: http://x.y', 2],
    ['甲[^a]\n\n[^a]: [乙](mailto:a@x.y)', 1],
    ['| [甲](b.md) |\n|-|', 1],
    ['[![图](a.png)](http://x.y)', 1],
    ['<http://x.y> http://x.y/z www.x.y a@x.y [x.y](https://x.y)', 0],
  ] as const)
    it(`counts the links in ${JSON.stringify(source)} that lose their target`, async () => {
      const { notes } = await written(source);
      const links = notes.filter((note) => note.startsWith('report.word.links'));
      assert.deepEqual(links, count > 0 ? [`report.word.links ${count}`] : []);
    });

  it('keeps bold, also where Markdown does not read it, and sets off headings by their font', async () => {
    const { paragraphs } = await written(memo);
    const xmlOf = (text: string): string => paragraphs.find((each) => each.text.startsWith(text))?.xml ?? '';
    assert.match(xmlOf('重点'), /<w:b\/>.*?<w:t[^>]*>重点：<.*<w:b\/>.*?<w:t[^>]*>企业</u);
    assert.match(xmlOf('（二）引'), /楷体_GB2312.*?<w:t[^>]*>（二）引人才。<\/w:t><\/w:r><w:r><w:t/u);
    assert.doesNotMatch(xmlOf('（一）建'), /<w:b\/>/u);
    assert.match(xmlOf('建库'), /<w:b\/>/u);
    assert.match(xmlOf('甲局'), /<w:jc w:val="right"\/>/u);
  });

  it('keeps italics and what is struck through, but nothing of it in headings', async () => {
    const { paragraphs } = await written('# 题\n\n## **一、*甲*乙**\n\n*丙*~~丁~~。');
    const dress = paragraphs.map(({ xml }) => xml.match(/<w:(?:b|i|strike)\/>/gu) ?? []);
    assert.deepEqual(dress, [[], [], ['<w:i/>', '<w:strike/>']]);
  });

  for (const [name, source, expected] of [
    [
      'headings by their depth',
      '# 题\n\n## 甲乙\n\n### 丙丁\n\n##### 戊己',
      ['Title|题', 'Heading1|甲乙', 'Heading2|丙丁', 'Heading4|戊己'],
    ],
    ['several parts of one depth', '# 甲乙\n\n文。\n\n# 丙丁', ['Title|甲乙', 'Body|文。', 'Heading1|丙丁']],
    [
      'chapters',
      '# 办法\n\n## 第一章 总则\n\n第一条 为了规范管理。',
      ['Title|办法', 'Chapter|第一章 总则', 'Body|第一条 为了规范管理。'],
    ],
    [
      'several paragraphs in one',
      '一、甲乙\n（一）丙丁。后文。\n（二）戊己。后文。',
      ['Heading1|一、甲乙', 'Body|（一）丙丁。后文。', 'Body|（二）戊己。后文。'],
    ],
    [
      'broken lines',
      '甲乙\n丙丁 and\nmore  \n换行<br>又换AI\n乙',
      ['Body|甲乙丙丁 and more\n换行\n又换AI乙'],
    ],
    ['signs at the beginning of a line', '占比  \n\\> 5%<br>> 3%', ['Body|占比\n> 5%\n> 3%']],
    [
      'references and escapes',
      '1 &lt; 2 \\*\\*甲\\*\\* &amp; [乙](http://x.y) `丙`',
      ['Body|1 < 2 **甲** & 乙 丙'],
    ],
    [
      'signs of lists',
      '- （1）甲\n- 乙\n- [x] 丙\n- [ ] 戊\n\n9. 丁\n\n<!-- -->\n\n3) 己',
      ['Body|（1）甲', 'Body|——乙', 'Body|☑丙', 'Body|☐戊', 'Body|9.丁', 'Body|3）己'],
    ],
    ['an image that says nothing', '![](a.png)', ['Body|［图片］']],
    ['a text with a byte order mark', '\ufeff# 题目\n\n**重点：**甲。', ['Title|题目', 'Body|重点：甲。']],
    [
      'a sentence under the mark of an annex',
      '文。\n\n附件1\n\n本表由各市填报。',
      ['Body|文。', 'AnnexMark|附件1', 'Body|本表由各市填报。'],
    ],
    [
      'an office before a colon within the text, which is no addressee',
      '# 题目\n\n分工如下。\n\n市科技局：',
      ['Title|题目', 'Body|分工如下。', 'Body|市科技局：'],
    ],
    [
      'a heading under the mark of an annex, whatever its end',
      '文。\n\n附件1\n\n## 哪些任务由谁负责？',
      ['Body|文。', 'AnnexMark|附件1', 'Title|哪些任务由谁负责？'],
    ],
    [
      'a signature over a list of annexes',
      '文。\n\n某市科技局\n\n2026年3月5日\n\n附件：\n\n1. 甲表\n2. 乙表',
      [
        'Body|文。',
        'Signature|某市科技局',
        'Signature|2026年3月5日',
        'Annexes|附件：1.甲表',
        'Annexes|2.乙表',
      ],
    ],
    ['quotes and code', '> 引文。\n\n```\n甲\n  乙\n```', ['Quote|引文。', 'Code|甲', 'Code|  乙']],
    [
      'an introduction is no addressee',
      '# 题目\n\n现将有关工作部门如下：',
      ['Title|题目', 'Body|现将有关工作部门如下：'],
    ],
    [
      'a list of annexes in one paragraph',
      '文。\n\n附件：1.甲表\n2.乙表',
      ['Body|文。', 'Annexes|附件：1.甲表', 'Annexes|2.乙表'],
    ],
    [
      'a signature with blanks',
      '文。\n\n某市科技局\n\n____年__月__日',
      ['Body|文。', 'Signature|某市科技局', 'Signature|____年__月__日'],
    ],
    [
      'blanks that Markdown takes for bold, but no marks of what is bold',
      '占比，__%，**其中**仅__%；__重点__ 、“__”牵头（__）。',
      ['Body|占比，__%，其中仅__%；重点、“__”牵头（__）。'],
    ],
    [
      'no blanks that Markdown wants around its marks',
      '**（一）抓项目。** 建设平台。**三家** 以上，**R&D** 投入，共 **3** 家；*斜* 体；分为A **类**。',
      ['Body|（一）抓项目。建设平台。三家以上，R&D 投入，共 3 家；斜体；分为A 类。'],
    ],
    [
      'a title without marks, and what stands under it',
      '关于某事的通知\n\n甲科发〔2026〕3号\n\n各区科技局：\n\n现就有关事项通知如下。',
      [
        'Title|关于某事的通知',
        'Subtitle|甲科发〔2026〕3号',
        'Addressee|各区科技局：',
        'Body|现就有关事项通知如下。',
      ],
    ],
    [
      'a signature and an imprint without blank lines',
      '特此通知。\n联系人：乙某\n甲市科技局\n2026年3月5日\n（此件主动公开）\n抄送：市委办公室。\n甲市科技局办公室　2026年3月5日印发',
      [
        'Body|特此通知。',
        'Body|联系人：乙某',
        'Signature|甲市科技局',
        'Signature|2026年3月5日',
        'Body|（此件主动公开）',
        'Body|抄送：市委办公室。',
        'Body|甲市科技局办公室　2026年3月5日印发',
      ],
    ],
    [
      'a long title in lines of whole words and like lengths',
      '# 关于全省高校职务科技成果赋权改革情况的调研报告\n\n甲。',
      ['Title|关于全省高校职务科技成果\n赋权改革情况的调研报告', 'Body|甲。'],
    ],
    [
      'a long title without parting a term',
      '# 海东市推动渔业装备领域科技创新与产业创新协同发展工作方案\n\n甲。',
      ['Title|海东市推动渔业装备领域科技创新\n与产业创新协同发展工作方案', 'Body|甲。'],
    ],
    [
      'a long title with its offices, its subject and its kind',
      '# 海东省科学技术厅 海东省财政厅关于印发《海东省概念验证中心建设与运行管理工作指引》的通知\n\n甲。',
      [
        'Title|海东省科学技术厅 海东省财政厅\n关于印发《海东省概念验证中心\n建设与运行管理工作指引》的通知',
        'Body|甲。',
      ],
    ],
    [
      'a long title with its subject in a line of its own',
      '# 海东省人民政府办公厅关于加快新型储能产业发展的若干意见\n\n甲。',
      ['Title|海东省人民政府办公厅\n关于加快新型储能产业发展的若干意见', 'Body|甲。'],
    ],
    [
      'a title that a line just holds',
      '# 关于推动科技创新和产业创新深度融合的意见\n\n甲。',
      ['Title|关于推动科技创新和产业创新深度融合的意见', 'Body|甲。'],
    ],
    [
      'a long title without parting the name of a text or a figure',
      '关于印发《概念验证中心建设指引》和《中试平台规则》的通知\n\n海东省支持企业参加2027年科技成果交易会的通知\n\n甲。',
      [
        'Title|关于印发《概念验证中心建设指引》\n和《中试平台规则》的通知',
        'Title|海东省支持企业参加2027年\n科技成果交易会的通知',
        'Body|甲。',
      ],
    ],
    [
      'a title that is broken already as it is',
      '关于全省高校职务科技成果赋权改革情况的<br>调研报告\n===\n\n甲。',
      ['Title|关于全省高校职务科技成果赋权改革情况的\n调研报告', 'Body|甲。'],
    ],
    [
      'who wrote it, and when, under the title',
      '# 关于赋权改革的调研报告\n\n省政府研究室课题组\n\n（2026年10月）\n\n情况如下。',
      [
        'Title|关于赋权改革的调研报告',
        'Subtitle|省政府研究室课题组',
        'Subtitle|（2026年10月）',
        'Body|情况如下。',
      ],
    ],
    [
      'articles with the blank behind their number',
      '**第一条** 为规范管理。\n\n**第十二条之一** 不得截留。',
      ['Body|第一条\u3000为规范管理。', 'Body|第十二条之一\u3000不得截留。'],
    ],
    [
      'the caption of a table over it',
      '表1 试点情况\n\n| 甲 |\n|-|\n\n表1显示，已有成效。\n\n| 乙 |\n|-|',
      ['TableCaption|表1 试点情况', 'Cell|甲', 'Body|表1显示，已有成效。', 'Cell|乙'],
    ],
    [
      'bold that Markdown does not read between Latin letters',
      '用AI**“重点”**GPU。',
      ['Body|用AI“重点”GPU。'],
    ],
    ['a date in the text', '2026年3月5日\n\n文。', ['Body|2026年3月5日', 'Body|文。']],
  ] as const)
    it(`writes ${name}`, async () => {
      assert.deepEqual(await lines(source), expected);
    });

  it('names the file by its title, however that is broken into lines', async () => {
    const { part } = await written('# 关于全省高校职务科技成果赋权改革情况的调研报告\n\n甲。');
    assert.match(
      part('docProps/core.xml'),
      /<dc:title>关于全省高校职务科技成果赋权改革情况的调研报告<\/dc:title>/u,
    );
  });

  it('sets off headings of the third level and below that have no number', async () => {
    const { paragraphs } = await written('# 题\n\n## 甲\n\n### 乙\n\n#### 丙丙\n\n#### 1.丁');
    assert.deepEqual(
      paragraphs.map(({ xml }) => xml.includes('<w:b/>')),
      [false, false, false, true, false],
    );
  });

  it('parts the title from what follows, and leaves no line free where there is none', async () => {
    const gaps = async (text: string): Promise<boolean[]> =>
      (await written(text)).paragraphs.map(({ xml }) => xml.includes('w:before="579"'));
    assert.deepEqual(await gaps('# 题\n\n甲。\n\n乙。'), [false, true, false]);
    assert.deepEqual(await gaps('甲。\n\n乙。'), [false, false]);
  });

  it('parts the title of an annex from what follows, a table, too', async () => {
    const { paragraphs } = await written('文。\n\n附件1\n\n汇总表\n\n| 甲 |\n|-|');
    const title = paragraphs.find(({ text }) => text === '汇总表');
    assert.match(title?.xml ?? '', /<w:spacing(?=[^>]*w:before="579")[^>]*w:after="579"/u);
  });

  it('gives heads of tables and figures the width that they need', async () => {
    const content =
      '建立健全工作机制，完善配套制度，明确时间表、路线图，组织开展年度评估并向社会公布。'.repeat(2);
    const { part } = await written(
      `| 序号 | 具体内容 | 牵头单位 | 配合单位 | 金额 |\n|-|-|-|-|-|\n| 1 | ${content} | ${content} | ${content} | 12,120.5万元 |`,
    );
    const widths = [...part('word/document.xml').matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) =>
      Number(width),
    );
    // Characters of 12 points and the room at both sides of them.
    assert.ok((widths[4] ?? 0) >= 6 * 240 + 160, widths.join());
    assert.ok(Math.min(...widths) >= 2 * 240 + 160, widths.join());
    assert.ok(widths.reduce((sum, width) => sum + width, 0) <= 8845, widths.join());
  });

  it('fills its pages, and does not part an office from its date', async () => {
    const { paragraphs } = await written('# 题\n\n文。\n\n甲市科技局\n\n2026年3月5日');
    for (const { xml, text } of paragraphs)
      assert.match(xml, /<w:widowControl w:val="(?:false|0)"\/>/u, text);
    assert.match(paragraphs[2]?.xml ?? '', /<w:keepNext\/>/u);
    assert.doesNotMatch(paragraphs[3]?.xml ?? '', /<w:keepNext\/>/u);
  });

  it('keeps a footnote behind a blank at the end of a paragraph, an item or a cell', async () => {
    const { paragraphs } = await written('甲。 [^a]\n\n- 乙。 [^a]\n\n| 丙 [^a] | 丁 |\n|-|-|\n\n[^a]: 注\n');
    const noted = paragraphs.filter(({ xml }) => xml.includes('footnoteReference w:id="1"'));
    assert.deepEqual(
      noted.map(({ text }) => text),
      ['甲。', '——乙。', '丙'],
    );
  });

  it('gives each numbered line a paragraph of its own, though Markdown joins it with the one before', async () => {
    const text =
      '# 关于产业的建议\n\n一是平台少。\n二是转化慢，\n三成成果闲置。\n三是数据不通。\n\n1.建平台。\n2.引人才，\n2027年前到位。\n（1）甲。\n（2）乙。\n\n（一）稳企业。1.减税。\n2.降费。\n';
    assert.deepEqual(await lines(text), [
      'Title|关于产业的建议',
      'Body|一是平台少。',
      'Body|二是转化慢，三成成果闲置。',
      'Body|三是数据不通。',
      'Body|1.建平台。',
      'Body|2.引人才，2027年前到位。',
      'Body|（1）甲。',
      'Body|（2）乙。',
      'Body|（一）稳企业。1.减税。',
      'Body|2.降费。',
    ]);
  });

  it('keeps footnotes as footnotes', async () => {
    const { paragraphs, part } = await written('甲[^b]乙[^a]。\n\n[^a]: 注一\n\n[^b]: 注**二**');
    assert.match(
      paragraphs[0]?.xml ?? '',
      /甲<.*footnoteReference w:id="1".*乙<.*footnoteReference w:id="2".*。</u,
    );
    assert.match(part('word/footnotes.xml'), /w:id="1".*注<.*二<.*w:id="2".*注一</u);
  });

  it('keeps the paragraphs of a footnote apart, without references, which Word allows in none', async () => {
    const { part } = await written('甲[^a]。\n\n[^a]: 注一[^b]\n\n    注二\n\n[^b]: 注三');
    assert.doesNotMatch(part('word/footnotes.xml'), /<w:footnoteReference /u);
    const [, note = ''] = /w:id="1"(.*)<w:footnote .*w:id="2"/u.exec(part('word/footnotes.xml')) ?? [];
    assert.equal(note.replace(/<w:br\/>/gu, '\n').replace(/<[^>]*>|^[^>]*>/gu, ''), '注一\n注二');
  });

  it('writes the entries of a list of annexes under each other, and their further lines under their names', async () => {
    const { paragraphs } = await written('文。\n\n附件：1.甲表\n2.乙表');
    const indents = paragraphs.slice(1).map(({ xml }) =>
      ['left', 'hanging'].map((side) => {
        const twips = Number(new RegExp(`<w:ind [^>]*w:${side}="(\\d+)"`, 'u').exec(xml)?.[1]);
        return Math.round((twips * 28) / 8845);
      }),
    );
    assert.deepEqual(indents, [
      [6, 4],
      [6, 1],
    ]);
  });

  it('begins a page with each annex alone', async () => {
    const { paragraphs } = await written('# 题\n\n文。\n\n附件1\n\n甲表\n\n附件2\n\n乙表');
    const opening = paragraphs.filter(({ xml }) => xml.includes('<w:pageBreakBefore/>'));
    assert.deepEqual(
      opening.map(({ text }) => text),
      ['附件1', '附件2'],
    );
  });

  it('sets off the head of a table, and repeats it on each page', async () => {
    const { part } = await written('| 甲 |\n|-|\n| 乙 |');
    const rows = part('word/document.xml').split('<w:tr>').slice(1);
    assert.deepEqual(
      rows.map((row) => [row.includes('<w:tblHeader/>'), row.includes('黑体')]),
      [
        [true, true],
        [false, false],
      ],
    );
  });

  it('parts tables that follow each other', async () => {
    const { part } = await written('| 甲 |\n|-|\n\n<!-- -->\n\n| 乙 |\n|-|');
    assert.match(part('word/document.xml'), /<\/w:tbl><w:p\/?>.*<w:tbl>/u);
  });
});

describe('a plain text as an official document in Word', () => {
  it('has its parts by numbering and place', async () => {
    const text = [
      '---\nyear: 2026\n---',
      '甲市人民政府文件',
      '甲政发〔2026〕3号',
      '关于建设平台的意见',
      '各区人民政府：',
      '　　为了发展，提出意见。',
      '一、总体要求',
      '（一）建平台。由科技局负责。',
      '1.建库**不**加粗',
      '———',
      '附件：1.分工表',
      '市科技局',
      '2026年12月31日',
      '附件',
      '清单',
    ].join('\r\n');
    assert.deepEqual(await lines(text, 'plain'), [
      'Title|甲市人民政府文件',
      'Subtitle|甲政发〔2026〕3号',
      'Title|关于建设平台的意见',
      'Addressee|各区人民政府：',
      'Body|为了发展，提出意见。',
      'Heading1|一、总体要求',
      'Body|（一）建平台。由科技局负责。',
      'Heading3|1.建库**不**加粗',
      'Body|———',
      'Annexes|附件：1.分工表',
      'Signature|市科技局',
      'Signature|2026年12月31日',
      'AnnexMark|附件',
      'Title|清单',
    ]);
  });
});

describe('the lines under the title of an official document in Word', () => {
  for (const [name, front, expected] of [
    ['date and speaker', ['在某会上的讲话', '（2026年3月5日）', '乙某某'], ['Title', 'Subtitle', 'Subtitle']],
    [
      'occasion and speaker',
      ['关于某项工作的报告', '——2026年3月5日在某会上', '某局局长　丙某'],
      ['Title', 'Subtitle', 'Subtitle'],
    ],
    [
      'number and office',
      ['某次专题会议纪要', '〔2026〕第8号', '某办公室　　2026年3月5日'],
      ['Title', 'Subtitle', 'Subtitle'],
    ],
    [
      'a title of two lines',
      ['丁区管理委员会关于支持某业', '健康发展的若干措施', '（试行）'],
      ['Title', 'Title', 'Subtitle'],
    ],
    ['a subtitle that says the kind', ['小平台有大用处', '——戊县调研报告'], ['Title', 'Subtitle']],
    ['no kind', ['小平台有大用处', '己某某'], ['Title', 'Title']],
  ] as const)
    it(`are no title: ${name}`, async () => {
      const found = await lines([...front, '正文在此，说明有关情况。'].join('\n'), 'plain');
      assert.deepEqual(
        found.slice(0, -1).map((each) => each.split('|')[0]),
        expected,
      );
    });
});

describe('the page of an official document in Word', () => {
  const text = '# 题\n\n文。\n\n甲市人民政府办公室\n\n2026年3月5日';

  it('has the measures of GB/T 9704', async () => {
    const { part } = await written(text);
    const document = part('word/document.xml');
    const styles = part('word/styles.xml');
    // 37, 28, 26 and 35 mm in twips.
    assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/u);
    assert.match(document, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    // 22 lines of 28.95 pt; 28 characters of 15.75 pt.
    assert.match(styles, /<w:docDefaults>.*w:line="579" w:lineRule="exact".*<\/w:docDefaults>/u);
    assert.match(
      styles,
      /<w:docDefaults>.*<w:spacing w:val="-5"\/>.*<w:sz w:val="32"\/>.*<\/w:docDefaults>/u,
    );
    assert.match(styles, /w:styleId="Title".*?方正小标宋简体.*?<w:sz w:val="44"\/>/u);
    assert.match(styles, /w:styleId="Heading1".*?w:firstLineChars="200".*?黑体/u);
    for (const level of [1, 2, 3, 4])
      assert.match(
        styles,
        new RegExp(
          `w:styleId="Heading${String(level)}"(?:(?!<w:style ).)*w:outlineLvl w:val="${String(level - 1)}"`,
        ),
      );
    // On the page of their table.
    assert.match(styles, /w:styleId="OfficialTableCaption"(?:(?!<w:style ).)*<w:keepNext\/>/u);
    assert.match(part('word/fontTable.xml'), /仿宋_GB2312"><w:altName w:val="仿宋"\/>/u);
    assert.match(part('word/settings.xml'), /<w:evenAndOddHeaders\/>|<w:evenAndOddHeaders w:val="true"\/>/u);
    const feet = ['word/footer1.xml', 'word/footer2.xml'].map(part);
    assert.match(feet[0]!, /<w:jc w:val="right"\/>.*— .*PAGE.* —/u);
    assert.match(feet[1]!, /<w:jc w:val="left"\/>/u);
  });

  for (const [office, date, expected] of [
    ['甲市人民政府办公室', '2026年3月5日', [2, 9 - 6]],
    ['市科技局', '2026年12月31日', [2 + 7 + 2 - 4, 2]],
  ] as const)
    it(`puts ${office} and ${date} where a document without a seal has them`, async () => {
      const { paragraphs } = await written(`文。\n\n${office}\n\n${date}`);
      const right = paragraphs.slice(-2).map(({ xml }) => Number(/w:right="(\d+)"/u.exec(xml)?.[1]));
      assert.deepEqual(
        right.map((twips) => Math.round((twips * 280) / 8845) / 10),
        expected,
      );
    });

  it('is the same bytes for the same text, without a clock or a name', async () => {
    const first = await at('2026-02-03T04:05:06Z', () => written(memo));
    const second = await at('2027-08-09T10:11:12Z', () => written(memo));
    assert.deepEqual(first.bytes, second.bytes);
    assert.doesNotMatch(first.part('docProps/core.xml'), /creator|created|modified/u);
    assert.match(first.part('docProps/core.xml'), /关于支持中试平台的通知/u);
  });

  it('comes back as it was when it is imported again', async () => {
    const text =
      '# 题目\n\n## 一、甲乙\n\n### （一）丙丁\n\n文**字**。\n\n| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |';
    const { bytes } = await written(text);
    const { markdown } = await convertDocument('a.docx', bytes);
    assert.equal(markdown?.trim(), text);
  });
});

describe('what cannot be exported to Word', () => {
  for (const [name, text, note] of [
    ['nothing', '', 'report.word.empty'],
    ['comments', '<!-- 甲 -->', 'report.word.empty'],
    ['a giant', '一'.repeat(1_000_001), 'report.word.tooLarge 1000000'],
    [
      'a table both wide and long',
      `${'|甲'.repeat(201)}\n${'|-'.repeat(201)}\n${'|\n'.repeat(99)}`,
      'report.word.tableSize 20000',
    ],
    [
      'tables that are too many together',
      `${'|甲'.repeat(120)}\n${'|-'.repeat(120)}\n${'|\n'.repeat(99)}\n`.repeat(2),
      'report.word.tableSize 20000',
    ],
  ] as const)
    it(`is said of ${name}`, async () => {
      const { bytes, notes } = await exportWord({ text, format: 'markdown' });
      assert.equal(bytes, null);
      assert.deepEqual(
        notes.map(({ id, args }) => [id, ...args].join(' ')),
        [note],
      );
    });
});
