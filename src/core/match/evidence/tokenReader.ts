import { wordsOfAbbreviation } from '../words/abbreviations';
import { partsOfCompound } from '../words/compounds';
import type { FeatureTable } from './featureTable';
import type { Span } from '../../text/model';
import { plainWordOf } from '../words/plainWords';
import { longVerb } from '../words/shortVerbs';
import { isSubjectWord } from '../words/subjectWords';
import { offTopicSets, synonymSets, Thesaurus } from '../words/thesaurus';
import { WordClassifier } from '../words/wordClasses';
import { WordMemory } from './wordMemory';

/** Tokens whose word number and classes are remembered. */
const mostKnown = 50_000;

/** What a token is to the model. */
export interface TokenInfo {
  /**
   * Itself, or where the model does not know it the words it is made of (see `compounds.ts`) or short for (see
   * `abbreviations.ts`).
   */
  readonly parts: readonly PartInfo[];
  /** Features of its synonym sets as a whole. Fields are told by whole words only. */
  readonly sets: readonly number[];
  readonly fields: readonly number[];
  readonly isSubject: boolean;
}

/** Offsets are relative to the token. All words of a long form stand where the short one does. */
interface PartInfo extends Span {
  readonly word: number;
  readonly classes: readonly number[];
  readonly sets: readonly number[];
}

interface PartOfToken extends Span {
  readonly text: string;
}

const noSets: readonly number[] = [];

/** Reads tokens by the words that a model knows, and remembers what they are. */
export class TokenReader {
  private readonly classifier = new WordClassifier();
  private readonly thesaurus = new Thesaurus();
  private readonly known = new WordMemory<TokenInfo>();
  /** By what tokens are as verbs of a list's items. */
  private readonly verbs = new Map<string, TokenInfo>();
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
    const parts = this.plainParts(token) ?? (this.isKnown(token) ? null : this.partsOf(token));
    const info = this.infoOf(token, parts);
    // Names and numbers of a text are no vocabulary: the memory is bounded.
    if (this.known.size < mostKnown) this.known.add(token, info);
    return info;
  }

  /** The same where the token is the verb of a list's item of two words (强主体): read as a longer one, too. */
  readVerb(token: string): TokenInfo {
    const verb = longVerb(token);
    if (verb === null || !this.isKnown(verb)) return this.read(token);
    const known = this.verbs.get(token);
    if (known) return known;
    const parts = [token, verb].map((text) => ({ text, start: 0, end: token.length }));
    const info = this.infoOf(token, parts);
    this.verbs.set(token, info);
    return info;
  }

  /** A token that is read as a plainer word, too. */
  private plainParts(token: string): readonly PartOfToken[] | null {
    const plain = plainWordOf(token);
    if (plain === null || !this.isKnown(plain)) return null;
    return [token, plain].map((text) => ({ text, start: 0, end: token.length }));
  }

  private infoOf(token: string, parts: readonly PartOfToken[] | null): TokenInfo {
    const sets = this.thesaurus.setsOf(token);
    return {
      parts: (parts ?? [{ text: token, start: 0, end: token.length }]).map(({ text, start, end }) => ({
        start,
        end,
        word: this.table.word(text.charCodeAt(0) < 0x80 ? latinWord(text) : text),
        classes: this.classifier.classesOf(text),
        sets: this.setFeaturesOf(parts ? this.thesaurus.setsOf(text) : noSets),
      })),
      sets: this.setFeaturesOf(sets),
      fields: sets.map((set) => offTopicSets.indexOf(set)).filter((field) => field >= 0),
      isSubject: isSubjectWord(token) || (parts?.some(({ text }) => isSubjectWord(text)) ?? false),
    };
  }

  /** The known words that an unknown one is read as; null where there are none. */
  private partsOf(token: string): readonly PartOfToken[] | null {
    const words = wordsOfAbbreviation(token, this.isKnown);
    if (words) return words.map((text) => ({ text, start: 0, end: token.length }));
    let end = 0;
    return (
      partsOfCompound(token, this.isKnown)?.map((text) => ({
        text,
        start: end,
        end: (end += text.length),
      })) ?? null
    );
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
