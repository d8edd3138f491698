import { PairMap } from '../../pairMap';

/**
 * Numbers for features. A feature is named `kind:words`; at run time only those of the model have a number, during
 * training the table grows. Names are made of words, so that every weight can be shown.
 */

/** Kinds of lexical features, in the order of their tables. */
export const lexicalKinds = [
  'word',
  'pair',
  'defect',
  'skip',
  'heading',
  'first',
  'above',
  'title',
  'outline',
  'before',
  'after',
  'lead',
] as const;
export type LexicalKind = (typeof lexicalKinds)[number];

/** A kind's place in {@link lexicalKinds}: tables are found by it. */
function numberOf(kind: LexicalKind): number {
  return lexicalKinds.indexOf(kind);
}

export const wordKind = numberOf('word');
export const pairKind = numberOf('pair');
export const defectKind = numberOf('defect');
export const skipKind = numberOf('skip');
export const headingKind = numberOf('heading');
export const firstKind = numberOf('first');
export const aboveKind = numberOf('above');
export const titleKind = numberOf('title');
export const outlineKind = numberOf('outline');
export const beforeKind = numberOf('before');
export const afterKind = numberOf('after');
export const leadKind = numberOf('lead');

/** A word and the kind of pair that it is the first of, as one number: kinds of pairs are among the first eight. */
function withKind(word: number, kind: number): number {
  return word * 8 + kind;
}

/** A table from (kind, word, word) to feature numbers, and from names to feature numbers. */
export class FeatureTable {
  readonly names: string[] = [];
  private readonly words = new Map<string, number>();
  private readonly wordList: string[] = [];
  private readonly named = new Map<string, number>();
  private readonly unary: Int32Array[] = [];
  /** By first word with the kind, and second word. */
  private readonly pairs = new PairMap();

  /**
   * @param names The model's features, in the order of its rows.
   * @param grows True while training data are gathered.
   */
  constructor(
    names: readonly string[],
    private readonly grows: boolean,
  ) {
    for (let kind = 0; kind < lexicalKinds.length; kind++) this.unary.push(new Int32Array(1 << 12).fill(-1));
    for (const name of names) this.register(name);
  }

  /** The word's number, or -1 where no feature mentions it. */
  word(text: string): number {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    return this.grows ? this.addWord(text) : -1;
  }

  wordText(word: number): string {
    return this.wordList[word] ?? '';
  }

  /** Feature of one word, or -1. */
  one(kind: number, word: number): number {
    const table = this.unary[kind] as Int32Array;
    const known = word < table.length ? (table[word] as number) : -1;
    if (known >= 0 || !this.grows) return known;
    return this.register(`${lexicalKinds[kind] ?? ''}:${this.wordText(word)}`);
  }

  /** Feature of two words in order, or -1. */
  two(kind: number, left: number, right: number): number {
    const known = this.pairs.get(withKind(left, kind), right);
    if (known >= 0 || !this.grows) return known;
    return this.register(`${lexicalKinds[kind] ?? ''}:${this.wordText(left)} ${this.wordText(right)}`);
  }

  /** Feature by its whole name, or -1. Not for inner loops. */
  byName(name: string): number {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    return this.grows ? this.register(name) : -1;
  }

  private register(name: string): number {
    const id = this.names.length;
    this.names.push(name);
    this.named.set(name, id);
    const colon = name.indexOf(':');
    const kind = lexicalKinds.indexOf(name.slice(0, colon) as LexicalKind);
    if (kind < 0) return id;
    const rest = name.slice(colon + 1);
    if (kind === pairKind || kind === skipKind) {
      const space = rest.indexOf(' ');
      const left = withKind(this.addWord(rest.slice(0, space)), kind);
      this.pairs.add(left, this.addWord(rest.slice(space + 1)), id);
    } else {
      const word = this.addWord(rest);
      let table = this.unary[kind] as Int32Array;
      if (word >= table.length) {
        const wider = new Int32Array(Math.max(word + 1, table.length * 2)).fill(-1);
        wider.set(table);
        this.unary[kind] = table = wider;
      }
      table[word] = id;
    }
    return id;
  }

  private addWord(text: string): number {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    const id = this.wordList.length;
    this.wordList.push(text);
    this.words.set(text, id);
    return id;
  }
}
