/**
 * Mutation check of the taxonomy: changes one thing at a time and runs the example tests of all indicators against
 * it. A change that no test notices is something that no test protects. Fails below 100 %.
 */
import { builtinTaxonomy } from '../../src/core/taxonomy/builtin';
import { finishTaxonomy } from '../../src/core/taxonomy/finish';
import type { Indicator, Taxonomy } from '../../src/core/taxonomy/model';
import { faultsOf } from '../../test/unit/taxonomy/faults';
import { tokenizer } from '../../test/unit/support/tokenizer';

const taxonomy = builtinTaxonomy();
const indicators = taxonomy.categories.flatMap((category) => category.indicators);
const before = new Set(faultsOf(taxonomy, indicators, tokenizer));

/** @param change Null takes the indicator out. */
function mutant(id: string, change: (indicator: Indicator) => Indicator | null): Taxonomy {
  return finishTaxonomy({
    ...taxonomy,
    categories: taxonomy.categories.map((category) => ({
      ...category,
      indicators: category.indicators.flatMap((indicator) =>
        indicator.id === id ? (change(indicator) ?? []) : indicator,
      ),
    })),
  });
}

function check(
  name: string,
  chosen: readonly Indicator[],
  change: (indicator: Indicator) => Indicator | null,
): number {
  const unnoticed = chosen.filter(
    ({ id }) => !faultsOf(mutant(id, change), indicators, tokenizer).some((fault) => !before.has(fault)),
  );
  const noticed = chosen.length - unnoticed.length;
  const share = (100 * noticed) / Math.max(1, chosen.length);
  console.log(
    `${name}: ${String(noticed)} of ${String(chosen.length)} noticed by a test, ${share.toFixed(1)} %`,
  );
  for (const { id } of unnoticed) console.log(`  not noticed: ${id}`);
  return share;
}

for (const fault of before) console.log(`faulty before any change: ${fault}`);
const taken = check('Indicator taken out', indicators, () => null);
const excepted = check(
  'Exceptions (unless) taken out',
  indicators.filter(({ unless }) => unless.length > 0),
  (indicator) => ({ ...indicator, unless: [] }),
);
process.exitCode = taken === 100 && excepted === 100 && before.size === 0 ? 0 : 1;
