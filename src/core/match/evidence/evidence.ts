import type { Span } from '../../text/model';
import { cueKinds } from '../stance/cues';
import { defectKind, firstKind, pairKind, skipKind, wordKind, type FeatureTable } from './featureTable';
import type { Lexicon } from '../indicators/lexicon';
import type { Hit, MatchTrace } from '../indicators/hits';
import { cueBits, MatchFinder, resolvedMask } from '../indicators/matches';
import { nothingYet, type SentenceEvidence } from './sentenceEvidence';
import { mayHaveSides, sidesOf } from './sides';
import { isMark, TokenReader } from './tokenReader';
import { wordClasses } from '../words/wordClasses';

/** Most class words before a word with which it makes pairs. */
const longestFrame = 12;

/** Most characters of sentences by how long they are; there are longer ones. */
const lengths = [8, 14, 25, 45, 80, 130];

/** Turns sentences into evidence. Holds buffers, so one extractor serves one analysis at a time. */
export class EvidenceExtractor {
  private readonly matches: MatchFinder;
  private stamp = 0;
  private seen = new Int32Array(1 << 12);
  private seenWords = new Int32Array(1 << 12);
  /** Feature, start, end of what has been found in the sentence at hand. */
  private buffer = new Int32Array(3 << 8);
  private filled = 0;
  private readonly words: number[] = [];
  private readonly fields: number[] = [];
  private subjectWords = 0;
  private readonly entryFeatures: Int32Array;
  private readonly categoryFeatures: Int32Array;
  private readonly manyFeatures: Int32Array;
  private readonly cueFeatures: Int32Array;
  private readonly lengthFeatures: Int32Array;
  private readonly reader: TokenReader;
  private readonly classFeatures: Int32Array;
  /** Ordered pairs of classes in one clause: first × classes + second. */
  private readonly frameFeatures: Int32Array;
  /** The word before the one at hand and the one before that, with which it makes pairs; -1 where there is none. */
  private previous = -1;
  private previousStart = 0;
  private before = -1;
  private beforeStart = 0;
  /** Classes of the words of the clause at hand. */
  private readonly clauseClasses: number[] = [];
  private readonly plain: Readonly<
    Record<'digits' | 'quotes' | 'titles' | 'open' | 'resolved' | 'clauses', number>
  >;

  /** @param isKnown Whether a word is one that the model knows: others may be read as compounds. */
  constructor(
    lexicon: Lexicon,
    private readonly table: FeatureTable,
    isKnown: (word: string) => boolean,
  ) {
    this.matches = new MatchFinder(lexicon);
    const stances = ['', '@defect', '@resolved'];
    const named = (names: readonly string[]): Int32Array =>
      Int32Array.from(names, (name) => table.byName(name));
    this.entryFeatures = named(
      lexicon.entries.flatMap(({ indicator }) =>
        stances.map((stance) => `indicator:${indicator.id}${stance}`),
      ),
    );
    this.categoryFeatures = named(
      lexicon.entries.flatMap(({ indicator }) =>
        stances.map((stance) => `category:${indicator.category}${stance}`),
      ),
    );
    this.manyFeatures = named(lexicon.entries.map(({ indicator }) => `category:${indicator.category}@many`));
    this.cueFeatures = named(cueKinds.map((kind) => `cue:${kind}`));
    this.lengthFeatures = named([...lengths, Infinity].map((_, size) => `length:${size}`));
    const classes = wordClasses.map(({ name }) => name);
    this.reader = new TokenReader(table, isKnown);
    this.classFeatures = named(classes.map((name) => `class:${name}`));
    this.frameFeatures = named(classes.flatMap((a) => classes.map((b) => `frame:${a} ${b}`)));
    this.plain = {
      digits: table.byName('form:digits'),
      quotes: table.byName('form:quotes'),
      titles: table.byName('form:titles'),
      open: table.byName('form:open'),
      resolved: table.byName('cue:resolved'),
      clauses: table.byName('form:clauses'),
    };
  }

