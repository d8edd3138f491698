import type { ParsedDocument } from '../text/model';
import { weightByHand, type Compiled } from './compiled';
import type { DocumentContext } from './context';
import type { SentenceEvidence } from './evidence';
import { handBias } from './handWeights';
import type { Model } from './modelFile';
import { Subject } from './subject';

/** Sentences scored before others get a turn: well below a millisecond each. */
export const sentencesPerSlice = 32;

/** Scores of a whole document for every target of an environment. */
export interface DocumentScores {
  readonly context: DocumentContext;
  readonly subject: Subject;
  /** What the learned model says; null where the taxonomy has no model. */
  readonly learned: LearnedScores | null;
  /** Probability, `sentences × targets`. */
  readonly final: Float64Array;
}

export interface LearnedScores {
  readonly model: Model;
  /** Probabilities, `sentences × leaves`. */
  readonly probabilities: Float64Array;
  /** 1 where the hidden unit is open in the sentence, `sentences × hidden`. */
  readonly open: Uint8Array;
  /** Sum of the rows of what every sentence of the document shares. */
  readonly document: Int32Array;
  /** Sums of the rows of what headings hand down, by the list of those features. */
  readonly inherited: ReadonlyMap<readonly number[], Int32Array>;
}

/**
 * Scores every sentence for every target: the learned model where it knows the category, weights set by hand
 * elsewhere. Yields now and then.
 */
export function* scoreDocument(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
): Generator<void, DocumentScores> {
  const { model, targets } = compiled;
  const context = compiled.context.of(document, evidence);
  const subject = new Subject(document, evidence);
  const learned = model ? yield* scoreLearned(compiled, model, document, context, evidence) : null;
  const final = new Float64Array(evidence.length * targets.length);
  const byHand = new Float64Array(targets.length);
  const columns = Int32Array.from(targets, ({ column }) => column);
  const biases = Float64Array.from(targets, ({ isPlain }) => handBias(isPlain));
  for (const [index, sentence] of evidence.entries()) {
    if (index % sentencesPerSlice === sentencesPerSlice - 1) yield;
    byHand.fill(0);
    for (const { entry, stance } of sentence.hits) {
      const target = compiled.targetOf[entry] ?? -1;
      if (target >= 0 && compiled.isByHand[entry]) byHand[target]! += weightByHand(compiled, entry, stance);
    }
    const isBarred = subject.bars(index);
    const row = index * targets.length;
    for (let target = 0; target < targets.length; target++) {
      const column = columns[target] as number;
      const weight = byHand[target] as number;
      if (learned && column >= 0) {
        // What a user's own indicator says, the user knows to be on the subject.
        if (isBarred && weight === 0) continue;
        final[row + target] = learned.probabilities[index * learned.model.leaves.length + column] as number;
      } else if (weight !== 0) final[row + target] = logistic(weight + (biases[target] as number));
    }
  }
  return { context, subject, learned, final };
}

function* scoreLearned(
  compiled: Compiled,
  model: Model,
  document: ParsedDocument,
  context: DocumentContext,
  evidence: readonly SentenceEvidence[],
): Generator<void, LearnedScores> {
  const { layers, innerBias, outerSteps, outerBias } = model;
  const { hidden } = layers;
  const count = model.leaves.length;
  const probabilities = new Float64Array(evidence.length * count);
  const open = new Uint8Array(evidence.length * hidden);
  const shared = new Int32Array(hidden);
  layers.add(context.document, 1, shared);
  const base = innerBias.map((bias, unit) => bias + (shared[unit] as number));
  const inherited = new Map<readonly number[], Int32Array>();
  const states = new Int32Array(hidden);
  const sums = new Float64Array(count);
  const own: number[] = [];
  for (const [index, sentence] of evidence.entries()) {
    if (index % sentencesPerSlice === sentencesPerSlice - 1) yield;
    const above = compiled.context.inherited(document, context, index);
    let handed = inherited.get(above);
    if (!handed) {
      handed = new Int32Array(hidden);
      layers.add(above, 1, handed);
      inherited.set(above, handed);
    }
    addUp(
      base,
      handed,
      stateOf(model, sentence),
      neighboursOf(compiled, model, document, evidence, index),
      states,
    );
    own.length = 0;
    compiled.context.addSentence(document, context, index, sentence, own);
    layers.run(states, own, open.subarray(index * hidden, (index + 1) * hidden), sums);
    for (let column = 0; column < count; column++)
      sums[column] =
        (outerBias[column] as number) + (outerSteps[column] as number) * (sums[column] as number);
    addByHand(compiled, sentence, sums);
    for (let column = 0; column < count; column++)
      probabilities[index * count + column] = logistic(sums[column] as number);
  }
  return { model, probabilities, open, document: shared, inherited };
}

function addUp(
  base: Int32Array,
  handed: Int32Array,
  words: Int32Array,
  around: Int32Array,
  states: Int32Array,
): void {
  for (let unit = 0; unit < states.length; unit++)
    states[unit] =
      (base[unit] as number) + (handed[unit] as number) + (words[unit] as number) + (around[unit] as number);
}

/** What a sentence's own words add at the hidden units; kept as long as its evidence is. */
function stateOf({ layers }: Model, sentence: SentenceEvidence): Int32Array {
  let { state } = sentence.worked;
  if (!state) {
    state = new Int32Array(layers.hidden);
    layers.add(sentence.features, 3, state);
    sentence.worked.state = state;
  }
  return state;
}

/**
 * What the sentences next to a sentence in its paragraph add at the hidden units. It depends on the paragraph alone, so
 * it is kept with the sentence's evidence: typing elsewhere leaves it valid.
 */
export function neighboursOf(
  { context }: Compiled,
  { layers }: Model,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
  index: number,
): Int32Array {
  const worked = evidence[index]?.worked;
  if (worked?.neighbours) return worked.neighbours;
  const features: number[] = [];
  context.addNeighbours(document, index, evidence, features);
  const sums = new Int32Array(layers.hidden);
  layers.add(features, 1, sums);
  if (worked) worked.neighbours = sums;
  return sums;
}

/** A user's own indicator of a learned category speaks for it beside the model. */
function addByHand(compiled: Compiled, { hits }: SentenceEvidence, sums: Float64Array): void {
  for (const { entry, stance } of hits) {
    const column = compiled.targets[compiled.targetOf[entry] ?? -1]?.column ?? -1;
    if (column < 0 || !compiled.isByHand[entry]) continue;
    sums[column]! += weightByHand(compiled, entry, stance);
  }
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
