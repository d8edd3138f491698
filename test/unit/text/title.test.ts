import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { titleWords } from '../../../src/core/text/title';

const body = '为做好有关工作，现就有关事项通知如下。';

describe('the title of a document', () => {
  const cases: readonly [string, string, string][] = [
    ['one line', '甲市科技局关于某事的通知', '甲市科技局关于某事的通知'],
    [
      'broken within its subject',
      '乙区管理委员会关于支持某业\n健康发展的若干措施（试行）',
      '乙区管理委员会关于支持某业健康发展的若干措施（试行）',
    ],
    [
      'below its issuers',
      '中共丙区委　丙区人民政府\n关于做好某事的意见\n（2026年3月2日）',
      '中共丙区委　丙区人民政府关于做好某事的意见',
    ],
    [
      'with a subtitle',
      '小平台如何有大用处\n——丁县中试平台调研报告\n丁县研究室',
      '小平台如何有大用处——丁县中试平台调研报告',
    ],
    ['above a date', '在某会上的讲话\n（2026年3月2日）\n戊某某', '在某会上的讲话'],
    [
      'above the number of a report',
      '创新走廊的经验与难题\n某研究院 2025年第三号研究报告',
      '创新走廊的经验与难题',
    ],
    ['without a kind', '创新走廊的经验与难题\n己某某', '创新走廊的经验与难题'],
  ];
  for (const [name, front, expected] of cases) {
    it(`in plain text: ${name}`, () =>
      assert.equal(titleWords(parseDocument(`${front}\n${body}\n`, 'plain')), expected));
    const isSure = name !== 'without a kind';
    it(`in Markdown without headings: ${name}`, () =>
      assert.equal(
        titleWords(parseDocument(`${front.replaceAll('\n', '\n\n')}\n\n${body}\n`, 'markdown')),
        isSure ? expected : '',
      ));
  }

  it('in bold in Markdown without headings', () =>
    assert.equal(
      titleWords(parseDocument(`**甲市关于某事的通知**\n\n${body}\n\n## 一、甲乙\n`, 'markdown')),
      '甲市关于某事的通知',
    ));

  const none: readonly [string, string][] = [
    ['the only paragraph', '关于某事的通知\n'],
    ['an item of a list', `- 关于某事的通知\n\n${body}\n`],
    ['a sentence', `请看关于某事的通知。\n\n${body}\n`],
    ['behind a heading', `## 一、甲乙\n\n关于某事的通知\n\n${body}\n`],
  ];
  for (const [name, text] of none)
    it(`is none in Markdown: ${name}`, () => assert.equal(parseDocument(text, 'markdown').title, -1));
});
