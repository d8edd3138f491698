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
const likeness = 0.5;

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

/** 2 covered, 1 thin, 0 missing; for other categories 2 found, 0 not. */
function standing({ result, byCategory }: CorpusDocument, code: string): number {
  if (result.coverage.covered.includes(code)) return 2;
  if (result.coverage.thin.includes(code)) return 1;
  return byCategory.has(code) ? 2 : 0;
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

/** Equal sentences first, then the most alike; what is left stands alone. In text order of the later text. */
function pairUp(corpus: Corpus, old: readonly number[], now: readonly number[]): QuotePair[] {
  const textOf = (index: number): string => corpus.quotes.at(index)?.annotation.quote.trim() ?? '';
  const free = new Set(old);
  const partner = new Map<number, number>();
  for (const index of now) {
    const same = [...free].find((candidate) => textOf(candidate) === textOf(index));
    if (same === undefined) continue;
    free.delete(same);
    partner.set(index, same);
  }
  for (const index of now) {
    if (partner.has(index)) continue;
    const best = [...free]
      .map((candidate) => ({ candidate, score: dice(textOf(candidate), textOf(index)) }))
      .reduce<{ candidate: number; score: number } | null>(
        (top, each) => (each.score >= likeness && each.score > (top?.score ?? 0) ? each : top),
        null,
      );
    if (!best) continue;
    free.delete(best.candidate);
    partner.set(index, best.candidate);
  }
  const pairs = now.map((after): QuotePair => {
    const before = partner.get(after) ?? null;
    return { before, after, isSame: before !== null && textOf(before) === textOf(after) };
  });
  return [...pairs, ...[...free].map((before): QuotePair => ({ before, after: null, isSame: false }))];
}

/** Dice's coefficient over pairs of neighbouring characters, 0–1 (Dice 1945). */
function dice(a: string, b: string): number {
  const pairsOf = (text: string): string[] => {
    const letters = [...text];
    return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  };
  const counts = new Map<string, number>();
  const left = pairsOf(a);
  const right = pairsOf(b);
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count === 0) continue;
    counts.set(pair, count - 1);
    common++;
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}
