import { countWhile } from '../../bisect';
import { isClauseEnd } from '../../text/characters';
import type { Span } from '../../text/model';
import { cueKinds, type CueKind } from '../stance/cues';
import { Cover } from '../stance/cover';
import { framesOf, isNoProblem, isSilent, type Frame } from '../stance/frames';
import type { CountedCue, Hit, HitStance, BlockedHit, MatchTrace } from './hits';
import { patternOf, slotOf, type Lexicon, type LexiconEntry } from './lexicon';
import { placePattern, type SlotHit } from './patterns';
import { TokenBounds } from './veto';

const bit = (kind: CueKind): number => 1 << cueKinds.indexOf(kind);
/** Bits of {@link SentenceEvidence.cues}. */
export const cueBits = {
  defect: bit('defect'),
  measure: bit('measure'),
} as const;
const neutralCue = cueKinds.indexOf('neutral');
const defectCue = cueKinds.indexOf('defect');
const resolveCue = cueKinds.indexOf('resolve');

/** What a term is good for, as bits, so that most matches are passed over with one look. */
const isCue = 1;
/** It hides cues that stand inside it. */
const hides = 2;
const isSlot = 4;
const isPhrase = 8;
const blocks = 16;

/** Beyond the cue kinds: a defect word governed by a resolving verb. */
export const resolvedMask = 1 << 20;

/** Of a sentence without frames, as most are. */
const nowhere = new Cover([]);

/**
 * Finds the indicators and the cues of stance in one sentence after the other: the longest phrase wins, a match that
 * cuts through a word does not count. Holds buffers, so one finder serves one analysis at a time.
 */
export class MatchFinder {
  private readonly bounds = new TokenBounds();
  private terms = new Int32Array(1024);
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private vetoed = new Uint8Array(1024);
  private count = 0;
  /** Ends of the sentence's clauses, and whether each states a defect. */
  readonly clauseEnds: number[] = [];
  readonly clauseDefect: boolean[] = [];
  /** A bit per cue kind, and {@link resolvedMask}. */
  cueMask = 0;
  /** Stretches of the sentence in which a defect or a measure is not stated. */
  frames: readonly Frame[] = [];
  /** Where nothing counts, and where a defect is none. */
  private silent = nowhere;
  private harmless = nowhere;
  private readonly defects: Span[] = [];
  private readonly clauseResolve: number[] = [];
  /** Per pattern: which slots are filled, as bits, and which there are. */
  private readonly masks: Uint8Array;
  private readonly full: Uint8Array;
  /** Slots of all terms one after the other, as in {@link TermUse.slots}, and where those of each begin. */
  private readonly slotCodes: Int32Array;
  private readonly firstSlot: Int32Array;
  /** Per term: what it is good for. */
  private readonly purposes: Uint8Array;
  private keepsVetoed = false;
  /** Patterns of which a slot is filled in the sentence at hand, in the order in which that was seen. */
  private readonly touched: Int32Array;
  private readonly longestTerm: number;

  constructor(private readonly lexicon: Lexicon) {
    this.masks = new Uint8Array(lexicon.patterns.length);
    this.full = Uint8Array.from(lexicon.patterns, ({ full }) => full);
    this.touched = new Int32Array(lexicon.patterns.length);
    this.slotCodes = Int32Array.from(lexicon.uses.flatMap(({ slots }) => slots));
    this.firstSlot = new Int32Array(lexicon.uses.length + 1);
    lexicon.uses.forEach(({ slots }, term) => {
      this.firstSlot[term + 1] = (this.firstSlot[term] as number) + slots.length;
    });
    this.longestTerm = lexicon.terms.reduce((longest, { length }) => Math.max(longest, length), 0);
    this.purposes = Uint8Array.from(
      lexicon.uses,
      ({ cues, phrases, slots, blocks: blocked }) =>
        (cues.length > 0 ? isCue : 0) |
        (cues.includes(neutralCue) || phrases.some((entry) => this.hidesCues(entry)) ? hides : 0) |
        (slots.length > 0 ? isSlot : 0) |
        (phrases.length > 0 ? isPhrase : 0) |
        (blocked.length > 0 ? blocks : 0),
    );
  }

  /** Prepares for a block: where its tokens begin and end. */
  setTokens(tokens: readonly string[], from: number, to: number, length: number): void {
    this.bounds.set(tokens, from, to, length);
  }

