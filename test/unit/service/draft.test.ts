import assert from 'node:assert/strict';
import { draft } from '../../../src/service/draft';
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
      '# 方案\n\n## 一、要素\n\n（一）引才。引人才。\n\n（二）又来引人才。\n\n（三）科技金融。扩大信用贷款，到2027年达到10亿元。\n\n## 二、保障\n\n（一）补贴。给补贴。\n',
    ],
    [
      'gets a heading of its own where its neighbours have one',
      '# 方案\n\n## 一、要素\n\n### （一）引才\n\n引人才。\n\n## 二、附则\n\n无。\n',
      'R1.3',
      '# 方案\n\n## 一、要素\n\n### （一）引才\n\n引人才。\n\n### （二）科技金融\n\n扩大信用贷款，到2027年达到10亿元。\n\n## 二、附则\n\n无。\n',
    ],
    [
      'keeps CRLF, and single line ends in plain text',
      '方案\r\n一、要素\r\n（一）引才。引人才。\r\n二、附则\r\n无。\r\n',
      'R1.3',
      '方案\r\n一、要素\r\n（一）引才。引人才。\r\n（二）科技金融。扩大信用贷款，到2027年达到10亿元。\r\n二、附则\r\n无。\r\n',
      { format: 'plain' },
    ],
    [
      'is numbered in the neighbours’ script: 1. after 1.',
      '方案\n一、要素\n1.引才。引人才。\n2.又引才。又来引人才。\n',
      'R1.3',
      '方案\n一、要素\n1.引才。引人才。\n2.又引才。又来引人才。\n3.科技金融。扩大信用贷款，到2027年达到10亿元。\n',
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
    ['is the whole of an empty text', '', 'R1.2', '由市委人才办牵头引进20名人才。'],
  ];
  for (const [name, source, code, expected, setting] of cases)
    it(name, () => assert.equal(inserted(source, code, 0, setting), expected));

  it('comes in several forms; a wrong number gives the first', () => {
    assert.equal(inserted('', 'R1.2', 1), '每年张榜10项需求。');
    assert.equal(inserted('', 'R1.2', 7), inserted('', 'R1.2', 0));
  });

  it('is tagged with its category when it is in', () => {
    const text = inserted('# 方案\n\n## 一、要素\n\n（一）引才。引人才。\n', 'R2.3');
    assert.ok(marked(text).context.analysis.document.text.includes('（二）'));
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
