import type { Evidence } from '../../model';
import type { ParsedDocument, Span } from '../../text/model';
import { sectionOver } from '../../text/parseDocument';
import { weightByHand, type Compiled } from '../scoring/compiled';
import { joined, nowhere, Phrases } from './phrases';
import type { LearnedScores, Scorer } from '../scoring/score';
import type { SentenceEvidence } from '../evidence/sentenceEvidence';

/** Most reasons kept with one tag. */
const mostReasons = 8;

/** Contributions smaller than this are left out: they explain nothing. */
const leastWeight = 0.05;

/** In the keys by which features are sorted: most features of a sentence, and longest one told from longer ones. */
const mostFeatures = 2 ** 17;
const mostLength = 2 ** 10;

interface Reason {
  start: number;
  end: number;
  indicator: string;
  weight: number;
  /** Weight of the strongest part; it names the reason. */
  strongest: number;
}

/** Why a sentence has a tag. */
export interface Why {
  /** Strongest first; see {@link Reasons.of}. */
  readonly evidence: readonly Evidence[];
  /** See `Annotation.phrases`. */
  readonly phrases: readonly Span[];
}

/** Why the sentences of one version of a document score as they do. */
export class Reasons {
  /** Found for the tag at hand; kept, because most sentences have several tags, and most reasons are dropped. */
  private readonly found = new ReasonList();
  private readonly phrases = new Phrases();

  constructor(
    private readonly compiled: Compiled,
    private readonly document: ParsedDocument,
    private readonly evidence: readonly SentenceEvidence[],
    private readonly scorer: Scorer,
  ) {}

  /**
   * Why a sentence scores as it does for a target, strongest first. Contributions add up to the score's log-odds, but
   * for the bias of the category and for small ones left out: words inside an indicator's match count with the
   * indicator, words that overlap count together, what comes from headings stands on the heading.
   *
   * @param wantsPhrases Exports read evidence alone: without it, there are no phrases.
   */
  of(index: number, target: number, wantsPhrases: boolean): Why {
    const { compiled, document, found, phrases } = this;
    const { learned } = this.scorer.of(index);
    const column = compiled.targets[target]?.column ?? -1;
    const sentence = this.scorer.decidedBy(index, target);
    if (!sentence) return { evidence: [], phrases: [] };
    const offset = (document.sentences[index]?.start ?? 0) - (this.evidence[index]?.start ?? 0);
    const place = { start: sentence.start + offset, end: sentence.end + offset };
    found.clear();
    const numbering = document.sentences[index]?.numbering?.label.end ?? 0;
    phrases.clear(wantsPhrases ? { start: Math.max(place.start, numbering), end: place.end } : nowhere);
    for (const { entry, stance, start, end } of sentence.hits) {
      if (compiled.targetOf[entry] !== target) continue;
      const indicator = compiled.lexicon.entries[entry]?.indicator.id ?? '';
      const weight = compiled.isByHand[entry] ? weightByHand(compiled, entry, stance) : 0;
      found.add(start + offset, end + offset, indicator, weight, Infinity);
      phrases.add(start + offset, end + offset, weight);
    }
    const hits = found.length;
    const isLearned = learned !== null && column >= 0;
    if (isLearned) this.addLearned(learned, column, index, sentence, place);
    return {
      evidence: found.strongest().map(({ start, end, indicator, weight }) => ({
        start,
        end,
        text: document.text.slice(start, end),
        indicator,
        weight: Math.round(weight * 1000) / 1000,
      })),
      phrases: wantsPhrases ? this.phrasesWith(hits, isLearned) : [],
    };
  }

  /** @param hits How many of the first reasons found are indicators. */
  private phrasesWith(hits: number, isLearned: boolean): Span[] {
    const speaking = this.found.first(hits).filter(({ weight }) => weight > 0);
    // By hand, every indicator decides by itself.
    if (!isLearned) return joined(speaking);
    for (const { start, end } of speaking) this.phrases.addIndicator(start, end);
    return this.phrases.strongest(this.document.text);
  }