  /** The matches of one sentence, by start. */
  find(text: string, sentence: Span, trace: MatchTrace | null): Hit[] {
    const { lexicon } = this;
    this.count = 0;
    this.keepsVetoed = trace !== null;
    this.clauseEnds.length = 0;
    this.clauseDefect.length = 0;
    this.clauseResolve.length = 0;
    lexicon.trie.scan(text, sentence.start, sentence.end, this.collect);
    for (let i = sentence.start; i < sentence.end; i++) {
      const code = text.charCodeAt(i);
      if (isClauseEnd(code)) this.closeClause(i + 1);
    }
    this.closeClause(sentence.end);
    this.readStance(text, sentence, trace?.cues ?? null);
    const hits: Hit[] = [];
    this.collectPhrases(hits, trace?.blocked ?? null);
    this.collectPatterns(hits);
    if (hits.length > 1) hits.sort((a, b) => a.start - b.start || a.end - b.end || a.entry - b.entry);
    return hits;
  }

  private readonly collect = (term: number, start: number, end: number): void => {
    const isVetoed = this.bounds.cuts(start, end);
    // Of those only blockers count, unless it is asked what was vetoed.
    if (isVetoed && !this.keepsVetoed && ((this.purposes[term] as number) & blocks) === 0) return;
    const at = this.count++;
    if (at >= this.terms.length) this.growMatches();
    this.terms[at] = term;
    this.starts[at] = start;
    this.ends[at] = end;
    this.vetoed[at] = isVetoed ? 1 : 0;
  };

