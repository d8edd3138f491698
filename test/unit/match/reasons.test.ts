import assert from 'node:assert/strict';
import { compiledFor } from '../../../src/core/match/scoring/compiled';
import { gatherEvidence } from '../../../src/core/match/evidence/gather';
import { Reasons } from '../../../src/core/match/reasons/reasons';
import { Scorer } from '../../../src/core/match/scoring/score';
import type { Evidence } from '../../../src/core/model';
import { drain } from '../../../src/core/slices';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { builtinEnvironment } from '../support/environment';

const environment = builtinEnvironment();
const compiled = compiledFor(environment);
const front = '关于促进科技创新的若干措施\n为促进科技成果转化，制定本措施。\n';

interface Told {
  readonly evidence: readonly Evidence[];
  /** What the reasons leave of the score's log-odds beside the biases of the model. */
  readonly rest: number;
}

/** The reasons for a category on the first sentence of some words. */
function reasonsFor(text: string, words: string, code: string): Told {
  const document = parseDocument(text, 'plain');
  const evidence = drain(gatherEvidence(document, environment.tokenizer, compiled.extractor, null));
  const scorer = new Scorer(compiled, document, evidence);
  const sentence = document.sentences.find(({ start }) => start === text.indexOf(words));
  assert.ok(sentence);
  const { index } = sentence;
  const target = compiled.targets.findIndex(({ category }) => category.code === code);
  const why = new Reasons(compiled, document, evidence, scorer).of(index, target, false);
  const { learned } = scorer.of(index);
  const column = compiled.targets[target]?.column ?? -1;
  assert.ok(learned && column >= 0);
  const { layers, innerBias, outerBias, outerSteps } = learned.model;
  const inner = (outerSteps[column] ?? 0) * layers.leverage(learned.open, column).ofSum(innerBias);
  const score = scorer.of(index).final[target] ?? 0;
  const sum = why.evidence.reduce((total, { weight }) => total + weight, 0);
  return {
    evidence: why.evidence,
    rest: Math.log(score / (1 - score)) - (outerBias[column] ?? 0) - inner - sum,
  };
}

describe('reasons of a tag', () => {
  const words = '建设公共平台。';
  const contexts: readonly [string, string, readonly string[]][] = [
    ['alone', words, ['document', 'form']],
    ['beside another sentence', `设立科技成果转化引导基金。${words}`, ['document', 'form', 'paragraph']],
    ['under a heading', `一、存在的主要问题\n${words}`, ['document', 'form', 'heading']],
    [
      'under a heading, beside another sentence',
      `一、建设创新平台\n平台长期不足。${words}`,
      ['document', 'form', 'heading', 'paragraph'],
    ],
  ];
  for (const [name, text, expected] of contexts)
    it(`add up to its score: ${name}`, () => {
      const { evidence, rest } = reasonsFor(`${front}${text}\n`, words, 'S1.1');
      const around = evidence.filter(({ indicator }) => indicator.startsWith('context:'));
      assert.deepEqual(around.map(({ indicator }) => indicator.replace('context:', '')).sort(), expected);
      assert.equal(evidence.length, around.length + 1);
      assert.ok(Math.abs(rest) < 0.005, String(rest));
    });

  it('add up to its score for the first of the model’s categories, too', () => {
    const first = compiled.targets.find(({ column }) => column === 0)?.category.code ?? '';
    const lack = '企业缺少中试平台。';
    const { evidence, rest } = reasonsFor(`${front}${lack}\n`, lack, first);
    assert.ok(evidence.length > 0);
    assert.ok(Math.abs(rest) < 0.005, String(rest));
  });

  it('stand on the heading where they come from it, else on words of the sentence', () => {
    const text = `${front}一、存在的主要问题\n${words}\n`;
    for (const { start, end, text: quoted, indicator } of reasonsFor(text, words, 'S1.1').evidence) {
      assert.equal(quoted, text.slice(start, end));
      assert.equal(quoted === '一、存在的主要问题', indicator === 'context:heading', indicator);
    }
  });

  it('are the eight strongest, strongest first, none of them small', () => {
    const long =
      '支持龙头企业牵头组建创新联合体，建设概念验证中心和中试平台，引进高层次人才，扩大科技贷款，完善知识产权保护，开放大型科研仪器，推动共性技术联合攻关。';
    const { evidence } = reasonsFor(`${front}${long}\n`, long, 'S1.1');
    const strengths = evidence.map(({ weight }) => Math.abs(weight));
    assert.equal(strengths.length, 8);
    assert.deepEqual(
      strengths,
      strengths.toSorted((a, b) => b - a),
    );
    assert.ok(
      reasonsFor(`${front}${words}\n`, words, 'R1.3').evidence.every((e) => Math.abs(e.weight) >= 0.05),
    );
  });
});
