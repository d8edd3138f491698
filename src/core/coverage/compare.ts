import { addTo, grouped } from '../grouped';
import { formatByName } from '../text/format';
import { withoutMarks } from '../text/markdown/marks';
import type { Corpus, CorpusDocument } from './corpus';
import { countOf, type Figure } from './figure';

/** What became of a category between two texts. */
export type Change = 'gained' | 'lost' | 'weakened' | 'strengthened' | 'reworded' | 'same';

/** Two sentences that say the same, or one that stands alone; indexes of quotes. */
export interface QuotePair {
  readonly before: number | null;
  readonly after: number | null;
  /** Alike word for word. */
  readonly isSame: boolean;
}

/** One category in two texts. */
export interface CategoryChange {
  readonly category: string;
  readonly change: Change;
  readonly before: Figure;
  readonly after: Figure;
  readonly pairs: readonly QuotePair[];
}

/** Sentences with at least this share of common letter pairs are two versions of one sentence. */
const leastLikeness = 0.5;

/**
 * What changed between two texts of a corpus (draft and final, centre and province, HEAD and working tree), in
 * taxonomy order. `weakened`: from covered to thin, or fewer sentences; `strengthened`: the reverse; `reworded`:
 * as many sentences of the same standing, in other words.
 */
export function compareDocuments(
  corpus: Corpus,
  before: CorpusDocument,
  after: CorpusDocument,
): readonly CategoryChange[] {
  return corpus.taxonomy.categories.flatMap(({ code }): CategoryChange[] => {
    const old = before.byCategory.get(code) ?? [];
    const now = after.byCategory.get(code) ?? [];
    if (old.length === 0 && now.length === 0) return [];
    const pairs = pairUp(corpus, old, now);
    return [
      {
        category: code,
        change: changeOf(standing(before, code), standing(after, code), old.length, now.length, pairs),
        before: countOf(`doc/${String(before.index)}/tags/${code}`, old),
        after: countOf(`doc/${String(after.index)}/tags/${code}`, now),
        pairs,
      },
    ];
  });
}

/** Of a category that a text has: 1 thin, 2 otherwise. */
function standing({ result }: CorpusDocument, code: string): number {
  return result.coverage.thin.includes(code) ? 1 : 2;
}

function changeOf(
  before: number,
  after: number,
  old: number,
  now: number,
  pairs: readonly QuotePair[],
): Change {
  if (old === 0) return 'gained';
  if (now === 0) return 'lost';
  const step = Math.sign(after - before) || Math.sign(now - old);
  if (step !== 0) return step > 0 ? 'strengthened' : 'weakened';
  return pairs.every(({ isSame }) => isSame) ? 'same' : 'reworded';
}

/**
 * Equal sentences first, then the most alike, each sentence once; what is left stands alone. In text order of the
 * later text.
 */
function pairUp(corpus: Corpus, old: readonly number[], now: readonly number[]): QuotePair[] {
  const textOf = (index: number): string => {
    const found = corpus.quotes.at(index);
    if (!found) return '';
    const { quote } = found.annotation;
    // A sentence set in bold is the same sentence.
    const isMarkdown = formatByName(corpus.documents[found.document]?.result.path ?? '') === 'markdown';
    return (isMarkdown ? withoutMarks(quote) : quote).trim();
  };
  const free = new Set(old);
  const partner = new Map<number, number>();
  const join = (before: number, after: number): void => {
    free.delete(before);
    partner.set(after, before);
  };
  // The last comes first, so that the first is at hand at the end.
  const byText = grouped([...old].reverse(), textOf);
  for (const after of now) {
    const before = byText.get(textOf(after))?.pop();
    if (before !== undefined) join(before, after);
  }
  const open = now.filter((index) => !partner.has(index));
  for (const { before, after } of alike([...free], open, textOf))
    if (free.has(before) && !partner.has(after)) join(before, after);
  const pairs = now.map((after): QuotePair => {
    const before = partner.get(after) ?? null;
    return { before, after, isSame: before !== null && textOf(before) === textOf(after) };
  });
  return [...pairs, ...[...free].map((before): QuotePair => ({ before, after: null, isSame: false }))];
}

/** Two sentences that may be versions of one; indexes of quotes, which stand in text order. */
interface Match {
  readonly before: number;
  readonly after: number;
  /** Dice's coefficient over pairs of neighbouring characters, 0–1 (Dice 1945). */
  readonly score: number;
}

/** All that match, the most alike first; of equally alike ones the first of the later text, then of the earlier. */
function alike(
  old: readonly number[],
  now: readonly number[],
  textOf: (index: number) => string,
): readonly Match[] {
  const earlier = old.map((index) => ({ index, ...letterPairs(textOf(index)) }));
  // By letter pair, so that sentences that share none never meet.
  const holders = new Map<string, { readonly place: number; readonly count: number }[]>();
  for (const [place, { counts }] of earlier.entries())
    for (const [pair, count] of counts) addTo(holders, pair, { place, count });
  const common = new Uint32Array(earlier.length);
  return now
    .flatMap((after): Match[] => {
      const { counts, total } = letterPairs(textOf(after));
      const met: number[] = [];
      for (const [pair, times] of counts)
        for (const { place, count } of holders.get(pair) ?? []) {
          if (common[place] === 0) met.push(place);
          common[place] = (common[place] ?? 0) + Math.min(times, count);
        }
      const matches = met.flatMap((place): Match[] => {
        const sentence = earlier[place];
        const score = sentence ? (2 * (common[place] ?? 0)) / (total + sentence.total) : 0;
        return sentence && score >= leastLikeness ? [{ before: sentence.index, after, score }] : [];
      });
      for (const place of met) common[place] = 0;
      return matches;
    })
    .sort((a, b) => b.score - a.score || a.after - b.after || a.before - b.before);
}

/** The pairs of neighbouring characters of a text with how often each stands there, and how many they are. */
function letterPairs(text: string): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const letters = [...text];
  const counts = new Map<string, number>();
  for (const [place, letter] of letters.slice(1).entries()) {
    const pair = `${letters[place] ?? ''}${letter}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, letters.length - 1) };
}
