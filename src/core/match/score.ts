import type { ParsedDocument } from '../text/model';
import { weightByHand, type Compiled } from './compiled';
import type { DocumentContext } from './context';
import type { SentenceEvidence } from './evidence';
import { handBias } from './handWeights';
import type { Model } from './modelFile';
import { contextSize, Surroundings } from './neighbours';

/** Scores of a whole document for every target of an environment. */
export interface DocumentScores {
  readonly context: DocumentContext;
  /** What the learned model says; null where the taxonomy has no model. */
  readonly learned: LearnedScores | null;
  /** Final probability, `sentences × targets`. */
  readonly final: Float64Array;
}

export interface LearnedScores {
  readonly model: Model;
  /** First-step probabilities, `sentences × columns`. */
  readonly first: Float64Array;
  readonly surroundings: Surroundings;
}

/** Scores every sentence for every target: the learned model where it knows the category, weights set by hand elsewhere. */
export function scoreDocument(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
): DocumentScores {
  const { model, targets } = compiled;
  const context = compiled.context.of(document, evidence);
  const learned = model ? scoreLearned(compiled, model, document, context, evidence) : null;
  const final = new Float64Array(evidence.length * targets.length);
  const inputs = new Float64Array(contextSize);
  const byHand = new Float64Array(targets.length);
  evidence.forEach((sentence, index) => {
    byHand.fill(0);
    for (const { entry, stance } of sentence.hits) {
      const target = compiled.targetOf[entry] ?? -1;
      if (target >= 0 && compiled.isByHand[entry]) byHand[target]! += weightByHand(compiled, entry, stance);
    }
    targets.forEach(({ category, column }, target) => {
      const row = index * targets.length + target;
      if (learned && column >= 0) {
        learned.surroundings.fill(index, column, inputs);
        final[row] = logistic(secondStep(learned.model, column, inputs));
      } else {
        const weight = byHand[target] as number;
        const isPlain = category.kind === 'A' || category.kind === 'T' || category.kind === 'M';
        final[row] = weight === 0 ? 0 : logistic(weight + handBias(isPlain));
      }
    });
  });
  return { context, learned, final };
}

/** Log-odds of the second step. */
function secondStep(model: Model, column: number, inputs: Float64Array): number {
  const weights = secondWeights(model, column);
  let sum = weights[contextSize] as number;
  for (let k = 0; k < contextSize; k++) sum += (weights[k] as number) * (inputs[k] as number);
  return sum;
}

/** Weights of the second step for a leaf's kind. */
export function secondWeights(model: Model, column: number): Float64Array {
  return model.leaves[column]?.startsWith('P') ? model.second.problem : model.second.remedy;
}

function scoreLearned(
  compiled: Compiled,
  model: Model,
  document: ParsedDocument,
  context: DocumentContext,
  evidence: readonly SentenceEvidence[],
): LearnedScores {
  const { count } = model.columns;
  const first = new Float64Array(evidence.length * count);
  const sums = new Float64Array(count);
  const shared = new Float64Array(count);
  addFeatures(model, context.document, shared);
  const inherited = new Map<readonly number[], Float64Array>();
  const own: number[] = [];
  evidence.forEach((sentence, index) => {
    sums.set(model.bias);
    for (let column = 0; column < count; column++) sums[column]! += shared[column] as number;
    const above = compiled.context.inherited(document, context, index);
    let sum = inherited.get(above);
    if (!sum) {
      sum = new Float64Array(count);
      addFeatures(model, above, sum);
      inherited.set(above, sum);
    }
    for (let column = 0; column < count; column++) sums[column]! += sum[column] as number;
    for (let i = 0; i < sentence.features.length; i += 3)
      addFeature(model, sentence.features[i] as number, sums);
    own.length = 0;
    compiled.context.addSentence(document, context, index, sentence, own);
    addFeatures(model, own, sums);
    for (const { entry, stance } of sentence.hits) {
      const column = compiled.targets[compiled.targetOf[entry] ?? -1]?.column ?? -1;
      if (column < 0 || !compiled.isByHand[entry]) continue;
      // A user's own indicator of a learned category speaks for its group and kind too.
      const weight = weightByHand(compiled, entry, stance);
      for (const at of [column, model.columns.group[column], model.columns.kind[column]])
        sums[at as number]! += weight;
    }
    for (let column = 0; column < count; column++)
      first[index * count + column] = logistic(sums[column] as number);
  });
  return { model, first, surroundings: new Surroundings(document, first, model.columns) };
}

function addFeatures(model: Model, features: readonly number[], sums: Float64Array): void {
  for (const feature of features) addFeature(model, feature, sums);
}

function addFeature(model: Model, feature: number, sums: Float64Array): void {
  const { weights, columns } = model;
  const at = feature * columns.count;
  for (let column = 0; column < columns.count; column++) sums[column]! += weights[at + column] as number;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
