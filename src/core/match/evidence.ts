import type { Span } from '../text/model';
import { cueKinds, type CueKind } from './cues';
import { defectKind, firstKind, pairKind, skipKind, wordKind, type FeatureTable } from './featureTable';
import { slotOf, type Lexicon } from './lexicon';
import { placePattern, type SlotHit } from './patterns';
import { TokenBounds } from './veto';
import { WordClassifier, wordClasses } from './wordClasses';

/** Whether a hit stands in a stated defect, after a verb that removes a defect, or in neither. */
export type HitStance = 'neutral' | 'defect' | 'resolved';

/** An indicator found in a sentence. Offsets are relative to the block. */
export interface Hit extends Span {
  /** Index into the lexicon's entries. */
  readonly entry: number;
  readonly stance: HitStance;
}

/** Why a match does not count. */
export type BlockReason = 'cutsWord' | 'unless' | 'insideLonger';

export interface BlockedHit extends Span {
  readonly entry: number;
  readonly reason: BlockReason;
  /** The longer phrase, or the word that is cut through. */
  readonly by: Span;
}

/** What a sentence shows without any context: the cacheable layer. Offsets are relative to the block. */
export interface SentenceEvidence extends Span {
  /** Feature, start, end; each feature once. */
  readonly features: Int32Array;
  /** Word numbers of a sentence short enough to be a heading. */
  readonly words: Int32Array;
  readonly hits: readonly Hit[];
  /** A bit per cue kind. */
  readonly cues: number;
  /** Chinese characters. */
  readonly chinese: number;
}

/** Longest sentence that can be a heading, label included. */
const longestHeading = 64;

/** Most class words before a word with which it makes pairs. */
const longestFrame = 12;

const bit = (kind: CueKind): number => 1 << cueKinds.indexOf(kind);
/** Bits of {@link SentenceEvidence.cues}. */
export const cueBits = {
  defect: bit('defect'),
  resolve: bit('resolve'),
  measure: bit('measure'),
  research: bit('research'),
  procedure: bit('procedure'),
  organisation: bit('organisation'),
} as const;
const neutralCue = cueKinds.indexOf('neutral');
const defectCue = cueKinds.indexOf('defect');
const resolveCue = cueKinds.indexOf('resolve');

