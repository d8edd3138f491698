import assert from 'node:assert/strict';
import type { Annotation, Evidence } from '../../../src/core/model';
import { evidenceSpans, highlights } from '../../../src/service/highlights';
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
    ['乡镇农技专家长期缺位。', 'problem P1.2 专家长期缺位'],
    ['骨干人才队伍依然有缺口，企业反映强烈。', 'problem P1.2 人才队伍依然有缺口'],
    ['缺少把样品做成产品的中试熟化条件。', 'problem P2.1 缺少把样品做成产品的中试'],
    ['科研人员评职称仍然只看论文数量。', 'problem P3.1 评职称仍然只看论文数量'],
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
  const at = (
    document: ReturnType<typeof marked>,
    text: string,
    indicator: string,
    weight: number,
  ): Evidence => {
    const start = document.context.analysis.document.text.indexOf(text);
    return { start, end: start + text.length, text, indicator, weight };
  };
  const cases: readonly [string, readonly [string, string, number][], readonly string[]][] = [
    [
      'indicators stand before small reasons of the model, however heavy',
      [
        ['引人才', 'R1.2/attract', 1],
        ['市科技局', 'word:市', 9],
      ],
      ['引人才'],
    ],
    [
      'without an indicator, the strongest piece',
      [
        ['市科技局', 'word:市', 1],
        ['人才', 'class:talent', 2],
        ['引', 'context:form', 5],
      ],
      ['人才'],
    ],
    [
      'words that say nothing are passed over',
      [
        ['没有', 'word:没有', 3],
        ['还不', 'word:不', 2],
        ['人才', 'class:talent', 1],
      ],
      ['人才'],
    ],
    ['and left out at the ends of a piece', [['的人才和', 'class:talent', 1]], ['人才']],
    ['but not where they are part of a word', [['参与', 'word:参与', 1]], ['参与']],
    [
      'where nothing else speaks, it is the whole sentence',
      [['没有', 'word:没有', 3]],
      ['没有人还不参与，市科技局引人才的人才和平台。'],
    ],
  ];
  for (const [name, pieces, expected] of cases)
    it(name, () => {
      const document = marked('没有人还不参与，市科技局引人才的人才和平台。');
      const { analysis } = document.context;
      const annotations = analysis.annotations
        .filter(({ category }) => category === 'R1.2')
        .map((annotation) => ({
          ...annotation,
          evidence: pieces.map(([text, indicator, weight]) => at(document, text, indicator, weight)),
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

describe('evidence without words of its own', () => {
  const annotation: Annotation = {
    id: '0:R1.2',
    kind: 'R',
    category: 'R1.2',
    stance: 'remedy',
    start: 0,
    end: 9,
    quote: '甲乙丙丁戊己庚辛壬',
    score: 0.9,
    section: '',
    sentence: 0,
    isHeading: false,
    evidence: [],
  };
  const piece = (start: number, end: number, weight: number, indicator = 'word:甲'): Evidence => ({
    start,
    end,
    weight,
    indicator,
    text: annotation.quote.slice(start, end),
  });
  const cases: readonly [string, readonly Evidence[], readonly [number, number][]][] = [
    [
      'overlaps are merged',
      [piece(2, 4, 1), piece(3, 6, 1), piece(7, 8, 1)],
      [
        [2, 6],
        [7, 8],
      ],
    ],
    ['what speaks against the tag is left out', [piece(2, 4, 1), piece(5, 6, -1)], [[2, 4]]],
    ['so are the surroundings', [piece(2, 4, 1), piece(0, 9, 3, 'context:form')], [[2, 4]]],
    ['and headings', [piece(2, 4, 1), piece(-5, -1, 3)], [[2, 4]]],
    ['surroundings alone mark the sentence', [piece(0, 9, 3, 'context:form')], [[0, 9]]],
  ];
  for (const [name, evidence, expected] of cases)
    it(name, () =>
      assert.deepEqual(
        evidenceSpans({ ...annotation, evidence }).map(({ start, end }) => [start, end]),
        expected,
      ),
    );
});

describe('semantic tokens', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['do not overlap; the earlier and longer one stays', '搞揭榜挂帅。', ['policyPathway 揭榜挂帅']],
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
});
