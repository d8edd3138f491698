import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { highlights } from '../../../src/service/highlights';
import { semanticTokens, semanticTokensLegend } from '../../../src/service/semanticTokens';
import { builtinEnvironment } from '../support/environment';
import { marked, textAt, type Setting } from './support';

function shown(source: string, setting: Setting = {}): string[] {
  const document = marked(source, setting);
  return highlights(document.context).map(
    ({ kind, category, range }) => `${kind} ${category} ${textAt(document, range)}`,
  );
}

/** Absolute positions of the tokens, with their text. */
function tokens(source: string, setting: Setting = {}): string[] {
  const document = marked(source, setting);
  const { data } = semanticTokens(document.context);
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0] = data.slice(i, i + 4);
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaStart : deltaStart;
    const range = { start: { line, character }, end: { line, character: character + length } };
    // A position behind the end of its line would be taken for that end.
    assert.equal(textAt(document, range).length, length);
    found.push(`${semanticTokensLegend.tokenTypes[type] ?? '?'} ${textAt(document, range)}`);
  }
  return found;
}

describe('highlights', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    [
      'mark the evidence of each tag, and instruments',
      '市科技局引人才，搞揭榜挂帅。',
      ['pathway R1.2 引人才', 'pathway R1.2 揭榜挂帅', 'actor A3 市科技局', 'instrument R1.2 揭榜挂帅'],
    ],
    [
      'tell problems, pathways and safeguards apart',
      '没人才。引人才。给补贴。',
      ['problem P1.2 没人才', 'pathway R1.2 引人才', 'safeguard S3.1 给补贴'],
    ],
    ['are empty where nothing is tagged', '天气很好。', []],
    ['leave code, links and comments alone', '`引人才` [文件](引人才) <!-- 引人才 -->', []],
    [
      'mark the whole sentence for a tag set by the user',
      '天气很好。<!-- policy-lens-disable-here =R2.3: x -->',
      ['pathway R2.3 天气很好。'],
    ],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.deepEqual(shown(source), expected));

  const whole: readonly [string, string][] = [
    ['乡镇农技专家长期缺位。', 'problem P1.2 乡镇农技专家长期缺位'],
    ['骨干人才队伍依然有缺口，企业反映强烈。', 'problem P1.2 骨干人才队伍依然有缺口'],
    ['缺少把样品做成产品的中试熟化条件。', 'problem P2.1 缺少把样品做成产品的中试熟化'],
    ['科研人员评职称仍然只看论文数量。', 'problem P3.1 科研人员评职称仍然只看论文数量'],
  ];
  for (const [source, expected] of whole)
    it(`end where a word ends: ${source}`, () => {
      const text = `# 关于科技创新的报告\n\n## 一、存在的问题\n\n${source}\n`;
      const setting = { environment: builtinEnvironment() };
      assert.ok(shown(text, setting).includes(expected));
      for (const { evidence } of marked(text, setting).context.analysis.annotations)
        for (const { start, end, text: words } of evidence) assert.equal(words, text.slice(start, end));
    });
});

describe('underlines', () => {
  const text = '没有人还不参与，市科技局引人才的人才和平台。';
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ['stand on the phrases that speak for a tag', ['引人才', '平台'], ['引人才', '平台']],
    ['stand on the whole sentence where none does', [], [text]],
  ];
  for (const [name, phrases, expected] of cases)
    it(name, () => {
      const document = marked(text);
      const { analysis } = document.context;
      const annotations = analysis.annotations
        .filter(({ category }) => category === 'R1.2')
        .map((annotation) => ({
          ...annotation,
          phrases: phrases.map((each) => {
            const start = text.indexOf(each);
            return { start, end: start + each.length };
          }),
        }));
      const found = highlights({
        ...document.context,
        analysis: { ...analysis, annotations, instruments: [] },
      });
      assert.deepEqual(
        found.map(({ range }) => textAt(document, range)),
        expected,
      );
    });
});

describe('semantic tokens', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['do not overlap', '搞揭榜挂帅。', ['policyPathway 揭榜挂帅']],
    [
      'that begin at one place are the longest of them',
      '引人才。<!-- policy-lens-disable-here =S3.1: x -->',
      ['policySafeguard 引人才。'],
    ],
    [
      'are relative within and across lines',
      '没人才，没平台。\n\n引人才。',
      ['policyProblem 没人才', 'policyProblem 没平台', 'policyPathway 引人才'],
    ],
    [
      'are cut at line ends',
      '天气\r\n很好。<!-- policy-lens-disable-here =R2.3: x -->',
      ['policyPathway 天气', 'policyPathway 很好。'],
    ],
    ['count UTF-16 units', '😀𠮷没人才。', ['policyProblem 没人才']],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.deepEqual(tokens(source), expected));

  it('read no line for what stands on one line, however long it is', () => {
    const { context } = marked('没人才，引人才。'.repeat(300));
    let read = 0;
    const { textDocument } = context;
    const { getText } = textDocument;
    textDocument.getText = (range?: Range) => {
      read++;
      return getText.call(textDocument, range);
    };
    assert.ok(semanticTokens(context).data.length > 5 * 300);
    assert.equal(read, 0);
  });
});
