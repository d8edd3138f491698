import { addTo } from '../grouped';
import type { Corpus, CorpusDocument } from './corpus';
import { measured, type Figure } from './figure';

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
  const pairs = new Map<string, Pair>();
  for (const document of documents) {
    const bySentence = new Map<number, Tag[]>();
    for (const [code, quotes] of document.byCategory)
      for (const index of quotes) addTo(bySentence, corpus.quotes.sentence(index), { index, code });
    for (const tags of bySentence.values()) addPairs(tags, pairs);
  }
  return [...pairs.values()]
    .map(({ first, second, evidence }) => ({
      first,
      second,
      sentences: measured(`${prefix}/pair/${first}/${second}`, 'count', evidence.length / 2, evidence),
    }))
    .sort(
      (a, b) =>
        (b.sentences.value ?? 0) - (a.sentences.value ?? 0) ||
        (`${a.first} ${a.second}` < `${b.first} ${b.second}` ? -1 : 1),
    );
}

interface Tag {
  readonly index: number;
  readonly code: string;
}

interface Pair {
  readonly first: string;
  readonly second: string;
  /** Two quotes a sentence. */
  readonly evidence: number[];
}

/** @param tags Of one sentence, in taxonomy order, so that each pair has one spelling. */
function addPairs(tags: readonly Tag[], pairs: Map<string, Pair>): void {
  tags.forEach((one, position) => {
    for (let at = position + 1; at < tags.length; at++) {
      const other = tags[at] as Tag;
      const key = `${one.code} ${other.code}`;
      const pair = pairs.get(key);
      if (pair) pair.evidence.push(one.index, other.index);
      else pairs.set(key, { first: one.code, second: other.code, evidence: [one.index, other.index] });
    }
  });
}
