import type { Evidence } from '../model';
import type { ParsedDocument, Span } from '../text/model';
import { sectionOver } from '../text/parseDocument';
import { weightByHand, type Compiled } from './compiled';
import type { SentenceEvidence } from './evidence';
import type { Layers, Leverage } from './layers';
import { neighboursOf, type DocumentScores, type LearnedScores } from './score';

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

/** Why the sentences of one version of a document score as they do. */
export class Reasons {
  /** Sums of the rows of the form and place of the sentence asked for last: most have several tags. */
  private lastForm: { readonly index: number; readonly sums: Int32Array } | null = null;

  constructor(
    private readonly compiled: Compiled,
    private readonly document: ParsedDocument,
    private readonly evidence: readonly SentenceEvidence[],
    private readonly scores: DocumentScores,
  ) {}

  /**
   * Why a sentence scores as it does for a target, strongest first. Contributions add up to the score's log-odds, but
   * for the bias of the category and for small ones left out: words inside an indicator's match count with the
   * indicator, words that overlap count together, what comes from headings stands on the heading.
   */
  of(index: number, target: number): Evidence[] {
    const { compiled, document } = this;
    const { learned } = this.scores;
    const column = compiled.targets[target]?.column ?? -1;
    const sentence = this.evidence[index];
    const place = document.sentences[index];
    if (!sentence || !place) return [];
    const offset = place.start - sentence.start;
    const reasons: Reason[] = [];
    for (const { entry, stance, start, end } of sentence.hits) {
      if (compiled.targetOf[entry] !== target) continue;
      const indicator = compiled.lexicon.entries[entry]?.indicator.id ?? '';
      const weight = compiled.isByHand[entry] ? weightByHand(compiled, entry, stance) : 0;
      reasons.push({ start: start + offset, end: end + offset, indicator, weight, strongest: Infinity });
    }
    if (learned && column >= 0) {
      const { layers, outerSteps } = learned.model;
      const open = learned.open.subarray(index * layers.hidden, (index + 1) * layers.hidden);
      const leverage = layers.leverage(open, column);
      const step = outerSteps[column] as number;
      addWords(compiled, leverage, step, sentence, offset, reasons);
      this.addContext(learned, leverage, step, index, place, reasons);
    }
    return reasons
      .filter(({ weight }) => Math.abs(weight) >= leastWeight)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start || a.end - b.end)
      .slice(0, mostReasons)
      .map(({ start, end, indicator, weight }) => ({
        start,
        end,
        text: document.text.slice(start, end),
        indicator,
        weight: Math.round(weight * 1000) / 1000,
      }));
  }

  /** Reasons outside of the sentence's words: headings, the document, its form and place. */
  private addContext(
    learned: LearnedScores,
    leverage: Leverage,
    step: number,
    index: number,
    place: Span,
    reasons: Reason[],
  ): void {
    const push = (indicator: string, { start, end }: Span, share: number): void => {
      const weight = share * step;
      if (Math.abs(weight) >= leastWeight) reasons.push({ start, end, indicator, weight, strongest: 0 });
    };
    const above = this.compiled.context.inherited(this.document, this.scores.context, index);
    const fromHeadings = learned.inherited.get(above);
    push(
      'context:heading',
      headingOf(this.document, index) ?? place,
      fromHeadings ? leverage.ofSum(fromHeadings) : 0,
    );
    push('context:document', place, leverage.ofSum(learned.document));
    const { compiled, document, evidence } = this;
    const neighbours = neighboursOf(compiled, learned.model, document, evidence, index);
    push('context:form', place, leverage.ofSum(this.formOf(learned.model.layers, index)));
    push('context:paragraph', place, leverage.ofSum(neighbours));
  }

  private formOf(layers: Layers, index: number): Int32Array {
    if (this.lastForm?.index === index) return this.lastForm.sums;
    const { context } = this.compiled;
    const sentence = this.evidence[index];
    const features: number[] = [];
    if (sentence) {
      context.addSentence(this.document, this.scores.context, index, sentence, features);
      for (let i = 0; i < sentence.features.length; i += 3)
        if ((sentence.features[i + 1] as number) < 0) features.push(sentence.features[i] as number);
    }
    const sums = new Int32Array(layers.hidden);
    layers.add(features, 1, sums);
    this.lastForm = { index, sums };
    return sums;
  }
}

/** Adds what the words say: to the indicators they are part of, else as reasons of their own. */
function addWords(
  compiled: Compiled,
  leverage: Leverage,
  step: number,
  sentence: SentenceEvidence,
  offset: number,
  reasons: Reason[],
): void {
  const { features } = sentence;
  const indicators = [...reasons];
  const shares = leverage.of(features, 3);
  let last: Reason | null = null;
  for (const place of inOrder(sentence)) {
    const weight = (shares[place] as number) * step;
    if (weight === 0) continue;
    const i = place * 3;
    const feature = features[i] as number;
    const start = (features[i + 1] as number) + offset;
    const end = (features[i + 2] as number) + offset;
    const holder = holderOf(indicators, start, end);
    if (holder) {
      holder.weight += weight;
      continue;
    }
    const strength = Math.abs(weight);
    if (!last || start >= last.end) {
      last = { start, end, indicator: compiled.table.names[feature] ?? '', weight, strongest: strength };
      reasons.push(last);
      continue;
    }
    last.end = Math.max(last.end, end);
    last.weight += weight;
    if (strength > last.strongest) {
      last.strongest = strength;
      last.indicator = compiled.table.names[feature] ?? '';
    }
  }
}

/** The first match that covers a stretch. A loop, for it runs for every feature of every tag. */
function holderOf(indicators: readonly Reason[], start: number, end: number): Reason | null {
  for (const reason of indicators) if (reason.start <= start && reason.end >= end) return reason;
  return null;
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
