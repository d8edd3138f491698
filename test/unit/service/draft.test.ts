import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draft } from '../../../src/service/draft/draft';
import { escapeSnippet, plainText, safeSnippet } from '../../../src/service/snippets';
import { applied, marked, type Setting } from './support';

/** The text with the draft in it, its places shown as their labels. */
function inserted(source: string, code: string, form = 0, setting: Setting = {}): string {
  const document = marked(source, setting);
  const result = draft(document.context, code, form);
  assert.ok(result);
  return applied(document, [{ range: result.range, newText: plainText(result.snippet) }]);
}

describe('draft', () => {
  const cases: readonly [string, string, string, string, Setting?][] = [
    [
      'goes to the end of the part of its siblings, numbered in sequence, before the next part',
      '# 方案\n\n## 一、要素\n\n（一）引才。引人才。\n\n（二）又来引人才。\n\n## 二、保障\n\n（一）补贴。给补贴。\n',
      'R1.3',
      '# 方案\n\n## 一、要素\n\n（一）引才。引人才。\n\n（二）又来引人才。\n\n（三）扩大贷款。扩大信用贷款，到2027年达到10亿元。\n\n## 二、保障\n\n（一）补贴。给补贴。\n',
    ],
    [
      'gets a heading of its own where its neighbours have one',
      '# 方案\n\n## 一、要素\n\n### （一）引才\n\n引人才。\n\n## 二、附则\n\n无。\n',
      'R1.3',
      '# 方案\n\n## 一、要素\n\n### （一）引才\n\n引人才。\n\n### （二）扩大贷款\n\n扩大信用贷款，到2027年达到10亿元。\n\n## 二、附则\n\n无。\n',
    ],
    [
      'keeps CRLF, and single line ends in plain text',
      '方案\r\n一、要素\r\n（一）引才。引人才。\r\n二、附则\r\n无。\r\n',
      'R1.3',
      '方案\r\n一、要素\r\n（一）引才。引人才。\r\n（二）扩大贷款。扩大信用贷款，到2027年达到10亿元。\r\n二、附则\r\n无。\r\n',
      { format: 'plain' },
    ],
    [
      'is numbered in the neighbours’ script: 1. after 1.',
      '方案\n一、要素\n1.引才。引人才。\n2.又引才。又来引人才。\n',
      'R1.3',
      '方案\n一、要素\n1.引才。引人才。\n2.又引才。又来引人才。\n3.扩大贷款。扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'follows the articles of a regulation',
      '人才条例\n第一章 引进\n第一条 引人才，市科技局负责。\n第二条 又来引人才。\n第二章 附则\n第三条 自印发之日起施行。\n',
      'R1.3',
      '人才条例\n第一章 引进\n第一条 引人才，市科技局负责。\n第二条 又来引人才。\n第三条 扩大信用贷款，到2027年达到10亿元。\n第二章 附则\n第三条 自印发之日起施行。\n',
      { format: 'plain' },
    ],
    [
      'is the next of the measures that are the whole text',
      '若干措施\n　　一、引才。引人才。\n　　二、建台。建平台。\n　　三、加强组织领导。成立专班，抓好落实。\n　　本措施自印发之日起施行。\n',
      'R1.3',
      '若干措施\n　　一、引才。引人才。\n　　二、建台。建平台。\n　　三、扩大贷款。扩大信用贷款，到2027年达到10亿元。\n　　三、加强组织领导。成立专班，抓好落实。\n　　本措施自印发之日起施行。\n',
      { format: 'plain' },
    ],
    [
      'goes behind the measures of minutes, before those who were there',
      '会议纪要\n会议议定：\n一、引才。引人才。\n二、建台。建平台。\n会议强调，要抓好落实。\n出席：甲某、乙某\n请假：丙某\n',
      'R1.3',
      '会议纪要\n会议议定：\n一、引才。引人才。\n二、建台。建平台。\n三、扩大贷款。扩大信用贷款，到2027年达到10亿元。\n会议强调，要抓好落实。\n出席：甲某、乙某\n请假：丙某\n',
      { format: 'plain' },
    ],
    [
      'goes on a list of Markdown’s before notes and footnotes',
      '# 报告\n\n## 一、建议\n\n1. 引人才[^1]。\n2. 又来引人才。\n\n> 注：数据来自调查。\n\n[^1]: 见附表。\n',
      'R1.3',
      '# 报告\n\n## 一、建议\n\n1. 引人才[^1]。\n2. 又来引人才。\n3. 扩大信用贷款，到2027年达到10亿元。\n\n> 注：数据来自调查。\n\n[^1]: 见附表。\n',
    ],
    [
      'goes before the formula that a letter ends with, and is set in as its neighbours',
      '关于引才的函\n　　建议引人才。\n　　以上事项，专此函达，盼复为荷。\n　　咨询电话：0123456\n',
      'R1.3',
      '关于引才的函\n　　建议引人才。\n　　扩大信用贷款，到2027年达到10亿元。\n　　以上事项，专此函达，盼复为荷。\n　　咨询电话：0123456\n',
      { format: 'plain' },
    ],
    [
      'keeps out of general provisions, also where their title is spread by blanks',
      '办法\n第一章 总　则\n第一条 坚持引人才，又来引人才。\n第二章 支持\n第二条 建平台。\n第三章 附　则\n第三条 自印发之日起施行。\n',
      'R1.3',
      '办法\n第一章 总　则\n第一条 坚持引人才，又来引人才。\n第二章 支持\n第二条 建平台。\n第三条 扩大信用贷款，到2027年达到10亿元。\n第三章 附　则\n第三条 自印发之日起施行。\n',
      { format: 'plain' },
    ],
    [
      'keeps out of what was done',
      '工作总结\n一、主要做法\n（一）引才。引人才。\n（二）又引才。又来引人才。\n二、工作打算\n（一）建台。建平台。\n',
      'R1.3',
      '工作总结\n一、主要做法\n（一）引才。引人才。\n（二）又引才。又来引人才。\n二、工作打算\n（一）建台。建平台。\n（二）扩大贷款。扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'goes to the part of measures where nothing is tagged yet',
      '# 方案\n\n## 一、问题\n\n没人才。\n\n## 二、主要措施\n\n待写。\n\n## 三、组织实施\n\n无。\n',
      'R1.2',
      '# 方案\n\n## 一、问题\n\n没人才。\n\n## 二、主要措施\n\n待写。\n\n由市委人才办牵头引进20名人才。\n\n## 三、组织实施\n\n无。\n',
    ],
    [
      'goes to the end of a text without parts',
      '没人才。\n\n',
      'R1.2',
      '没人才。\n\n由市委人才办牵头引进20名人才。\n\n',
    ],
    [
      'keeps out of parts on the past and on problems, though measures stand there',
      '# 报告\n\n## 一、基本情况\n\n已引人才。\n\n又来引人才。\n\n## 二、问题\n\n没平台。\n\n## 三、建议\n\n建平台。\n',
      'R1.3',
      '# 报告\n\n## 一、基本情况\n\n已引人才。\n\n又来引人才。\n\n## 二、问题\n\n没平台。\n\n## 三、建议\n\n建平台。\n\n扩大信用贷款，到2027年达到10亿元。\n',
    ],
    [
      'goes before a call to end with, parted from it',
      '# 讲话\n\n要引人才。\n同志们，关键在于落实。\n希望大家努力奋斗！\n',
      'R1.3',
      '# 讲话\n\n要引人才。\n\n扩大信用贷款，到2027年达到10亿元。\n\n同志们，关键在于落实。\n希望大家努力奋斗！\n',
    ],
    [
      'goes before thanks, an answer, a signature and annexes',
      '提案\n建议引人才。\n希望有关部门予以重视。\n市科技局\n2025年3月1日\n附件：1.名单\n2.表\n',
      'R1.3',
      '提案\n建议引人才。\n扩大信用贷款，到2027年达到10亿元。\n希望有关部门予以重视。\n市科技局\n2025年3月1日\n附件：1.名单\n2.表\n',
      { format: 'plain' },
    ],
    [
      'goes to the annex that is what a letter sends',
      '通知\n现印发给你们。\n附件：方案\n一、要素\n（一）引才。引人才。\n',
      'R1.3',
      '通知\n现印发给你们。\n附件：方案\n一、要素\n（一）引才。引人才。\n（二）扩大贷款。扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'follows the last of plain items, not the part that the one before opens',
      '纪要\n缺席：赵某（请假）\n会议听取了关于集成电路产业链发展的汇报，研究了有关事项。\n一、会议认为，形势很好。\n二、会议指出，不能把引进与自主对立起来。\n三、会议议定：\n1.由甲局引人才，再引人才，又引人才。\n2.由乙局引人才。\n会议强调，要抓好落实。\n附：发言摘要\n甲局：引人才。\n',
      'R1.3',
      '纪要\n缺席：赵某（请假）\n会议听取了关于集成电路产业链发展的汇报，研究了有关事项。\n一、会议认为，形势很好。\n二、会议指出，不能把引进与自主对立起来。\n三、会议议定：\n1.由甲局引人才，再引人才，又引人才。\n2.由乙局引人才。\n3.扩大信用贷款，到2027年达到10亿元。\n会议强调，要抓好落实。\n附：发言摘要\n甲局：引人才。\n',
      { format: 'plain' },
    ],
    [
      'is the next of a list without parts',
      '通知\n一、引人才。\n二、再引人才。\n各地遇到的问题，请及时报告。\n',
      'R1.3',
      '通知\n一、引人才。\n二、再引人才。\n三、扩大信用贷款，到2027年达到10亿元。\n各地遇到的问题，请及时报告。\n',
      { format: 'plain' },
    ],
    [
      'is the next item of a Markdown list, which numbers itself',
      '# 方案\n\n## 一、措施\n\n1. 引人才。\n2. 再引人才。\n希望大家重视。\n\n## 二、附则\n\n无。\n',
      'R1.3',
      '# 方案\n\n## 一、措施\n\n1. 引人才。\n2. 再引人才。\n3. 扩大信用贷款，到2027年达到10亿元。\n\n希望大家重视。\n\n## 二、附则\n\n无。\n',
    ],
    [
      'is the next of the outer items, though the last of them has items of its own',
      '方案\n一、要素\n（一）引才\n1.引人才。\n2.再引人才。\n二、附则\n无。\n',
      'R1.3',
      '方案\n一、要素\n（一）引才\n1.引人才。\n2.再引人才。\n（二）扩大贷款\n扩大信用贷款，到2027年达到10亿元。\n二、附则\n无。\n',
      { format: 'plain' },
    ],
    [
      'is parted from a Markdown list below the item before it',
      '# 方案\n\n（一）引才。引人才。\n1. 引人才。\n2. 再引人才。\n',
      'R1.3',
      '# 方案\n\n（一）引才。引人才。\n1. 引人才。\n2. 再引人才。\n\n（二）扩大贷款。扩大信用贷款，到2027年达到10亿元。\n',
    ],
    [
      'is parted from a call that is set in on the next line',
      '# 方案\n\n## 措施\n\n引人才。\n  希望大家努力奋斗！\n',
      'R1.3',
      '# 方案\n\n## 措施\n\n引人才。\n\n扩大信用贷款，到2027年达到10亿元。\n\n  希望大家努力奋斗！\n',
    ],
    [
      'is the next item of a Markdown list of more than nine',
      '# 报告\n\n9. 引人才。\n10. 再引人才。\n',
      'R1.3',
      '# 报告\n\n9. 引人才。\n10. 再引人才。\n11. 扩大信用贷款，到2027年达到10亿元。\n',
    ],
    [
      'goes on with 一要 … 二要',
      '# 报告\n\n## 一、建议\n\n一要引人才。\n二要再引人才。\n',
      'R1.3',
      '# 报告\n\n## 一、建议\n\n一要引人才。\n二要再引人才。\n三要扩大信用贷款，到2027年达到10亿元。\n',
    ],
    [
      'goes on with 十要, 十一要',
      '报告\n十要引人才。\n十一要再引人才。\n',
      'R1.3',
      '报告\n十要引人才。\n十一要再引人才。\n十二要扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'follows no lone 一要',
      '报告\n一要引人才。\n',
      'R1.3',
      '报告\n一要引人才。\n扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'goes on with 二十要, 二十一要',
      '报告\n二十要引人才。\n二十一要再引人才。\n',
      'R1.3',
      '报告\n二十要引人才。\n二十一要再引人才。\n二十二要扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'is no item of a list that is quoted',
      '# 报告\n\n> 1. 引人才。\n> 2. 再引人才。\n',
      'R1.3',
      '# 报告\n\n> 1. 引人才。\n> 2. 再引人才。\n\n扩大信用贷款，到2027年达到10亿元。\n',
    ],
    [
      'goes to the later of two parts with as many of its siblings',
      '# 方案\n\n## 一、要素\n\n引人才。\n\n## 二、平台\n\n又引人才。\n\n## 三、附则\n\n无。\n',
      'R1.3',
      '# 方案\n\n## 一、要素\n\n引人才。\n\n## 二、平台\n\n又引人才。\n\n扩大信用贷款，到2027年达到10亿元。\n\n## 三、附则\n\n无。\n',
    ],
    [
      'goes to the part with most of its siblings',
      '# 方案\n\n## 一、要素\n\n引人才。又引人才。\n\n## 二、平台\n\n再引人才。\n',
      'R1.3',
      '# 方案\n\n## 一、要素\n\n引人才。又引人才。\n\n扩大信用贷款，到2027年达到10亿元。\n\n## 二、平台\n\n再引人才。\n',
    ],
    [
      'goes to its siblings before others of its kind, and to those before other remedies',
      '# 方案\n\n## 一、要素\n\n引人才。\n\n## 二、转化\n\n做转化。又做转化。\n\n## 三、平台\n\n建平台。再建平台。又建平台。\n',
      'R1.3',
      '# 方案\n\n## 一、要素\n\n引人才。\n\n扩大信用贷款，到2027年达到10亿元。\n\n## 二、转化\n\n做转化。又做转化。\n\n## 三、平台\n\n建平台。再建平台。又建平台。\n',
    ],
    [
      'goes to others of its kind where it has no siblings',
      '# 方案\n\n## 二、转化\n\n做转化。\n\n## 三、平台\n\n建平台。再建平台。\n',
      'R1.3',
      '# 方案\n\n## 二、转化\n\n做转化。\n\n扩大信用贷款，到2027年达到10亿元。\n\n## 三、平台\n\n建平台。再建平台。\n',
    ],
    [
      'keeps out of the parts of an annex',
      '通知\n引人才。\n附件：清单\n一、主要措施\n待写。\n',
      'S1.1',
      '通知\n引人才。\n建设中试平台3个。\n附件：清单\n一、主要措施\n待写。\n',
      { format: 'plain' },
    ],
    [
      'is no item of a list that is none',
      '报告\n二要引人才。\n',
      'R1.3',
      '报告\n二要引人才。\n扩大信用贷款，到2027年达到10亿元。\n',
      { format: 'plain' },
    ],
    [
      'stands before a text that is but a call',
      '希望大家努力！\n',
      'R1.2',
      '由市委人才办牵头引进20名人才。\n\n希望大家努力！\n',
    ],
    ['is the whole of an empty text', '', 'R1.2', '由市委人才办牵头引进20名人才。'],
  ];
  for (const [name, source, code, expected, setting] of cases)
    it(name, () => assert.equal(inserted(source, code, 0, setting), expected));

  it('never goes behind an annex, a signature, an imprint, thanks or a call', () => {
    const body = fc.array(
      fc.constantFrom(
        '一、要素',
        '（一）引才。引人才。',
        '1.引人才，建平台。',
        '没人才。',
        '二、问题',
        '建平台。',
      ),
      { minLength: 1, maxLength: 8 },
    );
    const tail = fc.subarray(
      [
        '同志们，关键在于落实。',
        '感谢您的支持！',
        '市科技局',
        '2025年3月1日',
        '2025年__月__日',
        '主题词：人才',
        '分送：市科技局',
        '市政府办公室 2025年3月1日印发',
        '附件：1.名单\n2.引人才的表',
      ],
      { minLength: 1 },
    );
    fc.assert(
      fc.property(
        body,
        tail,
        fc.constantFrom('plain' as const, 'markdown' as const),
        fc.constantFrom('R1.2', 'R1.3', 'S1.1'),
        (before, behind, format, code) => {
          const gap = format === 'markdown' ? '\n\n' : '\n';
          // An annex with most of the measures is what a letter sends.
          const own = ['方案', '建平台，引人才。', ...before].join(gap);
          const { context } = marked(`${own}${gap}${behind.join(gap)}`, { format });
          const result = draft(context, code, 0);
          assert.ok(result);
          assert.ok(context.textDocument.offsetAt(result.range.start) <= own.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  for (const title of ['措施', '对策', '建议', '重点任务', '举措', '下步打算', '实现路径', '措 施'])
    it(`goes to the part ${title} where nothing is tagged yet`, () => {
      const part = `## 二、${title}\n\n待写。\n\n`;
      const rest = '## 三、其他\n\n待写。\n';
      assert.equal(
        inserted(`# 方案\n\n${part}${rest}`, 'R1.2'),
        `# 方案\n\n${part}由市委人才办牵头引进20名人才。\n\n${rest}`,
      );
    });

  const others =
    '组织保障 工作要求 附则 加强领导 实施 结语 其他事项 致谢 摘要 必要性 专栏1 附录 总则 基本原则';
  for (const title of others.split(' '))
    it(`keeps out of the part ${title}, though most of its siblings stand there`, () => {
      const part = '## 一、要素\n\n引人才。\n\n';
      const rest = `## ${title}\n\n再引人才。又引人才。\n`;
      assert.equal(
        inserted(`# 方案\n\n${part}${rest}`, 'R1.3'),
        `# 方案\n\n${part}扩大信用贷款，到2027年达到10亿元。\n\n${rest}`,
      );
    });
  it('does not keep out of what safeguards', () => {
    const text = '# 方案\n\n## 一、要素\n\n引人才。\n\n## 二、保障措施\n\n再引人才。又引人才。\n';
    assert.equal(inserted(text, 'R1.3'), `${text}\n扩大信用贷款，到2027年达到10亿元。\n`);
  });

  it('of several lines has the line ends of the text', () => {
    const { context } = marked('没人才。\r\n', { format: 'plain' });
    const category = context.taxonomy.byCode.get('R1.2');
    assert.ok(category);
    const [form] = category.drafts;
    assert.ok(form);
    const lines = { ...category, drafts: [{ ...form, body: '甲。\n乙。\r\n丙。' }] };
    const taxonomy = { ...context.taxonomy, byCode: new Map([['R1.2', lines]]) };
    assert.equal(draft({ ...context, taxonomy }, 'R1.2', 0)?.snippet, '\r\n甲。\r\n乙。\r\n丙。');
  });

  it('comes in several forms; a wrong number gives the first', () => {
    assert.equal(inserted('', 'R1.2', 1), '每年张榜10项需求。');
    assert.equal(inserted('', 'R1.2', 7), inserted('', 'R1.2', 0));
  });

  it('is tagged with its category when it is in', () => {
    const text = inserted('# 方案\n\n## 一、要素\n\n（一）引才。引人才。\n', 'R2.3');
    const tags = marked(text).context.analysis.annotations.map(
      ({ category, quote }) => `${category} ${quote}`,
    );
    assert.ok(tags.includes('R2.3 培育技术经理人100名。'), tags.join());
  });

  it('is null for a category without forms, and for none', () => {
    const { context } = marked('没人才。');
    assert.equal(draft(context, 'P1.1', 0), null);
    assert.equal(draft(context, 'X9', 0), null);
  });

  it('keeps places to fill in and lets nothing else of a snippet through', () => {
    const cases: readonly [string, string][] = [
      ['由${1:市委}办', '由${1:市委}办'],
      ['共$1名', '共$1名'],
      ['${CLIPBOARD}', '\\${CLIPBOARD\\}'],
      ['$TM_FILENAME 5$', '\\$TM_FILENAME 5\\$'],
      ['${1|甲,乙|}', '\\${1|甲,乙|\\}'],
      ['a\\b}', 'a\\\\b\\}'],
    ];
    for (const [body, safe] of cases) assert.equal(safeSnippet(body), safe);
    assert.equal(escapeSnippet('$1}\\'), '\\$1\\}\\\\');
  });
});
