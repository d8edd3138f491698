import type { Taxonomy } from '../../../src/core/taxonomy/model';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';
import { hitFinder } from './hits';

/** An indicator with the sentences that it must and must not be found in. */
export interface IndicatorExample {
  readonly id: string;
  readonly example: string | null;
  readonly counterExample: string | null;
}

/**
 * What a taxonomy gets wrong of the examples: an indicator that does not count in its example, or that is found in
 * its counter-example. The examples may come from another taxonomy (mutants are judged by those of the original).
 */
export function faultsOf(
  taxonomy: Taxonomy,
  examples: readonly IndicatorExample[],
  tokenizer: Tokenizer,
): string[] {
  const find = hitFinder(taxonomy, tokenizer);
  return examples.flatMap(({ id, example, counterExample }) => {
    const counts = find(example ?? '').some(
      ({ indicator, hit }) => indicator.id === id && hit.stance === 'neutral',
    );
    const isFound = find(counterExample ?? '').some(({ indicator }) => indicator.id === id);
    return [
      ...(counts ? [] : [`${id} does not count in: ${example ?? '(no example)'}`]),
      ...(counterExample === null ? [`${id} has no counter-example`] : []),
      ...(isFound ? [`${id} is found in: ${counterExample ?? ''}`] : []),
    ];
  });
}
