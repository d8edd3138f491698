import type { Checked } from '../model';
import type { ParsedDocument } from '../text/model';
import { unreadLength } from '../text/unread';
import type { Lexicon } from './indicators/lexicon';
import type { SentenceEvidence } from './evidence/sentenceEvidence';

/**
 * Policy terms per 1,000 Chinese characters from which a text counts as policy text; a strong indicator of a
 * problem, pathway or safeguard is one term, a medium one half a term, while weak ones, actors and dimensions are
 * words of any text. Measured in test/unit/match/policyText.test.ts: of 38 published documents those on the topic
 * lie at 4.7 (fertiliser industry) and above, most above 15; manuals, stories, reports and notices below 4, or they
 * hold one such term by chance.
 */
const policyDensity = 4.5;

/**
 * Telling indicators of the taxonomy this was measured with. A smaller one finds fewer of the terms a policy text is
 * made of, so its threshold is lower in proportion: a taxonomy of three indicators would count no text at all.
 */
const measuredIndicators = 257;

/** Fewer terms than this are chance, however short the text. */
const leastTerms = 2;

/** Fewer Chinese characters than this decide nothing: the text stays without tags unless the user says so. */
const leastChinese = 40;

const share = { strong: 1, medium: 0.5, weak: 0 } as const;

/** At the top of our own reports: they name and quote every category, and are no policy texts. */
export const reportMark = '<!-- Policy Lens report -->';

/** How far down the mark may stand: behind the type of a page, or a title. */
export const reportMarkWithin = 1000;

/** How much of the text was looked at, and whether it is Chinese policy text. */
export function checkText(
  lexicon: Lexicon,
  evidence: readonly SentenceEvidence[],
  document: ParsedDocument,
): Checked {
  const { text } = document;
  let terms = 0;
  let chinese = 0;
  for (const sentence of evidence) {
    chinese += sentence.chinese;
    let last = -1;
    for (const { entry, start, end } of sentence.hits) {
      const found = lexicon.entries[entry];
      if (start < last || found?.layer !== 0) continue;
      last = end;
      terms += share[found.indicator.strength];
    }
  }
  const density = chinese > 0 ? Math.round((10000 * terms) / chinese) / 10 : 0;
  return {
    characters: text.length - unreadLength(document),
    total: text.length,
    density,
    isPolicyText:
      !text.slice(0, reportMarkWithin).includes(reportMark) &&
      chinese >= leastChinese &&
      terms >= leastTerms &&
      density >= thresholdOf(lexicon),
  };
}

const thresholds = new WeakMap<Lexicon, number>();

function thresholdOf(lexicon: Lexicon): number {
  let threshold = thresholds.get(lexicon);
  if (threshold === undefined) {
    const telling = lexicon.entries.filter(
      ({ indicator, layer }) => layer === 0 && share[indicator.strength] > 0,
    ).length;
    threshold = policyDensity * Math.min(1, telling / measuredIndicators);
    thresholds.set(lexicon, threshold);
  }
  return threshold;
}
