import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convertHtml } from '../../../../src/convert/fromHtml/convertHtml';
import { within } from '../../support/time';

const sentence = '坚持以科技创新引领产业创新，到2027年全市规模以上工业企业研发投入强度达到3.2%。';
const body = [
  '各县（市、区）人民政府，市政府各部门：',
  '一、总体要求',
  sentence,
  `（一）强化企业主体地位。${sentence}`,
  `（二）完善中试平台。${sentence}`,
  '二、保障措施',
  '某市人民政府办公室',
  '2026年3月5日',
  '（此件公开发布）',
] as const;
const paragraphs = body.map((line) => `<p>\u3000\u3000${line}</p>`).join('');
/** As lines of Markdown. */
const text = body.map((line) => (/^[一二]、/.test(line) ? `## ${line}` : line));

function linesOf(html: string): string[] {
  return (convertHtml(html).markdown ?? '').split('\n').filter((line) => line.trim() !== '');
}

describe('import of pages of offices’ sites', () => {
  // The state council's site, as it was in 2021.
  it('leaves out ways, buttons, imprint and other pages around the text, and tells', () => {
    const page = `<title>推动融合若干措施_政策_中国政府网</title>
      <div><div class="share-popup"><h6>分享到：<b></b></h6><ul><li><a data-w="x">QQ空间</a></li></ul></div></div>
      <div class="main"><div class="content"><div class="BreadcrumbNav"><a href="/">首页</a>&nbsp;>&nbsp;<a href="/z">政策</a></div>
      <div class="article"><h1>推动融合若干措施</h1>
      <div class="pages-date">2026-03-05 06:59 <span>来源： 某市政府</span><div class="pages_print"><span>【字体：<span>大</span> <span>中</span> <span>小</span>】</span><span onclick="javascript:window.print()">打印</span></div></div>
      <div class="pages_content">${paragraphs}<p>附件：<a href="/1.docx">1.任务分工表</a></p><p><a href="2.pdf">2.名词解释</a></p></div>
      <div class="editor"><span><a href="http://www.gov.cn/fuwu/jiucuo.htm">【我要纠错】</a> </span>责任编辑：宋某 </div>
      <div><div id="qr_container">扫一扫在手机打开当前页</div></div>
      <div class="related"><div>相关稿件</div><ul><li><a href="/1.htm">狠抓措施落实</a></li></ul></div></div></div></div>
      <div class="back_top"><a>回到\n顶部</a></div>`;
    assert.deepEqual(linesOf(page), ['# 推动融合若干措施', ...text, '附件：1.任务分工表', '2.名词解释']);
    assert.deepEqual(convertHtml(page).notes, [
      { id: 'report.import.promoted', args: ['2'] },
      { id: 'report.import.beside', args: ['7'] },
    ]);
  });

  it('takes the line with the page’s title for it, and keeps particulars in tables', () => {
    const page = `<title>某市科技局 通知公告 关于印发推动融合若干措施的通知</title>
      <div class="top"><a href="/">设为首页</a> | <span>今天是2026年3月6日 星期五</span> <a>无障碍浏览</a></div>
      <div>您当前的位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; 通知公告</div>
      <table><tr><td>索引号</td><td>0001</td></tr><tr><td>发文字号</td><td>某科发〔2026〕3号</td></tr></table>
      <div class="xl"><div class="bt">关于印发推动融合若干措施的通知</div>
      <div class="xx"><span>发布时间：2026-03-05</span><span>字号：[ <a href="javascript:doZoom(18)">大</a> ]</span></div>
      <div class="TRS_Editor">${paragraphs}</div>
      <div><a href="javascript:window.print()">【打印本页】</a></div>
      <div class="ewm"><img src="ewm.png"><p>扫一扫在手机打开当前页</p></div>
      <div><p>上一篇：<a href="/p1">某某公示</a></p></div></div>
      <div class="foot"><p>版权所有：某市科技局</p><p>建议使用1024×768分辨率、IE9以上浏览器访问本网站。</p></div>`;
    assert.deepEqual(linesOf(page), [
      '| 索引号 | 0001 |',
      '| - | - |',
      '| 发文字号 | 某科发〔2026〕3号 |',
      '# 关于印发推动融合若干措施的通知',
      ...text,
    ]);
  });

  it('takes no line far below for the title', () => {
    const page = `<title>甲网</title>${'<p>甲乙。</p>'.repeat(20)}<p>关于融合的意见</p>`;
    assert.deepEqual(linesOf(page).at(0), '# 甲网');
    assert.deepEqual(linesOf(page).at(-1), '关于融合的意见');
  });

  it('reads pages that tables set out', () => {
    const row = (content: string): string => `<tr><td>${content}</td></tr>`;
    const long = `${paragraphs}<p>${sentence.repeat(10)}</p>`;
    const page = `<title>某县经信局</title><table>${row('<a href="/">首页</a>|<a href="/a">机构</a>')}${row('当前位置：<a href="/">首页</a>&gt;&gt;正文')}${row(
      `<table>${row('<b>关于推动融合的意见</b>')}${row('作者：办公室【字体：<a href="javascript:f(1)">大</a>】')}${row(`<font>${long}</font>`)}${row('【<a href="javascript:close()">关闭窗口</a>】')}</table>`,
    )}${row('Copyright 2012 某县经信局 版权所有')}</table>`;
    assert.deepEqual(linesOf(page), ['# 关于推动融合的意见', ...text, sentence.repeat(10)]);
  });

  it('leaves out bars of buttons and who edited the page also between the paragraphs', () => {
    const page = `<div><h1>意见</h1>${paragraphs}<p>责任编辑：李某</p><p>【<a href="javascript:void(0)">打印</a>】</p><div class="bshare">分享到：<a href="javascript:;">微信</a></div></div>`;
    assert.deepEqual(linesOf(page), ['# 意见', ...text]);
  });

  const around = (before: string, behind: string): string =>
    `<h1>意见</h1>${before}<div class="text">${paragraphs}</div>${behind}`;
  for (const [name, html, expected] of [
    [
      'a subtitle and a speaker',
      around('<div>——在会上的讲话</div><div>市长 张某</div>', ''),
      ['——在会上的讲话', '市长 张某'],
    ],
    ['a lead', around(`<div class="zy"><b>摘要</b>：${sentence}</div>`, ''), [`**摘要**：${sentence}`]],
    [
      'a signature of its own',
      around('', '<div>某县人民政府</div><div>2026年4月1日</div>'),
      ['某县人民政府', '2026年4月1日'],
    ],
    [
      'annexes',
      around(
        '',
        '<div class="fj"><a href="javascript:f()">附件1：名单</a><ul><li><a href="/a.xlsx">汇总</a></li></ul></div>',
      ),
      ['附件1：名单', '- 汇总'],
    ],
    [
      'a list of names',
      around('', `<section>${'<p>某某研究院</p>'.repeat(40)}</section>`),
      Array<string>(40).fill('某某研究院'),
    ],
    [
      'a table',
      around('', '<div><table><tr><td>县</td><td>数</td></tr><tr><td>甲</td><td>1</td></tr></table></div>'),
      ['| 县 | 数 |', '| - | - |', '| 甲 | 1 |'],
    ],
    [
      'a second part of the text',
      around('', `<div class="text2"><div>说明</div><p>${sentence}${sentence}</p><p>甲</p></div>`),
      ['说明', sentence + sentence, '甲'],
    ],
    [
      'whom to ask',
      around('', '<p>联系人：张三</p><p>电话：0571-88888888</p><p>责任单位：市科技局</p>'),
      ['联系人：张三', '电话：0571-88888888', '责任单位：市科技局'],
    ],
    [
      'a list behind a box of its own around the text',
      `<h1>意见</h1><div><div class="text">${paragraphs}</div></div><ul><li>甲公司</li></ul>`,
      ['- 甲公司'],
    ],
    [
      'a caption',
      around('<figure><img><figcaption>图为会场</figcaption></figure>', ''),
      ['![image 1](#)', '图为会场'],
    ],
    [
      'heads of short sections',
      `<h1>意见</h1><div><div class="a"><div class="text">${paragraphs}</div>甲</div><div class="b"><h2>附则</h2><p>自发布之日起施行。</p></div></div>`,
      ['一、总体要求', '二、保障措施', '甲', '## 附则', '自发布之日起施行。'],
    ],
    [
      'names and answers of an interview',
      `<h1>意见</h1>${[`<p>${sentence}</p>`, paragraphs, '<p>是</p>'].map((say, index) => `<div class="row"><div>甲${String(index)}</div><div>${say}</div></div>`).join('')}`,
      ['甲0', sentence, '甲1', '甲2', '是'].filter((line) => line !== sentence),
    ],
    [
      'a longer part whose name is that of a footer',
      around('', `<div class="foot"><p>${sentence}${sentence}</p></div>`),
      [sentence + sentence],
    ],
    ['footnotes', around('', '<div class="footnotes"><p>1 指有关部门。</p></div>'), ['1 指有关部门。']],
  ] as const)
    it(`keeps ${name} around the text`, () => {
      const kept = linesOf(html).filter((line) => !/^#+ [意一二]/.test(line) && !text.includes(line));
      assert.deepEqual(kept, expected);
    });

  it('leaves out what a site says of its page and of itself', () => {
    const beside = '<div>来源：某报</div><div>发布时间：2026-03-05</div>';
    const page = around(beside, '<div>主办单位：某县政府</div><div class="foot">地址：甲路1号</div>');
    assert.deepEqual(linesOf(page), ['# 意见', ...text]);
  });

  it('keeps heads and questions in the text that open when they are clicked', () => {
    const inside = '<h3 onclick="f()">申报条件</h3><p>甲</p><div onclick="f()">什么是加计扣除</div><p>乙</p>';
    const named = '<p class="printable">丙</p><h3 class="print">丁</h3>';
    const page = `<h1>意见</h1>${paragraphs}${inside}${named}<p onclick="f()">打印</p>`;
    assert.deepEqual(linesOf(page).slice(-6), ['### 申报条件', '甲', '什么是加计扣除', '乙', '丙', '### 丁']);
  });

  it('has a title of several lines on one', () => {
    const page = `<title>某县关于融合的意见</title><p>某县<br>关于融合的意见</p>${paragraphs}`;
    assert.deepEqual(linesOf(page), ['# 某县关于融合的意见', ...text]);
  });

  it('reads a line of many pieces in a short time', () => {
    const page = `<div>${`<span>${sentence}</span>`.repeat(20_000)}</div>`;
    assert.ok(
      within(6, () => linesOf(page))
        .join('')
        .includes(sentence.repeat(20_000)),
    );
  });

  it('never loses a sentence', () => {
    const line = fc.nat(999).map((number) => `第${String(number)}句说的是科技创新。`);
    const named = fc.constantFrom('', ' class="share"', ' id="crumb"', ' class="related"', ' onclick="f()"');
    const tag = fc.constantFrom('div', 'p', 'section', 'ul', 'td', 'span', 'font', 'center');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        line,
        fc.constantFrom(
          '<a href="javascript:f()">打印</a>',
          '<a href="/x">首页</a>',
          '甲',
          '<h3>乙</h3>',
          '<br>',
        ),
        fc
          .tuple(tag, named, fc.array(tie('tree'), { maxLength: 5 }))
          .map(([name, attribute, inside]) => `<${name}${attribute}>${inside.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), (parts) => {
        const html = `<div>${parts.join('')}</div><div>${paragraphs}</div>`;
        const { markdown } = convertHtml(html);
        for (const [words] of html.matchAll(/第\d+句说的是科技创新。/g))
          assert.ok(markdown?.includes(words), words);
      }),
    );
  });
});