  private growMatches(): void {
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

  /** Marks the defects; where frames are found, which takes the defects that count without them, once more. */
  private readStance(text: string, sentence: Span, counted: CountedCue[] | null): void {
    const before = counted?.length ?? 0;
    this.silent = this.harmless = nowhere;
    this.markDefects(counted);
    this.frames = framesOf(text, sentence, this.clauseEnds, this.defects);
    if (this.frames.length === 0) return;
    this.silent = new Cover(this.frames.filter(isSilent));
    this.harmless = new Cover(this.frames.filter(isNoProblem));
    if (counted) counted.length = before;
    this.clauseDefect.fill(false);
    this.clauseResolve.fill(-1);
    this.markDefects(counted);
  }

  /** Whether a stretch lies where nothing counts. */
  isSilent(start: number, end: number): boolean {
    return this.silent.holds(start, end);
  }

  private isNoProblem(start: number): boolean {
    return this.harmless.holds(start, start + 1);
  }

  /** Finds the clauses that state a defect: a defect word that no longer phrase swallows and no resolving verb governs. */
  private markDefects(counted: CountedCue[] | null): void {
    const { uses } = this.lexicon;
    let clause = 0;
    let cover = -1;
    this.cueMask = 0;
    this.defects.length = 0;
    for (let i = 0; i < this.count; i++) {
      const term = this.terms[i] as number;
      const purpose = this.purposes[term] as number;
      if ((purpose & (isCue | hides)) === 0 || this.vetoed[i] === 1) continue;
      const start = this.starts[i] as number;
      const end = this.ends[i] as number;
      clause = this.clauseFrom(clause, start);
      const isCueHere = (purpose & isCue) !== 0 && end > cover && !this.bounds.isInside(start, end);
      if (isCueHere && !this.isSilent(start, end)) {
        for (const cue of uses[term]?.cues ?? []) {
          if (cue === defectCue) {
            if ((this.clauseResolve[clause] as number) >= 0) this.cueMask |= resolvedMask;
            else if (!this.isCovered(i) && !this.isNoProblem(start)) {
              this.clauseDefect[clause] = true;
              this.defects.push({ start, end });
              this.cueMask |= 1 << cue;
              counted?.push({ kind: 'defect', start, end });
            }
          } else {
            if (cue === resolveCue && (this.clauseResolve[clause] as number) < 0)
              this.clauseResolve[clause] = start;
            this.cueMask |= 1 << cue;
            counted?.push({ kind: cueKinds[cue] as CueKind, start, end });
          }
        }
      }
      if ((purpose & hides) !== 0 && end > cover) cover = end;
    }
  }

  private hidesCues(entry: number): boolean {
    const { layer, isProblem } = this.lexicon.entries[entry] as LexiconEntry;
    return layer === 0 && !isProblem;
  }

  /** True where a longer match with the same start swallows match `i`; longer ones come after shorter ones. */
  private isCovered(i: number): boolean {
    const start = this.starts[i] as number;
    for (let j = i + 1; j < this.count && this.starts[j] === start; j++) {
      if (this.vetoed[j] === 0 && ((this.purposes[this.terms[j] as number] as number) & hides) !== 0)
        return true;
    }
    return false;
  }

  /** The clause of a position; the last one behind the sentence. */
  private clauseAt(position: number): number {
    const clause = countWhile(this.clauseEnds, (end) => end <= position);
    return Math.min(clause, this.clauseEnds.length - 1);
  }

  private stanceAt(start: number, isProblem: boolean): HitStance {
    const clause = this.clauseAt(start);
    const resolve = this.clauseResolve[clause] as number;
    if (isProblem)
      return (resolve >= 0 && resolve < start) || this.isNoProblem(start) ? 'resolved' : 'neutral';
    return this.clauseDefect[clause] ? 'defect' : 'neutral';
  }

  private collectPhrases(hits: Hit[], blocked: BlockedHit[] | null): void {
    const { uses, entries } = this.lexicon;
    const cover = [-1, -1, -1];
    const coverStart = [-1, -1, -1];
    for (let i = 0; i < this.count; i++) {
      const term = this.terms[i] as number;
      if (((this.purposes[term] as number) & isPhrase) === 0) continue;
      const phrases = uses[term]?.phrases ?? [];
      const start = this.starts[i] as number;
      const end = this.ends[i] as number;
      for (const entry of phrases) {
        const { layer, isProblem } = entries[entry] as LexiconEntry;
        if (layer === 0 && this.isSilent(start, end)) continue;
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
      for (const entry of phrases) {
        const { layer } = entries[entry] as LexiconEntry;
        if (this.longerAt(i, layer) <= end && end > (cover[layer] as number)) {
          cover[layer] = end;
          coverStart[layer] = start;
        }
      }
    }
  }

  /** End of the longest phrase of the layer that starts where match `i` starts. */
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
    while (from > 0 && (this.starts[from - 1] as number) >= end - this.longestTerm) from--;
    for (let j = from; j < this.count; j++) {
      if ((this.starts[j] as number) > start) break;
      if ((this.ends[j] as number) < end) continue;
      if (this.lexicon.uses[this.terms[j] as number]?.blocks.includes(entry))
        return { start: this.starts[j] as number, end: this.ends[j] as number };
    }
    return null;
  }

  private collectPatterns(hits: Hit[]): void {
    const { patterns, entries } = this.lexicon;
    const full = this.fullPatterns();
    if (!full) return;
    for (const number of full) {
      const compiled = patterns[number];
      const entry = compiled ? entries[compiled.entry] : undefined;
      if (!compiled || !entry) continue;
      const words = this.slotHits(number);
      const span = placePattern(compiled.pattern, words);
      if (!span || this.patternBlocked(span, compiled.entry)) continue;
      if (entry.layer === 0 && this.isSilent(span.start, span.end)) continue;
      if (hits.some((hit) => hit.entry === compiled.entry && hit.start <= span.start && hit.end >= span.end))
        continue;
      const stance = this.stanceAt(span.start, entry.isProblem);
      // The shortest stretch may end with 缺 in 缺口: whoever reads it sees whole words.
      hits.push({ entry: compiled.entry, ...this.bounds.wholeWords(span, words), stance });
    }
  }

  /** Patterns of which every slot is filled, in the order in which the first was; null where there is none. */
  private fullPatterns(): readonly number[] | null {
    const { masks, full, slotCodes, firstSlot, touched, purposes } = this;
    let seen = 0;
    let isAnyFull = false;
    for (let i = 0; i < this.count; i++) {
      const term = this.terms[i] as number;
      if (((purposes[term] as number) & isSlot) === 0 || this.vetoed[i] === 1) continue;
      const end = firstSlot[term + 1] as number;
      for (let k = firstSlot[term] as number; k < end; k++) {
        const code = slotCodes[k] as number;
        const number = patternOf(code);
        const before = masks[number] as number;
        const mask = before | (1 << slotOf(code));
        if (before === 0) touched[seen++] = number;
        masks[number] = mask;
        if (mask === full[number]) isAnyFull = true;
      }
    }
    const list = isAnyFull
      ? Array.from(touched.subarray(0, seen)).filter((number) => masks[number] === full[number])
      : null;
    for (let k = 0; k < seen; k++) masks[touched[k] as number] = 0;
    return list;
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
        if (patternOf(code) !== pattern) continue;
        const start = this.starts[i] as number;
        found.push({ slot: slotOf(code), start, end: this.ends[i] as number, clause: this.clauseAt(start) });
      }
    }
    return found;
  }

  /** The clause of a position, at or after the given one. */
  clauseFrom(clause: number, position: number): number {
    let at = clause;
    while (at < this.clauseEnds.length - 1 && position >= (this.clauseEnds[at] as number)) at++;
    return at;
  }
}
