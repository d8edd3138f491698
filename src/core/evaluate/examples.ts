import { analyze, createEnvironment } from '../analyze';
import { explain } from '../match/explain';
import type { CategoryExplanation } from '../match/explanation';
import type { Environment } from '../model';
import { compile } from '../match/scoring/compiled';
import { gatherEvidence } from '../match/evidence/gather';
import type { Hit } from '../match/indicators/hits';
import { drain } from '../slices';
import type { Indicator, Taxonomy } from '../taxonomy/model';
import { parseDocument } from '../text/parseDocument';
import type { Tokenizer } from '../tokenize/tokenizer';

/** An indicator with the sentences that it must and must not be found in. */
export type IndicatorExample = Pick<Indicator, 'id' | 'example' | 'counterExample'>;

/** An indicator that does not count in its example, or that is found in its counter-example. */
export interface ExampleFault {
  readonly indicator: string;
  readonly kind: 'example' | 'counterExample';
  readonly sentence: string;
}

/** Finds a taxonomy's indicators in a text, by the engine's own evidence layer. */
export function hitFinder(
  taxonomy: Taxonomy,
  tokenizer: Tokenizer,
): (text: string) => { indicator: Indicator; hit: Hit }[] {
  const compiled = compile(createEnvironment(taxonomy, tokenizer, null));
  return (text) => {
    const evidence = drain(gatherEvidence(parseDocument(text, 'plain'), tokenizer, compiled.extractor, null));
    return evidence.flatMap(({ hits }) =>
      hits.flatMap((hit) => {
        const indicator = compiled.lexicon.entries[hit.entry]?.indicator;
        return indicator ? [{ indicator, hit }] : [];
      }),
    );
  };
}

/**
 * What a taxonomy gets wrong of the examples of indicators; those without one cannot be wrong.
 *
 * @param examples May come from another taxonomy: mutants are judged by those of the original.
 */
export function exampleFaults(
  taxonomy: Taxonomy,
  examples: readonly IndicatorExample[],
  tokenizer: Tokenizer,
): ExampleFault[] {
  const find = hitFinder(taxonomy, tokenizer);
  return examples.flatMap(({ id, example, counterExample }) => {
    const faults: ExampleFault[] = [];
    const foundIn = (text: string): Hit[] =>
      find(text).flatMap(({ indicator, hit }) => (indicator.id === id ? [hit] : []));
    if (example !== null && !foundIn(example).some(({ stance }) => stance === 'neutral'))
      faults.push({ indicator: id, kind: 'example', sentence: example });
    if (counterExample !== null && foundIn(counterExample).length > 0)
      faults.push({ indicator: id, kind: 'counterExample', sentence: counterExample });
    return faults;
  });
}

/** An indicator whose example has no tag of its category where it stands alone. */
export interface UntaggedExample {
  readonly indicator: string;
  readonly sentence: string;
  /** How near it is, and what speaks for and against it; offsets into the example. */
  readonly alone: CategoryExplanation;
  /** The same under a heading of the category's name, as in a text that is about it. */
  readonly underHeading: Pick<CategoryExplanation, 'tagged' | 'score'>;
}

/** The examples that are not tagged by themselves, though what they are examples of may be found in them. */
export function untaggedExamples(
  environment: Environment,
  indicators: readonly Pick<Indicator, 'id' | 'category' | 'example'>[],
): UntaggedExample[] {
  return indicators.flatMap(({ id, category, example }) => {
    const name = environment.taxonomy.byCode.get(category)?.name.zh;
    if (example === null || name === undefined) return [];
    const alone = nearestIn(environment, '', example, category);
    if (!alone || alone.tagged) return [];
    const underHeading = nearestIn(environment, `方案\n一、${name}\n`, example, category) ?? alone;
    return [{ indicator: id, sentence: example, alone, underHeading }];
  });
}

/**
 * What is said of a category in the sentence of an example that comes nearest to it: most have only one.
 *
 * @param above What stands in front of the example in a plain text.
 */
function nearestIn(
  environment: Environment,
  above: string,
  example: string,
  category: string,
): CategoryExplanation | undefined {
  const analysis = analyze(above + example, 'plain', environment);
  const span = { start: above.length, end: above.length + example.length };
  const [nearest] = explain(analysis, environment, span, category)
    .filter(({ start }) => start >= span.start)
    .flatMap(({ categories }) => categories.filter((each) => each.category === category))
    .sort((a, b) => Number(b.tagged) - Number(a.tagged) || b.score - a.score);
  return nearest;
}