  /**
   * @param text What the block reads, see `text/reading.ts`; all offsets are of it.
   * @param tokens A list in which `[from, to)` join to `text`.
   * @param trace Where given, gathers what was found and does not count, and cues that do.
   */
  extract(
    text: string,
    sentences: readonly Span[],
    tokens: readonly string[],
    from: number,
    to: number,
    trace: MatchTrace | null = null,
  ): SentenceEvidence[] {
    this.matches.setTokens(tokens, from, to, text.length);
    const block: BlockTokens = { text, tokens, to, token: from, position: 0 };
    return sentences.map((sentence) => {
      skipTo(sentence.start, block);
      const { token, position } = block;
      const whole = this.read(sentence, block, trace);
      const isStated = (whole.cues & cueBits.defect) !== 0;
      if (!isStated && !mayHaveSides(text, sentence, this.matches.clauseEnds)) return whole;
      const again: BlockTokens = { ...block, token, position };
      const sides = sidesOf(text, sentence, this.matches, (side) => this.read(side, again, null));
      return sides ? { ...whole, sides } : whole;
    });
  }

  /** What a stretch of the block shows; its tokens are gone through. */
  private read(sentence: Span, block: BlockTokens, trace: MatchTrace | null): SentenceEvidence {
    const { text, tokens } = block;
    this.begin();
    const hits = this.matches.find(text, sentence, trace);
    const cues = this.addCues();
    const { token, position } = block;
    skipTo(sentence.end, block);
    const chinese = this.addWords(sentence, tokens, token, block.token, position);
    this.addForms(text, sentence);
    this.addHits(hits);
    return {
      start: sentence.start,
      end: sentence.end,
      features: this.buffer.slice(0, this.filled),
      words: Int32Array.from(this.words),
      hits,
      cues,
      chinese,
      subjectWords: this.subjectWords,
      frames: this.matches.frames,
      sides: null,
      worked: nothingYet(),
      fields: this.fields.length > 0 ? [...this.fields] : noFields,
    };
  }

  private begin(): void {
    this.stamp++;
    this.filled = 0;
    this.words.length = 0;
    this.fields.length = 0;
    this.subjectWords = 0;
  }

  private add(feature: number, start: number, end: number): void {
    if (feature < 0) return;
    if (feature >= this.seen.length) {
      const wider = new Int32Array(Math.max(feature + 1, this.seen.length * 2));
      wider.set(this.seen);
      this.seen = wider;
    }
    if (this.seen[feature] === this.stamp) return;
    this.seen[feature] = this.stamp;
    const at = this.filled;
    this.filled = at + 3;
    if (this.filled > this.buffer.length) {
      const longer = new Int32Array(this.buffer.length * 2);
      longer.set(this.buffer);
      this.buffer = longer;
    }
    this.buffer[at] = feature;
    this.buffer[at + 1] = start;
    this.buffer[at + 2] = end;
  }

  /** True where the word has not been met in the sentence at hand. */
  private isNew(word: number): boolean {
    if (word >= this.seenWords.length) {
      const wider = new Int32Array(Math.max(word + 1, this.seenWords.length * 2));
      wider.set(this.seenWords);
      this.seenWords = wider;
    }
    if (this.seenWords[word] === this.stamp) return false;
    this.seenWords[word] = this.stamp;
    return true;
  }

  private addCues(): number {
    const mask = this.matches.cueMask;
    for (let kind = 0; kind < cueKinds.length; kind++)
      if (mask & (1 << kind)) this.add(this.cueFeatures[kind] as number, -1, -1);
    if (mask & resolvedMask) this.add(this.plain.resolved, -1, -1);
    return mask;
  }

  private addHits(hits: readonly Hit[]): void {
    for (const { entry, stance, start, end } of hits) {
      const column = entry * 3 + (stance === 'neutral' ? 0 : stance === 'defect' ? 1 : 2);
      this.add(this.entryFeatures[column] as number, start, end);
      const category = this.categoryFeatures[column] as number;
      if (category >= 0 && this.seen[category] === this.stamp)
        this.add(this.manyFeatures[entry] as number, start, end);
      this.add(category, start, end);
    }
  }

