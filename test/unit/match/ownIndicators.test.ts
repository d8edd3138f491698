/** What a user's own indicators add to categories that the learned model decides. */
import assert from 'node:assert/strict';
import { engineData } from '../../../scripts/engineData';
import { analyze, createEnvironment } from '../../../src/core/analyze';
import { hitFinder } from '../../../src/core/evaluate/examples';
import { builtinModel } from '../../../src/core/match/scoring/learned';
import type { Annotation, Environment } from '../../../src/core/model';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import { builtinEnvironment } from '../support/environment';
import { tokenizer } from '../support/tokenizer';

const own = `
id: own
version: 1.0.0
extends: zhou-wu-2025
categories:
  - code: R2.3
    indicators:
      - { id: lotus, zh: 蓝莲花, strength: strong, phrases: [蓝莲花专员] }
      - { id: orchid, zh: 墨兰, strength: strong, patterns: [选派 > 墨兰专员 @ 6], unless: [选派墨兰专员花展] }
`;

function environment(): Environment {
  const { value, problems } = loadTaxonomy([{ name: 'own.yaml', text: own }], builtinTaxonomy());
  assert.ok(value, JSON.stringify(problems));
  return createEnvironment(value, tokenizer, builtinModel(engineData().weights));
}

describe('an indicator of one’s own, of a category that the model knows', () => {
  const extended = environment();
  const transfer = (text: string, by = extended): Annotation | undefined =>
    analyze(text, 'plain', by).annotations.find(({ category }) => category === 'R2.3');

  it('speaks for the category beside the model', () => {
    const text = '各区选派蓝莲花专员。';
    assert.equal(transfer(text, builtinEnvironment()), undefined);
    const tag = transfer(text);
    const reason = tag?.evidence.find(({ indicator }) => indicator === 'R2.3/lotus');
    assert.deepEqual([reason?.text, (reason?.weight ?? 0) >= 2.4], ['蓝莲花专员', true]);
  });

  it('of several words does not count within what “unless” names', () => {
    const find = hitFinder(extended.taxonomy, tokenizer);
    const found = (text: string): boolean =>
      find(text).some(({ indicator }) => indicator.id === 'R2.3/orchid');
    assert.equal(found('各区选派第一批墨兰专员。'), true);
    assert.equal(found('各区选派墨兰专员花展。'), false);
  });
});
