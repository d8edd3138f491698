import { compile, type Compiled } from '../../../src/core/match/scoring/compiled';
import { createEnvironment } from '../../../src/core/analyze';
import type { Hit } from '../../../src/core/match/indicators/hits';
import { gatherEvidence } from '../../../src/core/match/evidence/gather';
import { drain } from '../../../src/core/slices';
import type { Indicator, Taxonomy } from '../../../src/core/taxonomy/model';
import { parseDocument } from '../../../src/core/text/parseDocument';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';

/** Finds a taxonomy's indicators in a text, by the engine's own evidence layer. */
export function hitFinder(
  taxonomy: Taxonomy,
  tokenizer: Tokenizer,
): (text: string) => { indicator: Indicator; hit: Hit }[] {
  const compiled: Compiled = compile(createEnvironment(taxonomy, tokenizer, null));
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