  private addWords(
    sentence: Span,
    tokens: readonly string[],
    first: number,
    last: number,
    at: number,
  ): number {
    const { table } = this;
    let chinese = 0;
    let position = at;
    let isFirst = true;
    let clause = 0;
    this.clauseClasses.length = 0;
    this.endPairs();
    for (let i = first; i < last; i++) {
      const token = tokens[i] as string;
      const start = position;
      position += token.length;
      const code = token.charCodeAt(0);
      if (isMark(code)) {
        this.endPairs();
        continue;
      }
      if (code >= 0x4e00 && code <= 0x9fff) chinese += token.length;
      const nextClause = this.matches.clauseFrom(clause, start);
      if (nextClause !== clause) this.clauseClasses.length = 0;
      clause = nextClause;
      const { parts, sets, fields, isSubject } = isVerbOfItem(tokens, i, first, last)
        ? this.reader.readVerb(token)
        : this.reader.read(token);
      if (isSubject) this.subjectWords++;
      const counts = !this.matches.isSilent(start, position);
      if (counts) for (const set of sets) this.add(set, start, position);
      for (const field of fields) if (!this.fields.includes(field)) this.fields.push(field);
      for (const { start: partStart, end: partEnd, word, classes, sets: setsOfPart } of parts) {
        const from = start + partStart;
        const end = start + partEnd;
        if (!counts) {
          if (word >= 0 && this.isNew(word)) this.words.push(word);
          this.endPairs();
          isFirst = false;
          continue;
        }
        this.addClasses(classes, from, end);
        for (const set of setsOfPart) this.add(set, from, end);
        if (word < 0) {
          this.shiftPairs(-1, from);
          isFirst = false;
          continue;
        }
        if (this.isNew(word)) this.words.push(word);
        this.add(table.one(wordKind, word), from, end);
        if (this.matches.clauseDefect[clause]) this.add(table.one(defectKind, word), from, end);
        if (isFirst && from - sentence.start < 8) this.add(table.one(firstKind, word), from, end);
        isFirst = false;
        this.addPairs(word, from, end);
      }
    }
    return chinese;
  }

  private addPairs(word: number, start: number, end: number): void {
    const { table, previous, before } = this;
    if (previous >= 0) this.add(table.two(pairKind, previous, word), this.previousStart, end);
    if (before >= 0) this.add(table.two(skipKind, before, word), this.beforeStart, end);
    this.shiftPairs(word, start);
  }

  private shiftPairs(word: number, start: number): void {
    this.before = this.previous;
    this.beforeStart = this.previousStart;
    this.previous = word;
    this.previousStart = start;
  }

  private endPairs(): void {
    this.previous = this.before = -1;
  }

  /** Classes of a word, and their pairs with the classes before it in the clause. */
  private addClasses(classes: readonly number[], start: number, end: number): void {
    const { clauseClasses, frameFeatures } = this;
    const count = wordClasses.length;
    const before = clauseClasses.length;
    for (const number of classes) {
      this.add(this.classFeatures[number] as number, start, end);
      for (let i = Math.max(0, before - longestFrame); i < before; i++)
        this.add(frameFeatures[(clauseClasses[i] as number) * count + number] as number, start, end);
      clauseClasses.push(number);
    }
  }

  private addForms(text: string, sentence: Span): void {
    const length = sentence.end - sentence.start;
    const size = lengths.filter((limit) => length > limit).length;
    this.add(this.lengthFeatures[size] as number, -1, -1);
    if (this.matches.clauseEnds.length > 3) this.add(this.plain.clauses, -1, -1);
    const last = text.charCodeAt(sentence.end - 1);
    if (last === 0xff1a || last === 0x3a) this.add(this.plain.open, -1, -1);
    let digits = false;
    let quotes = false;
    let titles = false;
    for (let i = sentence.start; i < sentence.end; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x30 && code <= 0x39) digits = true;
      else if (code === 0x201c) quotes = true;
      else if (code === 0x300a) titles = true;
    }
    if (digits) this.add(this.plain.digits, -1, -1);
    if (quotes) this.add(this.plain.quotes, -1, -1);
    if (titles) this.add(this.plain.titles, -1, -1);
  }
}

/**
 * Whether a token of one character and a longer word are all that stands between two marks (建平台、引人才), or behind
 * 一是, 二是 …
 */
function isVerbOfItem(tokens: readonly string[], at: number, first: number, last: number): boolean {
  if ((tokens[at] as string).length !== 1 || at + 1 >= last) return false;
  const isEdge = (i: number): boolean =>
    i < first || i >= last || isMark((tokens[i] as string).charCodeAt(0));
  const isOpen = isEdge(at - 1) || (tokens[at - 1] as string).endsWith('是');
  return isOpen && (tokens[at + 1] as string).length > 1 && !isEdge(at + 1) && isEdge(at + 2);
}

/** A block, and how far its tokens have been gone through. */
interface BlockTokens {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly to: number;
  /** The next token, and where it begins. */
  token: number;
  position: number;
}

function skipTo(place: number, block: BlockTokens): void {
  const { tokens, to } = block;
  while (block.token < to && block.position < place)
    block.position += (tokens[block.token++] as string).length;
}

const noFields: readonly number[] = [];