  private addLearned(
    learned: LearnedScores,
    column: number,
    index: number,
    sentence: SentenceEvidence,
    place: Span,
  ): void {
    const { layers, outerSteps } = learned.model;
    const step = outerSteps[column] as number;
    const leverage = layers.leverage(learned.open, column);
    const shares = leverage.of(sentence.features, 3);
    this.addWords(sentence, shares, step, place.start - sentence.start);
    let words = 0;
    let form = 0;
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i] as number;
      words += share;
      // What is true of a whole sentence stands nowhere in it.
      if ((sentence.features[i * 3 + 1] as number) < 0) form += share;
    }
    form += sumOf(leverage.of(learned.form, 1));
    const headings = sumOf(leverage.of(learned.inherited, 1));
    const add = (indicator: string, { start, end }: Span, share: number): void => {
      this.found.add(start, end, indicator, share * step, 0);
    };
    const heading = headingOf(this.document, index) ?? place;
    add('context:heading', heading, headings);
    add('context:document', place, leverage.ofSum(learned.document));
    add('context:form', place, form);
    add('context:paragraph', place, leverage.ofSum(learned.paragraph) - words);
  }

  /** Adds what the words say: to the indicators they are part of, else as reasons of their own. */
  private addWords(sentence: SentenceEvidence, shares: Int32Array, step: number, offset: number): void {
    const { features } = sentence;
    const { found } = this;
    const { names } = this.compiled.table;
    const indicators = found.length;
    let last: Reason | null = null;
    for (const place of inOrder(sentence)) {
      const weight = (shares[place] as number) * step;
      if (weight === 0) continue;
      const i = place * 3;
      const start = (features[i + 1] as number) + offset;
      const end = (features[i + 2] as number) + offset;
      this.phrases.add(start, end, weight);
      const holder = found.holder(indicators, start, end);
      if (holder) {
        holder.weight += weight;
        continue;
      }
      const strength = Math.abs(weight);
      const name = names[features[i] as number] ?? '';
      if (!last || start >= last.end) {
        last = found.add(start, end, name, weight, strength);
        continue;
      }
      last.end = Math.max(last.end, end);
      last.weight += weight;
      if (strength > last.strongest) {
        last.strongest = strength;
        last.indicator = name;
      }
    }
  }
}

function sumOf(shares: Int32Array): number {
  let sum = 0;
  for (const share of shares) sum += share;
  return sum;
}

/** Reasons of one tag at a time. They are used again for the next one, for each tag has dozens and shows a few. */
class ReasonList {
  length = 0;
  private readonly reasons: Reason[] = [];
  private readonly best: Reason[] = [];

  clear(): void {
    this.length = 0;
  }

  add(start: number, end: number, indicator: string, weight: number, strongest: number): Reason {
    let reason = this.reasons[this.length];
    if (!reason) this.reasons.push((reason = { start, end, indicator, weight, strongest }));
    else {
      reason.start = start;
      reason.end = end;
      reason.indicator = indicator;
      reason.weight = weight;
      reason.strongest = strongest;
    }
    this.length++;
    return reason;
  }

  /** The first `count` reasons; valid until the next change. */
  first(count: number): readonly Reason[] {
    return this.reasons.slice(0, count);
  }

  /** The first of the first `count` reasons that covers a stretch. */
  holder(count: number, start: number, end: number): Reason | null {
    for (let i = 0; i < count; i++) {
      const reason = this.reasons[i] as Reason;
      if (reason.start <= start && reason.end >= end) return reason;
    }
    return null;
  }

  /** Those that are shown, strongest first; valid until the next change. */
  strongest(): readonly Reason[] {
    const { best } = this;
    best.length = 0;
    for (let i = 0; i < this.length; i++) {
      const reason = this.reasons[i] as Reason;
      if (Math.abs(reason.weight) < leastWeight) continue;
      let at = best.length;
      for (; at > 0 && byStrength(reason, best[at - 1] as Reason) < 0; at--)
        if (at < mostReasons) best[at] = best[at - 1] as Reason;
      if (at < mostReasons) best[at] = reason;
    }
    return best;
  }
}

function byStrength(a: Reason, b: Reason): number {
  return Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start || a.end - b.end;
}

/** Which of a sentence's features stand somewhere in it, from left to right. */
function inOrder(sentence: SentenceEvidence): Int32Array {
  let { order } = sentence.worked;
  if (!order) {
    const { features } = sentence;
    const keys = new Float64Array(features.length / 3);
    let filled = 0;
    for (let i = 0; i < features.length; i += 3) {
      const start = features[i + 1] as number;
      if (start < 0) continue;
      const length = Math.min(mostLength - 1, (features[i + 2] as number) - start);
      keys[filled++] = (start * mostLength + length) * mostFeatures + i / 3;
    }
    order = Int32Array.from(keys.subarray(0, filled).sort(), (key) => key % mostFeatures);
    sentence.worked.order = order;
  }
  return order;
}

/** The heading over a sentence; over a heading, the one above it. */
function headingOf(document: ParsedDocument, index: number): Span | null {
  const place = document.sentences[index];
  if (!place) return null;
  const section = document.sections[sectionOver(document, place)];
  return (section && document.sentences[section.heading]) ?? null;
}
