import { isClauseEnd, isSentenceEnd } from '../../text/characters';
import type { Span } from '../../text/model';
import { speaking } from '../words/emptyWords';

/**
 * What a character must add, as a multiple of what the sentence's characters add on the average, to belong to a phrase.
 * Chosen, with the next three, on 3,345 tags of our own documents in which readers had marked the words that made the
 * coder give the code (decision 0034).
 */
const leastDensity = 0.6;

/** What a character of an indicator adds beside its share, in the same measure: it names what the category is about. */
const indicatorDensity = 1;

/** Most phrases of a tag, and how strong the second one must be beside the first. */
const mostPhrases = 2;
const leastOfStrongest = 0.6;

/** Where phrases end at the latest. */
function isClauseMark(code: number): boolean {
  return isClauseEnd(code) || isSentenceEnd(code);
}

/** Most characters that are added to a phrase for the other mark of a quotation or a bracket. */
const longestRest = 16;

const pairs = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['‘', '’'],
] as const;

/** No character stands there, so whatever is added is passed over. */
export const nowhere: Span = { start: 0, end: 0 };

interface Stretch {
  start: number;
  end: number;
  strength: number;
}

/**
 * The phrases of a sentence in which its words speak for a tag. What a word or a pair of words adds to the score is
 * spread over its characters; a phrase is the stretch of a clause in which they add most above {@link leastDensity}
 * (the maximum-sum subarray, Kadane's algorithm). Used again for one tag after the other.
 */
export class Phrases {
  private sentence: Span = nowhere;
  /** Per character: how much more it adds than the one before it. */
  private steps = new Float64Array(256);
  /** Per character: how many more indicators stand on it than on the one before it. */
  private indicators = new Int32Array(256);
  private isEmpty = true;

  /** Begins with another tag. @param sentence Where phrases may stand; {@link nowhere} where none are wanted. */
  clear(sentence: Span): void {
    this.sentence = sentence;
    this.isEmpty = true;
    const length = sentence.end - sentence.start + 1;
    if (this.steps.length < length) {
      this.steps = new Float64Array(2 * length);
      this.indicators = new Int32Array(2 * length);
    } else {
      this.steps.fill(0, 0, length);
      this.indicators.fill(0, 0, length);
    }
  }

  /** A stretch of the sentence adds something to the score, or takes it away. */
  add(start: number, end: number, weight: number): void {
    const { from, to } = this.inSentence(start, end);
    if (to <= from) return;
    this.steps[from]! += weight / (to - from);
    this.steps[to]! -= weight / (to - from);
    this.isEmpty = false;
  }

  /** A stretch of the sentence is an indicator that speaks for the tag. */
  addIndicator(start: number, end: number): void {
    const { from, to } = this.inSentence(start, end);
    if (to <= from) return;
    this.indicators[from]!++;
    this.indicators[to]!--;
  }

  private inSentence(start: number, end: number): { from: number; to: number } {
    const { sentence } = this;
    return {
      from: Math.max(start, sentence.start) - sentence.start,
      to: Math.min(end, sentence.end) - sentence.start,
    };
  }

  /**
   * The phrases, the strongest first; none where no words speak for the tag, or only empty ones.
   *
   * @param text Of the whole document.
   */
  strongest(text: string): Span[] {
    if (this.isEmpty) return [];
    const phrases: Span[] = [];
    let least = 0;
    for (const { start, end, strength } of this.ofClauses(text).sort(byStrength)) {
      if (strength < least) break;
      const words = speaking({ start, end, text: text.slice(start, end) });
      if (!words) continue;
      least = leastOfStrongest * (phrases.length === 0 ? strength : least);
      phrases.push(withItsMarks(text, words));
      if (phrases.length === mostPhrases) break;
    }
    return phrases;
  }

  /** The best stretch of each clause that has one. */
  private ofClauses(text: string): Stretch[] {
    const { start, end } = this.sentence;
    const average = this.sumUp();
    const toll = leastDensity * average;
    const bonus = indicatorDensity * average;
    const stretches: Stretch[] = [];
    let best: Stretch = { start, end: start, strength: 0 };
    let from = start;
    let sum = 0;
    let indicators = 0;
    for (let at = start; at < end; at++) {
      indicators += this.indicators[at - start] as number;
      if (isClauseMark(text.charCodeAt(at))) {
        if (best.strength > 0) stretches.push(best);
        best = { start: at, end: at, strength: 0 };
        sum = 0;
        continue;
      }
      if (sum <= 0) {
        sum = 0;
        from = at;
      }
      sum += (this.steps[at - start] as number) - toll + (indicators > 0 ? bonus : 0);
      if (sum > best.strength) {
        best.start = from;
        best.end = at + 1;
        best.strength = sum;
      }
    }
    if (best.strength > 0) stretches.push(best);
    return stretches;
  }

  /**
   * Makes of the steps what each character adds.
   *
   * @returns What one adds on the average, not counting what speaks against the tag.
   */
  private sumUp(): number {
    const { steps } = this;
    const length = this.sentence.end - this.sentence.start;
    let density = 0;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      density += steps[i] as number;
      steps[i] = density;
      if (density > 0) sum += density;
    }
    return sum / length;
  }
}

function byStrength(one: Stretch, other: Stretch): number {
  return other.strength - one.strength || one.start - other.start;
}

/** A quotation or a bracket of which a phrase holds one mark only is taken whole, unless it is long. */
function withItsMarks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  for (const [open, close] of pairs) {
    if (words.lastIndexOf(open) > words.lastIndexOf(close)) {
      const rest = text.slice(end, end + longestRest).indexOf(close);
      if (rest >= 0 && isOneClause(text, end, end + rest)) return { start, end: end + rest + 1 };
    }
    const first = words.indexOf(close);
    if (first >= 0 && !words.slice(0, first).includes(open)) {
      const before = Math.max(0, start - longestRest);
      const rest = text.slice(before, start).lastIndexOf(open);
      if (rest >= 0 && isOneClause(text, before + rest, start)) return { start: before + rest, end };
    }
  }
  return { start, end };
}

function isOneClause(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isClauseMark(text.charCodeAt(at))) return false;
  return true;
}

/** Stretches as phrases: overlapping ones joined, from left to right. */
export function joined(spans: readonly Span[]): Span[] {
  const phrases: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = phrases.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else phrases.push({ start, end });
  }
  return phrases;
}
