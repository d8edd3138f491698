import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { closesTitle, isTitleLine, titleWords } from '../../../src/core/text/title';

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
    ['of three lines at most', '庚市\n关于某业\n有关事项\n的通知', '庚市'],
  ];
  for (const [name, front, expected] of cases) {
    it(`in plain text: ${name}`, () =>
      assert.equal(titleWords(parseDocument(`${front}\n${body}\n`, 'plain')), expected));
    const isSure = !['without a kind', 'of three lines at most'].includes(name);
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

  it('is no paragraph below it, though that ends with a kind', () => {
    const paragraph = `${'请各单位认真组织学习，结合实际抓好落实，'.repeat(3)}按时报送方案`;
    const text = `关于支持某业有关事项\n${paragraph}\n${body}\n`;
    assert.equal(titleWords(parseDocument(text, 'plain')), '关于支持某业有关事项');
  });

  const kinds =
    '决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 条例 规定 办法 细则 规则 章程 规划 计划 ' +
    '纲要 方案 预案 要点 措施 政策 清单 指南 总结 打算 讲话 致辞 发言 提案 建议 汇报 说明 解读 问答 简报 专报 研究 思考';
  for (const kind of kinds.split(' '))
    it(`ends with the kind ${kind}, maybe with its state behind`, () => {
      for (const state of ['', '（试行）', '(2026年)', '〔草案〕'])
        assert.ok(closesTitle(`关于某事的${kind}${state}`), state);
      for (const other of [`${kind}有关事`, `${kind}（）`, `${kind}（试（行））`, `${kind}（试行）甲`])
        assert.ok(!closesTitle(`关于某事的${other}`), other);
    });

  const lines: readonly [string, boolean][] = [
    ['关于某事的通知', true],
    ['关于某事、某事的通知', true],
    ['长'.repeat(60), true],
    ['长'.repeat(61), false],
    ['', false],
    ['——', false],
    ['一、总体要求', false],
    ['现通知。如下', false],
    ...[...'。；！？，、：:;,'].map((mark): [string, boolean] => [`关于某事${mark}`, false]),
  ];
  for (const [line, expected] of lines)
    it(`${line.slice(0, 8) || 'nothing'} ${expected ? 'may' : 'may not'} be a line of it`, () =>
      assert.equal(isTitleLine(line), expected));
});
