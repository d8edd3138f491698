import assert from 'node:assert/strict';
import { isBlankText } from '../../../src/service/blankText';
import { inlayHints } from '../../../src/service/inlayHints';
import { overview } from '../../../src/service/overview';
import { marked } from './support';

describe('a text that has hardly begun', () => {
  const cases: readonly [name: string, text: string, expected: boolean, format?: 'plain'][] = [
    ['is empty', '', true],
    ['is a title', '# 关于引人才的若干措施\n', true],
    ['is a title and an address', '# 关于引人才的若干措施\n\n市政府：\n', true],
    ['is front matter and a title', '---\n机关: 某市科技局\n年份: 2025\n---\n\n# 方案\n', true],
    ['is headings that say nothing', '# 方案\n\n## 一、总体要求\n\n## 二、组织实施\n', true],
    ['is an empty plain text', '\n\n', true, 'plain'],
    ['has no sentence', '# 方案\n\n为贯彻落实上级文件精神，制定本方案。\n', false],
    ['has no short sentence that says something', '# 方案\n\n没人才。\n', false],
    ['is no outline of measures', '# 方案\n\n## 一、引人才\n\n## 二、给补贴\n', false],
    ['has no plain sentence', '某市方案\n\n为贯彻落实上级文件精神，制定本方案。\n', false, 'plain'],
  ];
  for (const [name, text, expected, format = 'markdown'] of cases)
    it(name, () => {
      const { context } = marked(text, { format });
      assert.equal(isBlankText(context.analysis), expected);
      assert.equal(overview(context).isBlank, expected);
    });

  it('has no hints', () => {
    const { context, range } = marked('# 关于引人才的若干措施\n');
    assert.equal(context.analysis.annotations.length, 1);
    assert.deepEqual(inlayHints(context, range), []);
  });
});
