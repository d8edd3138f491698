import type { Checked } from '../model';
import type { Lexicon } from './lexicon';
import { cueBits, type SentenceEvidence } from './evidence';

/**
 * Policy terms per 1,000 Chinese characters from which a text counts as policy text. Measured in
 * test/unit/analyze/policyText.test.ts: policy documents lie above 20, software manuals and novels below 6.
 */
const policyDensity = 12;

/** Fewer Chinese characters than this decide nothing: the text stays without tags unless the user says so. */
const leastChinese = 40;

/** How much of the text was looked at, and whether it is Chinese policy text. */
export function checkText(lexicon: Lexicon, evidence: readonly SentenceEvidence[], length: number): Checked {
  let terms = 0;
  let chinese = 0;
  for (const sentence of evidence) {
    chinese += sentence.chinese;
    let last = -1;
    for (const { entry, start, end } of sentence.hits) {
      if (start < last || lexicon.entries[entry]?.layer === 2) continue;
      last = end;
      terms++;
    }
    if (sentence.hits.length > 0 && sentence.cues & cueBits.measure) terms++;
  }
  const density = chinese > 0 ? Math.round((10000 * terms) / chinese) / 10 : 0;
  return {
    characters: length,
    total: length,
    density,
    isPolicyText: chinese >= leastChinese && density >= policyDensity,
  };
}
