import assert from 'node:assert/strict';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import type { Indicator } from '../../../src/core/taxonomy/model';
import { faultsOf } from './faults';
import { tokenizer } from '../support/tokenizer';

const taxonomy = builtinTaxonomy();

/** Two neighbouring characters that the indicator's words hold. */
function pairsOf({ phrases, patterns }: Indicator): Set<string> {
  const words = [...phrases, ...patterns.flatMap(({ slots }) => slots.flat())];
  return new Set(words.flatMap((word) => [...word].slice(1).map((_, at) => word.slice(at, at + 2))));
}

describe('examples of indicators', () => {
  for (const { code, name, indicators } of taxonomy.categories.filter(
    (category) => category.indicators.length > 0,
  )) {
    it(`${code} ${name.zh}: each of ${String(indicators.length)} counts in its example and not in its counter-example`, () => {
      assert.deepEqual(faultsOf(taxonomy, indicators, tokenizer), []);
    });
  }

  it('counter-examples tempt: they hold letters of the words that must not be found', () => {
    const tame = taxonomy.categories
      .flatMap(({ indicators }) => indicators)
      .filter(({ counterExample }) => counterExample)
      .filter(
        (indicator) => ![...pairsOf(indicator)].some((pair) => indicator.counterExample?.includes(pair)),
      )
      .map(({ id, counterExample }) => `${id}: ${counterExample ?? ''}`);
    assert.deepEqual(tame, []);
  });
});
