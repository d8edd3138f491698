import { partsOfCompound } from './compounds';
import type { FeatureTable } from './featureTable';
import { isSubjectWord } from './subject';
import { offTopicSets, synonymSets, Thesaurus } from './thesaurus';
import { WordClassifier } from './wordClasses';
import { WordMemory } from './wordMemory';

/** Tokens whose word number and classes are remembered. */
const mostKnown = 50_000;

/** What a token is to the model. */
export interface TokenInfo {
  /** Itself, or the words it is made of where the model does not know it (see `compounds.ts`). */
  readonly parts: readonly PartInfo[];
  /** Features of its synonym sets as a whole. Fields and subject are told by whole words only. */
  readonly sets: readonly number[];
  readonly fields: readonly number[];
  readonly isSubject: boolean;
}

interface PartInfo {
  readonly length: number;
  readonly word: number;
  readonly classes: readonly number[];
  readonly sets: readonly number[];
}

const noSets: readonly number[] = [];

/** Reads tokens by the words that a model knows, and remembers what they are. */
export class TokenReader {
  private readonly classifier = new WordClassifier();
  private readonly thesaurus = new Thesaurus();
  private readonly known = new WordMemory<TokenInfo>();
  private readonly setFeatures: Int32Array;

  /** @param isKnown Whether a word is one that the model knows: others may be read as compounds. */
  constructor(
    private readonly table: FeatureTable,
    private readonly isKnown: (word: string) => boolean,
  ) {
    this.setFeatures = Int32Array.from(synonymSets, (name) => table.byName(`set:${name}`));
  }

  /** @param token No mark, see {@link isMark}. */
  read(token: string): TokenInfo {
    const known = this.known.get(token);
    if (known) return known;
    const sets = this.thesaurus.setsOf(token);
    const parts = this.isKnown(token) ? null : partsOfCompound(token, this.isKnown);
    const info = {
      parts: (parts ?? [token]).map((part) => ({
        length: part.length,
        word: this.table.word(part.charCodeAt(0) < 0x80 ? latinWord(part) : part),
        classes: this.classifier.classesOf(part),
        sets: this.setFeaturesOf(parts ? this.thesaurus.setsOf(part) : noSets),
      })),
      sets: this.setFeaturesOf(sets),
      fields: sets.map((set) => offTopicSets.indexOf(set)).filter((field) => field >= 0),
      isSubject: isSubjectWord(token),
    };
    // Names and numbers of a text are no vocabulary: the memory is bounded.
    if (this.known.size < mostKnown) this.known.add(token, info);
    return info;
  }

  private setFeaturesOf(sets: readonly number[]): number[] {
    return sets.map((set) => this.setFeatures[set] as number).filter((feature) => feature >= 0);
  }
}

/**
 * ASCII signs, CJK punctuation with kana, and full-width forms: they part words that would make pairs. Curly quotation
 * marks and long dashes are words to the model.
 */
export function isMark(code: number): boolean {
  return (
    code < 0x30 ||
    (code >= 0x3a && code < 0x41) ||
    (code >= 0x5b && code < 0x61) ||
    (code >= 0x7b && code < 0x80) ||
    (code >= 0x3000 && code < 0x3400) ||
    code >= 0xff00
  );
}

/** Years, percentages and other figures are one word each; Latin letters are compared in lower case. */
function latinWord(token: string): string {
  const code = token.charCodeAt(0);
  if (code <= 0x39)
    return token.includes('%') ? '#%' : token.length === 4 && token.startsWith('20') ? '#year' : '#';
  return token.toLowerCase();
}
