import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { convertHtml } from '../../../../src/convert/fromHtml/convertHtml';

describe('import of HTML', () => {
  for (const [name, html, expected] of [
    [
      'headings and paragraphs',
      '<h1>题</h1><h2>一、要求</h2><p>　　推动\n转化。</p>',
      '# 题\n\n## 一、要求\n\n推动转化。\n',
    ],
    [
      'the page’s main part only',
      '<title>网站</title><nav>首页</nav><header>页眉</header><main><h2>意见</h2><p>正文</p></main><footer>页脚</footer>',
      '## 意见\n\n正文\n',
    ],
    [
      'the title where there is no heading',
      '<title>关于融合的意见</title><body><p>正文</p>',
      '# 关于融合的意见\n\n正文\n',
    ],
    [
      'no scripts, styles, forms and hidden parts',
      '<script>alert(1)</script><style>p{}</style><p onclick="x()">见<b hidden>密</b><span style="display: none">藏</span></p><form><label>搜</label><button>搜</button></form>',
      '见\n',
    ],
    [
      'links, but no script addresses',
      '<p><a href="https://a.b/c">附件</a>、<a href="javascript:alert(1)">点</a>、<a href="data:text/html,x">数</a></p>',
      '[附件](https://a.b/c)、点、数\n',
    ],
    ['numbers that were typed', '<p>（一）甲</p><p>1. 乙</p><p>2．丙</p>', '（一）甲\n\n1. 乙\n\n2．丙\n'],
    [
      'notes as text',
      '<p>甲<sup><a href="#footnote-1">[1]</a></sup>。</p><ol><li id="footnote-1">注。<a href="#footnote-ref-1">↑</a></li></ol>',
      '甲\\[1]。\n\n1. 注。\n',
    ],
    ['lists', '<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>', '1. 甲\n2. 乙\n\n- 丙\n'],
    [
      'lines broken beside Chinese marks',
      '<p>推动“创新”\n驱动，支持创新——\n  即“研发”\n“转化”……\n平台</p>',
      '推动“创新”驱动，支持创新——即“研发”“转化”……平台\n',
    ],
    [
      'lines broken beside bold words and links',
      '<p>推动\n<b>转化</b>\n和<span>研发\n</span>平台\n<a href="https://a.b/c">建设</a></p>',
      '推动**转化**和研发平台[建设](https://a.b/c)\n',
    ],
    ['blanks between elements', '<p><span>甲</span>\n<span>乙</span></p>', '甲 乙\n'],
    ['lines that are set as they are', '<pre>第一行\n第二行</pre>', '```\n第一行\n第二行\n```\n'],
    [
      'the blank of a line end beside Latin letters',
      '<p>AI\nmodel 模型\n  训练\nGPU\n平台</p>',
      'AI model 模型训练 GPU 平台\n',
    ],
    [
      'markup characters as text',
      '<p>a*b*_c_ &lt;i&gt; &amp;amp; [x](y)</p>',
      'a\\*b\\*\\_c\\_ \\<i> \\&amp; \\[x]\\(y)\n',
    ],
    [
      'headings without emphasis',
      '<h1><i>题<b>目</b></i></h1><h2><b>一、存在</b><b>的问题</b></h2><h3>（一）<b>转化</b></h3>',
      '# 题目\n\n## 一、存在的问题\n\n### （一）转化\n',
    ],
    [
      'emphasis where Markdown can read it',
      '<p><b>（一）原则。</b>坚持<strong>“揭榜”</strong>制<b>度 </b></p><p><b>一是</b><b>加强<i>领导。</i></b>各地<i>。</i>甲<b>乙</b><i>丙</i></p>',
      '**（一）原则**。坚持“**揭榜**”制**度**\n\n**一是加强领导**。各地。甲乙丙\n',
    ],
    [
      'the caption of a table, but no foot of the site',
      '<table><caption>表1</caption><tr><th>甲</th></tr></table><aside>分享</aside><footer>版权</footer>',
      '表1\n\n| 甲 |\n| - |\n',
    ],
    [
      'paragraphs that are parted by line breaks',
      '<div><font><span>&nbsp;&nbsp;&nbsp;&nbsp;甲：<br><br>\n　　一、<b>乙</b><br>&emsp;&emsp;（一）丙<br>丁</span></font><p>戊<br>己</p><br><br></div>',
      '甲：\n\n一、**乙**\n\n（一）丙\\\n丁\n\n戊\\\n己\n',
    ],
    ['paragraphs of a bare page', '<body>甲<br>\n<br>乙<br>丙', '甲\n\n乙\\\n丙\n'],
    [
      'the document in a table that sets out the page',
      '<table><tr><td>首页</td></tr><tr><td><h2>意见</h2><p>正文。</p><table><tr><th>类</th></tr><tr><td>甲</td></tr></table></td></tr></table>',
      '首页\n\n## 意见\n\n正文。\n\n| 类 |\n| - |\n| 甲 |\n',
    ],
    [
      'the document in a cell that has nearly all words',
      `<table><tr><td>导航</td><td><p>${'长'.repeat(200)}。</p><p>${'文'.repeat(200)}。</p></td></tr></table>`,
      `导航\n\n${'长'.repeat(200)}。\n\n${'文'.repeat(200)}。\n`,
    ],
    [
      'tables whose cells are of a kind, however long',
      `<table><tr><td>${'甲'.repeat(500)}</td></tr><tr><td>${'乙'.repeat(500)}</td></tr></table>`,
      `| ${'甲'.repeat(500)} |\n| - |\n| ${'乙'.repeat(500)} |\n`,
    ],
    [
      'what a script shows later, where it is the document',
      '<h1>解读</h1><div style="visibility: hidden; opacity: 0"><p>正文很长。</p><p style="visibility:hidden">藏</p></div><div style="display:none">密</div>',
      '# 解读\n\n正文很长。\n',
    ],
    [
      'paragraphs and line breaks in cells on their line',
      '<table><tr><th>甲</th></tr><tr><td><a href="https://a.b">乙<br>丙</a><div><p>丁</p><p>　　戊</p></div><ul><li>己</li></ul></td></tr></table>',
      '| 甲 |\n| - |\n| [乙<br>丙](https://a.b)<br>丁<br>戊<br>己 |\n',
    ],
    [
      'the document in a form, as some servers send it, but no fields',
      '<form><input type="hidden" value="x"><input value="搜"><h1>通知</h1><p>现将有关事项通知如下。</p><textarea>留言</textarea></form>',
      '# 通知\n\n现将有关事项通知如下。\n',
    ],
    ['boxes that are ticked', '<ul><li><input type="checkbox" checked>办结</li></ul>', '- [x] 办结\n'],
    [
      'the article with most words',
      '<main></main><article><h3>推荐</h3></article><article><h1>意见</h1><p>正文</p></article>',
      '# 意见\n\n正文\n',
    ],
    [
      'the title that offices mark',
      '<title>融合的通知_部门政务_某市政府网</title><meta name="ArticleTitle" content="融合的通知"><body><p>正文</p>',
      '# 融合的通知\n\n正文\n',
    ],
    [
      'words whole, without their pronunciation',
      '<p>科技<wbr>创新<ruby>融<rp>（</rp><rt>róng</rt><rp>）</rp></ruby>合</p>',
      '科技创新融合\n',
    ],
    [
      'headings on one line',
      '<h1>国务院<br>关于创新的<b>通知</b><br><i>（摘要）</i></h1><h3>AI<br>\n<b>model</b></h3>',
      '# 国务院关于创新的通知（摘要）\n\n### AI model\n',
    ],
    [
      'addresses as they are written',
      '<p>见http://www.gov.cn/a_b，kjj@xx.gov.cn、www.gov.cn。</p>',
      '见http://www.gov.cn/a_b，kjj@xx.gov.cn、www.gov.cn。\n',
    ],
    ['nothing', '', ''],
  ] as const)
    it(`keeps ${name}`, () => {
      assert.equal(convertHtml(html).markdown, expected);
    });

  it('makes GFM tables and reports them with images and merged cells', () => {
    const { markdown, notes } = convertHtml(
      '<table><tr><th>类</th><th colspan=2>数|值</th></tr><tr><td><p>甲</p><p>乙</p></td><td>1</td><td>2</td></tr></table><img src="https://track.example/x.png" alt="分布\n图"><img src="a.png">',
    );
    assert.equal(
      markdown,
      '| 类 | 数\\|值 | |\n| - | - | - |\n| 甲<br>乙 | 1 | 2 |\n\n![分布图](#)![image 2](#)\n',
    );
    assert.deepEqual(notes, [
      { id: 'report.import.images', args: ['2'] },
      { id: 'report.import.tables', args: ['1'] },
      { id: 'report.import.merged', args: ['1'] },
    ]);
  });

  const manyRows = (cell: string): string => `<table>${`<tr>${cell}</tr>`.repeat(2_000)}</table>`;
  for (const [name, html, expected] of [
    [
      'a span wider than any table',
      '<table><tr><td colspan=1000000000>x</td></tr></table>',
      `| x |${' |'.repeat(999)}\n|${' - |'.repeat(1000)}\n`,
    ],
    [
      'a span longer than the table',
      '<table><tr><td rowspan=65534>x</td></tr><tr><td>y</td></tr></table>',
      '| x | |\n| - | - |\n| | y |\n',
    ],
    [
      'spans that are no numbers',
      '<table><tr><td colspan=-5 rowspan=x>x</td></tr></table>',
      '| x |\n| - |\n',
    ],
  ] as const)
    it(`makes no more cells than there can be of ${name}`, () => {
      assert.equal(convertHtml(html).markdown, expected);
    });

  for (const [name, html] of [
    ['large spans in many rows', manyRows('<td colspan=1000 rowspan=65534>x')],
    ['one wide row among many', manyRows('<td>x').replace('<td>', '<td>'.repeat(200))],
    ['many tables', '<table><tr><td colspan=1000>x</td></tr></table>'.repeat(101)],
  ] as const)
    it(`refuses tables of too many cells: ${name}`, async () => {
      const { markdown, notes } = await convertDocument('a.html', new TextEncoder().encode(html));
      assert.equal(markdown, null);
      assert.deepEqual(notes, [{ id: 'report.import.tableSize', args: ['100000'] }]);
    });

  it('spells no character as a number', () => {
    const token = fc.constantFrom(
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<a href="http://a.b">',
      '</a>',
      '<br>',
      '中',
      'a',
      '。',
      '“',
      '　',
      ' ',
      '1',
      '<p>',
    );
    fc.assert(
      fc.property(fc.array(token), (parts) => {
        const { markdown } = convertHtml(parts.join(''));
        assert.doesNotMatch(markdown ?? '', /&#/);
      }),
    );
  });

  it('takes any text', () => {
    const token = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<td>',
      '<tr>',
      '<a href="x">',
      '<!--',
      '-->',
      '<![CDATA[',
      '&',
      '中',
      '<h1>',
      '<ol><li>',
      '\u0000',
      '😀',
      '<svg>',
      '<template>',
    );
    fc.assert(
      fc.property(fc.array(token), (parts) => {
        assert.equal(typeof convertHtml(parts.join('')).markdown, 'string');
      }),
    );
  });
});
