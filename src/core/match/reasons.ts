import type { Evidence } from '../model';
import type { ParsedDocument, Span } from '../text/model';
import { sectionOver } from '../text/parseDocument';
import { weightByHand, type Compiled } from './compiled';
import type { SentenceEvidence } from './evidence';
import type { LearnedScores, DocumentScores } from './score';

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

/**
 * Why a sentence scores as it does for a target, strongest first. Contributions add up to the score's log-odds, but
 * for the bias of the category and for small ones left out: words inside an indicator's match count with the
 * indicator, words that overlap count together, what comes from headings stands on the heading.
 */
export function reasonsFor(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
  scores: DocumentScores,
  index: number,
  target: number,
): Evidence[] {
  const column = compiled.targets[target]?.column ?? -1;
  const sentence = evidence[index];
  const place = document.sentences[index];
  if (!sentence || !place) return [];
  const offset = place.start - sentence.start;
  const reasons: Reason[] = [];
  const isKnown = scores.learned !== null && column >= 0;
  for (const { entry, stance, start, end } of sentence.hits) {
    if (compiled.targetOf[entry] !== target) continue;
    const indicator = compiled.lexicon.entries[entry]?.indicator.id ?? '';
    const weight = compiled.isByHand[entry] ? weightByHand(compiled, entry, stance) : 0;
    reasons.push({ start: start + offset, end: end + offset, indicator, weight, strongest: Infinity });
  }
  if (isKnown && scores.learned) {
    const weigh = leverage(scores.learned, index, column);
    addWords(compiled, weigh, sentence, offset, reasons);
    addContext(compiled, document, scores, scores.learned, weigh, evidence, index, reasons);
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

/** What features add to the log-odds of one leaf in one sentence, in steps of {@link Leverage.step}. */
interface Leverage {
  readonly step: number;
  /** Of every feature in a list where they stand `apart` places apart. */
  of(features: ArrayLike<number>, apart: number): Int32Array;
  /** Of several features at once, given as the sum of their rows in the inner layer. */
  ofSum(rows: Int32Array): number;
}

/** Exact: the network is linear for the hidden units open in this sentence. */
function leverage({ model, open }: LearnedScores, index: number, column: number): Leverage {
  const { layers, outerSteps } = model;
  const here = open.subarray(index * layers.hidden, (index + 1) * layers.hidden);
  return {
    step: outerSteps[column] as number,
    of: (features, apart) => layers.share(features, apart, here, column),
    ofSum: (rows) => layers.shareOfSum(rows, here, column),
  };
}

/** Adds what the words say: to the indicators they are part of, else as reasons of their own. */
function addWords(
  compiled: Compiled,
  weigh: Leverage,
  sentence: SentenceEvidence,
  offset: number,
  reasons: Reason[],
): void {
  const { features } = sentence;
  const indicators = [...reasons];
  const shares = weigh.of(features, 3);
  let last: Reason | null = null;
  for (const place of inOrder(sentence)) {
    const weight = (shares[place] as number) * weigh.step;
    if (weight === 0) continue;
    const i = place * 3;
    const feature = features[i] as number;
    const start = (features[i + 1] as number) + offset;
    const end = (features[i + 2] as number) + offset;
    const holder = indicators.find((reason) => reason.start <= start && reason.end >= end);
    if (holder) {
      holder.weight += weight;
      continue;
    }
    const strength = Math.abs(weight);
    const indicator = compiled.table.names[feature] ?? '';
    if (!last || start >= last.end) {
      last = { start, end, indicator, weight, strongest: strength };
      reasons.push(last);
      continue;
    }
    last.end = Math.max(last.end, end);
    last.weight += weight;
    if (strength > last.strongest) {
      last.strongest = strength;
      last.indicator = indicator;
    }
  }
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

/** Reasons outside of the sentence's words: headings, the document, its form and place. */
function addContext(
  compiled: Compiled,
  document: ParsedDocument,
  scores: DocumentScores,
  learned: LearnedScores,
  weigh: Leverage,
  evidence: readonly SentenceEvidence[],
  index: number,
  reasons: Reason[],
): void {
  const place = document.sentences[index];
  const sentence = evidence[index];
  if (!place || !sentence) return;
  const heading = headingOf(document, index);
  const push = (indicator: string, span: Span, share: number): void => {
    reasons.push({ start: span.start, end: span.end, indicator, weight: share * weigh.step, strongest: 0 });
  };
  const inherited = compiled.context.inherited(document, scores.context, index);
  const fromHeadings = learned.inherited.get(inherited);
  push('context:heading', heading ?? place, fromHeadings ? weigh.ofSum(fromHeadings) : 0);
  push('context:document', place, weigh.ofSum(learned.document));
  const own: number[] = [];
  compiled.context.addSentence(document, scores.context, index, sentence, own);
  for (let i = 0; i < sentence.features.length; i += 3)
    if ((sentence.features[i + 1] as number) < 0) own.push(sentence.features[i] as number);
  push('context:form', place, sumOf(weigh.of(own, 1)));
  const neighbours: number[] = [];
  compiled.context.addNeighbours(document, index, evidence, neighbours);
  push('context:paragraph', place, sumOf(weigh.of(neighbours, 1)));
}

function sumOf(shares: Int32Array): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

/** The heading over a sentence; over a heading, the one above it. */
function headingOf(document: ParsedDocument, index: number): Span | null {
  const place = document.sentences[index];
  if (!place) return null;
  const section = document.sections[sectionOver(document, place)];
  return (section && document.sentences[section.heading]) ?? null;
}