/** Turns sentences into evidence. Holds buffers, so one extractor serves one analysis at a time. */
export class EvidenceExtractor {
  private readonly bounds = new TokenBounds();
  private terms = new Int32Array(1024);
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private vetoed = new Uint8Array(1024);
  private count = 0;
  private stamp = 0;
  private seen = new Int32Array(1 << 12);
  private readonly buffer: number[] = [];
  private readonly words: number[] = [];
  private readonly clauseEnds: number[] = [];
  private readonly clauseDefect: boolean[] = [];
  private readonly clauseResolve: number[] = [];
  private readonly longestTerm: number;
  private readonly masks: Uint8Array;
  private readonly entryFeatures: Int32Array;
  private readonly categoryFeatures: Int32Array;
  private readonly manyFeatures: Int32Array;
  private readonly cueFeatures: Int32Array;
  private readonly lengthFeatures: Int32Array;
  private readonly classifier = new WordClassifier();
  private readonly classFeatures: Int32Array;
  /** Ordered pairs of classes in one clause: first × classes + second. */
  private readonly frameFeatures: Int32Array;
  /** Class words of the clause at hand: class, start, end. */
  private readonly clauseClasses: number[] = [];
  private readonly plain: Readonly<
    Record<'digits' | 'quotes' | 'titles' | 'open' | 'resolved' | 'clauses', number>
  >;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly table: FeatureTable,
  ) {
    const stances = ['', '@defect', '@resolved'];
    this.masks = new Uint8Array(lexicon.patterns.length);
    this.longestTerm = lexicon.terms.reduce((longest, { length }) => Math.max(longest, length), 0);
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
    this.lengthFeatures = named([0, 1, 2, 3, 4, 5, 6].map((size) => `length:${size}`));
    const classes = wordClasses.map(({ name }) => name);
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
   * @param text The block's prose.
   * @param tokens A list in which `[from, to)` join to the block's prose.
   * @param blocked Where given, gathers what was found and does not count.
   */
  extract(
    text: string,
    sentences: readonly Span[],
    tokens: readonly string[],
    from: number,
    to: number,
    blocked: BlockedHit[] | null = null,
  ): SentenceEvidence[] {
    this.bounds.set(tokens, from, to, text.length);
    let token = from;
    let position = 0;
    return sentences.map((sentence) => {
      this.begin();
      const hits = this.findHits(text, sentence, blocked);
      const cues = this.addCues();
      while (token < to && position < sentence.start) position += (tokens[token++] as string).length;
      const first = token;
      const at = position;
      while (token < to && position < sentence.end) position += (tokens[token++] as string).length;
      const chinese = this.addWords(sentence, tokens, first, token, at);
      this.addForms(text, sentence);
      this.addHits(hits);
      const isShort = sentence.end - sentence.start <= longestHeading;
      return {
        start: sentence.start,
        end: sentence.end,
        features: Int32Array.from(this.buffer),
        words: isShort ? Int32Array.from(this.words) : emptyWords,
        hits,
        cues,
        chinese,
      };
    });
  }

  private begin(): void {
    this.stamp++;
    this.buffer.length = 0;
    this.words.length = 0;
    this.clauseEnds.length = 0;
    this.clauseDefect.length = 0;
    this.clauseResolve.length = 0;
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
    this.buffer.push(feature, start, end);
  }

  private findHits(text: string, sentence: Span, blocked: BlockedHit[] | null): Hit[] {
    const { lexicon } = this;
    this.count = 0;
    lexicon.trie.scan(text, sentence.start, sentence.end, this.collect);
    for (let i = sentence.start; i < sentence.end; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xff0c || code === 0x2c || code === 0xff1a || code === 0x3a) this.closeClause(i + 1);
    }
    this.closeClause(sentence.end);
    this.markDefects();
    const hits: Hit[] = [];
    this.collectPhrases(hits, blocked);
    this.collectPatterns(hits);
    hits.sort((a, b) => a.start - b.start || a.end - b.end || a.entry - b.entry);
    return hits;
  }

  private readonly collect = (term: number, start: number, end: number): void => {
    const at = this.count++;
    if (at >= this.terms.length) this.growHits();
    this.terms[at] = term;
    this.starts[at] = start;
    this.ends[at] = end;
    this.vetoed[at] = this.bounds.cuts(start, end) ? 1 : 0;
  };

  private growHits(): void {
    const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.terms = wider(this.terms);
    this.starts = wider(this.starts);
    this.ends = wider(this.ends);
    const vetoed = new Uint8Array(this.vetoed.length * 2);
    vetoed.set(this.vetoed);
    this.vetoed = vetoed;
  }

  private closeClause(end: number): void {
    this.clauseEnds.push(end);
    this.clauseDefect.push(false);
    this.clauseResolve.push(-1);
  }

  /** Finds the clauses that state a defect: a defect word that no longer phrase swallows and no resolving verb governs. */
  private markDefects(): void {
    const { uses } = this.lexicon;
    let clause = 0;
    let cover = -1;
    this.cueMask = 0;
    for (let i = 0; i < this.count; i++) {
      const start = this.starts[i] as number;
      const end = this.ends[i] as number;
      while (clause < this.clauseEnds.length - 1 && start >= (this.clauseEnds[clause] as number)) clause++;
      const use = uses[this.terms[i] as number];
      if (!use || this.vetoed[i] === 1) continue;
      const swallowing = use.cues.includes(neutralCue) || use.phrases.some((entry) => this.hidesCues(entry));
      if (use.cues.length > 0 && end > cover) {
        for (const cue of use.cues) {
          if (cue === defectCue) {
            if ((this.clauseResolve[clause] as number) >= 0) this.cueMask |= resolvedMask;
            else if (!this.coveredBy(i)) {
              this.clauseDefect[clause] = true;
              this.cueMask |= 1 << cue;
            }
          } else {
            if (cue === resolveCue && (this.clauseResolve[clause] as number) < 0)
              this.clauseResolve[clause] = start;
            this.cueMask |= 1 << cue;
          }
        }
      }
      if (swallowing && end > cover) cover = end;
    }
  }
  private cueMask = 0;

  private hidesCues(entry: number): boolean {
    const { layer, isProblem } = this.lexicon.entries[entry] as { layer: number; isProblem: boolean };
    return layer === 0 && !isProblem;
  }

  /** True where a longer match with the same start swallows hit `i`; longer ones come after shorter ones. */
  private coveredBy(i: number): boolean {
    const start = this.starts[i] as number;
    for (let j = i + 1; j < this.count && this.starts[j] === start; j++) {
      const use = this.lexicon.uses[this.terms[j] as number];
      if (
        use &&
        this.vetoed[j] === 0 &&
        (use.cues.includes(neutralCue) || use.phrases.some((e) => this.hidesCues(e)))
      )
        return true;
    }
    return false;
  }

  private clauseAt(position: number): number {
    return this.clauseFrom(0, position);
  }

  private stanceAt(start: number, isProblem: boolean): HitStance {
    const clause = this.clauseAt(start);
    const resolve = this.clauseResolve[clause] as number;
    if (isProblem) return resolve >= 0 && resolve < start ? 'resolved' : 'neutral';
    return this.clauseDefect[clause] ? 'defect' : 'neutral';
  }

  private collectPhrases(hits: Hit[], blocked: BlockedHit[] | null): void {
    const { uses, entries } = this.lexicon;
    const cover = [-1, -1, -1];
    const coverStart = [-1, -1, -1];
    for (let i = 0; i < this.count; i++) {
      const use = uses[this.terms[i] as number];
      if (!use || use.phrases.length === 0) continue;
      const start = this.starts[i] as number;
      const end = this.ends[i] as number;
      for (const entry of use.phrases) {
        const { layer, isProblem } = entries[entry] as { layer: number; isProblem: boolean };
        if (this.vetoed[i] === 1) {
          blocked?.push({ entry, start, end, reason: 'cutsWord', by: { start, end } });
          continue;
        }
        const longer = this.longerAt(i, layer);
        const by =
          end <= (cover[layer] as number)
            ? { start: coverStart[layer] as number, end: cover[layer] as number }
            : longer > end
              ? { start, end: longer }
              : null;
        if (by) {
          blocked?.push({ entry, start, end, reason: 'insideLonger', by });
          continue;
        }
        const blocker = this.blockerOf(i, entry);
        if (blocker) {
          blocked?.push({ entry, start, end, reason: 'unless', by: blocker });
          continue;
        }
        hits.push({ entry, start, end, stance: this.stanceAt(start, isProblem) });
      }
      if (this.vetoed[i] === 1) continue;
      for (const entry of use.phrases) {
        const layer = (entries[entry] as { layer: number }).layer;
        if (this.longerAt(i, layer) <= end && end > (cover[layer] as number)) {
          cover[layer] = end;
          coverStart[layer] = start;
        }
      }
    }
  }

  /** End of the longest phrase of the layer that starts where hit `i` starts. */
  private longerAt(i: number, layer: number): number {
    const start = this.starts[i] as number;
    let longest = -1;
    for (let j = i + 1; j < this.count && this.starts[j] === start; j++) {
      if (this.vetoed[j] === 1) continue;
      const use = this.lexicon.uses[this.terms[j] as number];
      if (use?.phrases.some((entry) => this.lexicon.entries[entry]?.layer === layer))
        longest = this.ends[j] as number;
    }
    return longest;
  }

  private blockerOf(i: number, entry: number): Span | null {
    const start = this.starts[i] as number;
    const end = this.ends[i] as number;
    // Only a match that begins at most the longest term's length before can reach over this one.
    let from = i;
    while (from > 0 && (this.starts[from - 1] as number) > end - this.longestTerm) from--;
    for (let j = from; j < this.count; j++) {
      if ((this.starts[j] as number) > start) break;
      if ((this.ends[j] as number) < end) continue;
      if (this.lexicon.uses[this.terms[j] as number]?.blocks.includes(entry))
        return { start: this.starts[j] as number, end: this.ends[j] as number };
    }
    return null;
  }

  private collectPatterns(hits: Hit[]): void {
    const { uses, patterns, entries } = this.lexicon;
    const touched: number[] = [];
    let complete = false;
    for (let i = 0; i < this.count; i++) {
      if (this.vetoed[i] === 1) continue;
      const slots = uses[this.terms[i] as number]?.slots;
      if (!slots) continue;
      for (const code of slots) {
        const number = code >> 3;
        if (this.masks[number] === 0) touched.push(number);
        const mask = (this.masks[number] as number) | (1 << (code & 7));
        this.masks[number] = mask;
        if (mask === patterns[number]?.full) complete = true;
      }
    }
    const full = complete ? touched.filter((number) => this.masks[number] === patterns[number]?.full) : [];
    for (const number of touched) this.masks[number] = 0;
    for (const number of full) {
      const compiled = patterns[number];
      const entry = compiled ? entries[compiled.entry] : undefined;
      if (!compiled || !entry) continue;
      const span = placePattern(compiled.pattern, this.slotHits(number));
      if (!span || this.patternBlocked(span, compiled.entry)) continue;
      if (hits.some((hit) => hit.entry === compiled.entry && hit.start <= span.start && hit.end >= span.end))
        continue;
      hits.push({ entry: compiled.entry, ...span, stance: this.stanceAt(span.start, entry.isProblem) });
    }
  }

  private patternBlocked(span: Span, entry: number): boolean {
    for (let j = 0; j < this.count; j++) {
      if ((this.starts[j] as number) > span.start || (this.ends[j] as number) < span.end) continue;
      if (this.lexicon.uses[this.terms[j] as number]?.blocks.includes(entry)) return true;
    }
    return false;
  }

  private slotHits(pattern: number): SlotHit[] {
    const found: SlotHit[] = [];
    for (let i = 0; i < this.count; i++) {
      if (this.vetoed[i] === 1) continue;
      for (const code of this.lexicon.uses[this.terms[i] as number]?.slots ?? []) {
        const at = slotOf(code);
        if (at.pattern !== pattern) continue;
        const start = this.starts[i] as number;
        found.push({ slot: at.slot, start, end: this.ends[i] as number, clause: this.clauseAt(start) });
      }
    }
    return found;
  }

  private addCues(): number {
    const mask = this.cueMask;
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
    let previous = -1;
    let previousStart = 0;
    let before = -1;
    let beforeStart = 0;
    let isFirst = true;
    let clause = 0;
    this.clauseClasses.length = 0;
    for (let i = first; i < last; i++) {
      const token = tokens[i] as string;
      const start = position;
      position += token.length;
      const code = token.charCodeAt(0);
      if (
        code < 0x30 ||
        (code > 0x3a && code < 0x41) ||
        (code >= 0x3000 && code < 0x3400) ||
        code >= 0xff00
      ) {
        previous = before = -1;
        continue;
      }
      if (code >= 0x4e00 && code <= 0x9fff) chinese += token.length;
      const nextClause = this.clauseFrom(clause, start);
      if (nextClause !== clause) this.clauseClasses.length = 0;
      clause = nextClause;
      this.addClasses(token, start, position);
      const word = table.word(code < 0x80 ? latinWord(token) : token);
      if (word < 0) {
        before = previous;
        beforeStart = previousStart;
        previous = -1;
        isFirst = false;
        continue;
      }
      this.words.push(word);
      this.add(table.one(wordKind, word), start, position);
      if (this.clauseDefect[clause]) this.add(table.one(defectKind, word), start, position);
      if (isFirst && start - sentence.start < 8) this.add(table.one(firstKind, word), start, position);
      isFirst = false;
      if (previous >= 0) this.add(table.two(pairKind, previous, word), previousStart, position);
      if (before >= 0) this.add(table.two(skipKind, before, word), beforeStart, position);
      before = previous;
      beforeStart = previousStart;
      previous = word;
      previousStart = start;
    }
    return chinese;
  }

  private clauseFrom(clause: number, position: number): number {
    let at = clause;
    while (at < this.clauseEnds.length - 1 && position >= (this.clauseEnds[at] as number)) at++;
    return at;
  }

  /** Classes of a word, and their pairs with the classes before it in the clause. */
  private addClasses(token: string, start: number, end: number): void {
    const { clauseClasses, frameFeatures } = this;
    const count = wordClasses.length;
    const classes = this.classifier.classesOf(token);
    const before = clauseClasses.length;
    for (const number of classes) {
      this.add(this.classFeatures[number] as number, start, end);
      for (let i = Math.max(0, before - 3 * longestFrame); i < before; i += 3)
        this.add(
          frameFeatures[(clauseClasses[i] as number) * count + number] as number,
          clauseClasses[i + 1] as number,
          end,
        );
      clauseClasses.push(number, start, end);
    }
  }

  private addForms(text: string, sentence: Span): void {
    const length = sentence.end - sentence.start;
    const size =
      length <= 8
        ? 0
        : length <= 14
          ? 1
          : length <= 25
            ? 2
            : length <= 45
              ? 3
              : length <= 80
                ? 4
                : length <= 130
                  ? 5
                  : 6;
    this.add(this.lengthFeatures[size] as number, -1, -1);
    if (this.clauseEnds.length > 3) this.add(this.plain.clauses, -1, -1);
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

const emptyWords = new Int32Array(0);
/** Beyond the cue kinds: a defect word governed by a resolving verb. */
const resolvedMask = 1 << 20;

/** Numbers of one length and kind are one word; Latin letters are compared in lower case. */
function latinWord(token: string): string {
  const code = token.charCodeAt(0);
  if (code <= 0x39)
    return token.includes('%') ? '#%' : token.length === 4 && token.startsWith('20') ? '#year' : '#';
  return token.toLowerCase();
}
