/** The model's files: what does not fit together is refused, and what a model was trained with stays its own. */
import assert from 'node:assert/strict';
import { engineData } from '../../../scripts/engineData';
import { compile } from '../../../src/core/match/scoring/compiled';
import { fingerprintOf } from '../../../src/core/fingerprint';
import learned from '../../../src/core/match/scoring/learned/model.json';
import { decodeModel, type ModelFile } from '../../../src/core/match/scoring/modelFile';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import { createEnvironment } from '../../../src/core/analyze';
import { tokenizer } from '../support/tokenizer';

const small: ModelFile = {
  id: 'x',
  taxonomy: 't',
  indicators: ['R1.1/known'],
  leaves: ['R1.1', 'R1.2'],
  features: ['word:甲'],
  steps: [1, 1, 1],
  innerBias: [0, 0, 0],
  outer: [1, 1, 1, 1, 1, 1],
  outerBias: [0, 0],
  thresholds: [0.5, 0.5],
};

describe('the model’s files', () => {
  const weights = new Uint8Array(3);

  it('that fit together are decoded', () => {
    const model = decodeModel(small, weights);
    assert.equal(model.layers.hidden, 3);
    assert.deepEqual([model.knows('R1.1/known'), model.knows('R1.1/new')], [true, false]);
  });

  const broken: readonly [string, ModelFile, Uint8Array][] = [
    ['model.bin', small, new Uint8Array(2)],
    ['innerBias', { ...small, innerBias: [0] }, weights],
    ['outer', { ...small, outer: [1] }, weights],
    ['outerBias', { ...small, outerBias: [] }, weights],
    ['thresholds', { ...small, thresholds: [0.5] }, weights],
  ];
  for (const [name, file, bytes] of broken)
    it(`that do not are refused by name: ${name}`, () =>
      assert.throws(() => decodeModel(file, bytes), new RegExp(`${name} `)));

  it('have no more hidden units than the sums hold for', () => {
    const hidden = 501;
    const file = {
      ...small,
      steps: Array.from({ length: hidden }, () => 1),
      innerBias: Array.from({ length: hidden }, () => 0),
      outer: Array.from({ length: hidden * 2 }, () => 1),
    };
    assert.throws(() => decodeModel(file, new Uint8Array(hidden)), /501 hidden units/);
  });

  it('that ship belong together: the id is the fingerprint of both', () => {
    const { id, ...content } = learned;
    const base64 = Buffer.from(engineData().weights).toString('base64');
    assert.equal(id, fingerprintOf([JSON.stringify(content), base64]));
  });
});

describe('indicators that the model was trained with', () => {
  const environment = createEnvironment(
    builtinTaxonomy(),
    tokenizer,
    decodeModel(learned, engineData().weights),
  );

  it('count as it learned them, also those too rare to be a feature; never by hand', () => {
    const { lexicon, targets, targetOf, isByHand } = compile(environment);
    const byHand = lexicon.entries.filter(
      (_, entry) => (targets[targetOf[entry] ?? -1]?.column ?? -1) >= 0 && isByHand[entry],
    );
    assert.deepEqual(
      byHand.map(({ indicator }) => indicator.id),
      [],
    );
  });

  it('leave a user’s own to the weight set by hand', () => {
    const text =
      'id: mine\nversion: 1.0.0\nextends: zhou-wu-2025\ncategories:\n  - code: R1.1\n    indicators: [{ id: own, zh: 甲, phrases: [共用锅炉房] }]\n';
    const { value, problems } = loadTaxonomy([{ name: 'mine.yaml', text }], builtinTaxonomy());
    assert.deepEqual(problems, []);
    assert.ok(value);
    const { lexicon, isByHand } = compile(createEnvironment(value, tokenizer, environment.model));
    const own = lexicon.entries.findIndex(({ indicator }) => indicator.id === 'R1.1/own');
    assert.equal(isByHand[own], true);
  });
});
