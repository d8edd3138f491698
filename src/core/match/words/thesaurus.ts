import { addTo } from '../../grouped';
import file from './thesaurus.json';

/** Names of the synonym sets, in the order of the file. */
export const synonymSets: readonly string[] = Object.values(file).flatMap((group) => Object.keys(group));

/** Numbers of the sets that name fields of no concern here, such as tourism or health care. */
export const offTopicSets: readonly number[] = Object.keys(file['Off-topic fields']).map((name) =>
  synonymSets.indexOf(name),
);

/**
 * Sets of words that stand for each other when a code is decided, so that a word no training text held behaves like
 * its synonyms. Finer than the word classes, and without pairs. Written for this project (docs/decisions/0015).
 */
export class Thesaurus {
  private readonly sets = new Map<string, number[]>();

  constructor() {
    const lists = Object.values(file).flatMap((group) => Object.values<string>(group));
    lists.forEach((words, set) => {
      for (const word of words.split(' ')) addTo(this.sets, word, set);
    });
  }

  /** Numbers of the sets a word stands in: at most three. */
  setsOf(word: string): readonly number[] {
    return this.sets.get(word) ?? none;
  }
}

const none: readonly number[] = [];
