import { exampleFaults, type IndicatorExample } from '../../../src/core/evaluate/examples';
import type { Taxonomy } from '../../../src/core/taxonomy/model';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';

/** What a taxonomy gets wrong of the examples, which are to be two for each indicator. */
export function faultsOf(
  taxonomy: Taxonomy,
  examples: readonly IndicatorExample[],
  tokenizer: Tokenizer,
): string[] {
  return [
    ...exampleFaults(taxonomy, examples, tokenizer).map(
      ({ indicator, kind, sentence }) => `${indicator} is wrong in its ${kind}: ${sentence}`,
    ),
    ...examples.flatMap(({ id, example, counterExample }) => [
      ...(example === null ? [`${id} has no example`] : []),
      ...(counterExample === null ? [`${id} has no counter-example`] : []),
    ]),
  ];
}
