import type { Corpus, CorpusDocument } from './corpus';
import { countGroups, type Figure } from './figure';

/** Two categories tagged on the same sentences. */
export interface CategoryPair {
  readonly first: string;
  readonly second: string;
  /** Sentences that carry both; the evidence holds both tags of each. */
  readonly sentences: Figure;
}

/**
 * Pairs of categories that stand on one sentence, most frequent first.
 *
 * @param prefix Of the figures' ids: `all` or `doc/<index>`.
 */
export function cooccurrence(
  corpus: Corpus,
  documents: readonly CorpusDocument[],
  prefix: string,
): readonly CategoryPair[] {
  const pairs = new Map<string, { first: string; second: string; groups: number[][] }>();
  for (const document of documents) {
    const bySentence = new Map<number, number[]>();
    for (const quotes of document.byCategory.values())
      for (const index of quotes) {
        const sentence = corpus.quotes[index]?.sentence ?? 0;
        const list = bySentence.get(sentence);
        if (list) list.push(index);
        else bySentence.set(sentence, [index]);
      }
    for (const quotes of bySentence.values()) addPairs(corpus, quotes, pairs);
  }
  return [...pairs.values()]
    .map(({ first, second, groups }) => ({
      first,
      second,
      sentences: countGroups(`${prefix}/pair/${first}/${second}`, groups),
    }))
    .sort(
      (a, b) =>
        (b.sentences.value ?? 0) - (a.sentences.value ?? 0) ||
        (`${a.first} ${a.second}` < `${b.first} ${b.second}` ? -1 : 1),
    );
}

function addPairs(
  corpus: Corpus,
  quotes: readonly number[],
  pairs: Map<string, { first: string; second: string; groups: number[][] }>,
): void {
  const codeOf = (index: number): string => corpus.quotes[index]?.annotation.category ?? '';
  quotes.forEach((one, position) => {
    for (const other of quotes.slice(position + 1)) {
      // Quotes of one sentence come in taxonomy order, so each pair has one spelling.
      const [first, second] = [codeOf(one), codeOf(other)];
      const key = `${first} ${second}`;
      const pair = pairs.get(key) ?? { first, second, groups: [] };
      pair.groups.push([one, other]);
      pairs.set(key, pair);
    }
  });
}
