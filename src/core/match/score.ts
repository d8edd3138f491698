import type { ParsedDocument } from '../text/model';
import { annexList } from './annexList';
import { weightByHand, type Compiled } from './compiled';
import type { DocumentContext } from './context';
import type { SentenceEvidence } from './evidence';
import { isNoProblem, isSilent, type Frame } from './frames';
import { handBias } from './handWeights';
import { cueBits } from './matches';
import type { Model } from './modelFile';
import { Subject } from './subject';

/** What a sentence scores; holds until the next one is scored. */
export interface SentenceScores {
  /** Probability of each target. */
  readonly final: Float64Array;
  /** What the learned model says; null where the taxonomy has no model. */
  readonly learned: LearnedScores | null;
}

/** How the learned model comes to its scores for a sentence. Sums are of rows of the inner layer, one a hidden unit. */
export interface LearnedScores {
  readonly model: Model;
  /** 1 where the hidden unit is open in the sentence. */
  readonly open: Uint8Array;
  /** Features of the sentence's form and place. */
  readonly form: readonly number[];
  /** Sum of what its own words and the sentences next to it in its paragraph add. */
  readonly paragraph: Int32Array;
  /** Features that the headings over it hand down. */
  readonly inherited: readonly number[];
  /** Sum of what every sentence of the document shares. */
  readonly document: Int32Array;
}

/**
 * Scores the sentences of one version of a document for every target: the learned model where it knows the category,
 * weights set by hand elsewhere. One at a time, for a whole document's scores would take more memory than its text.
 */
export class Scorer {
  readonly context: DocumentContext;
  readonly subject: Subject;
  private readonly annexes: ReadonlySet<number>;
  private readonly scores: { readonly final: Float64Array; readonly learned: LearnedScorer | null };
  private readonly byHand: Float64Array;
  private readonly columns: Int32Array;
  private readonly biases: Float64Array;
  private readonly problems: readonly boolean[];
  private last = -1;

  constructor(
    private readonly compiled: Compiled,
    private readonly document: ParsedDocument,
    private readonly evidence: readonly SentenceEvidence[],
  ) {
    const { model, targets } = compiled;
    this.context = compiled.context.of(document, evidence);
    this.subject = new Subject(document, evidence);
    this.annexes = annexList(document);
    this.scores = {
      final: new Float64Array(targets.length),
      learned: model ? new LearnedScorer(compiled, model, document, this.context, evidence) : null,
    };
    this.byHand = new Float64Array(targets.length);
    this.columns = Int32Array.from(targets, ({ column }) => column);
    this.problems = targets.map(({ category }) => category.kind === 'P');
    this.biases = Float64Array.from(targets, ({ isPlain }) => handBias(isPlain));
  }

  /** @param index Of the sentence. */
  of(index: number): SentenceScores {
    const sentence = this.evidence[index];
    if (sentence && index !== this.last) this.score(index, sentence);
    return this.scores;
  }

  /** Frames in which the sentence or a part of it is read; offsets into the document. */
  framesOf(index: number): Frame[] {
    const sentence = this.evidence[index];
    const place = this.document.sentences[index];
    if (!sentence || !place) return [];
    const offset = place.start - sentence.start;
    const frames = sentence.frames.map(({ kind, start, end }) => ({
      kind,
      start: start + offset,
      end: end + offset,
    }));
    return this.annexes.has(index)
      ? [...frames, { kind: 'annex', start: place.start, end: place.end }]
      : frames;
  }

  private score(index: number, sentence: SentenceEvidence): void {
    const { compiled, byHand, columns } = this;
    const { final, learned } = this.scores;
    this.last = index;
    learned?.score(index, sentence);
    byHand.fill(0);
    for (const { entry, stance } of sentence.hits) {
      const target = compiled.targetOf[entry] ?? -1;
      if (target >= 0 && compiled.isByHand[entry]) byHand[target]! += weightByHand(compiled, entry, stance);
    }
    const isBarred = this.subject.bars(index) || this.annexes.has(index) || saysNothing(sentence);
    const isFree = isFreeOfProblems(sentence);
    for (let target = 0; target < final.length; target++) {
      const column = columns[target] as number;
      const weight = byHand[target] as number;
      if (learned && column >= 0)
        // What a user's own indicator says, the user knows to be on the subject.
        final[target] =
          (isBarred || (isFree && this.problems[target])) && weight === 0
            ? 0
            : (learned.probabilities[column] as number);
      else final[target] = weight === 0 ? 0 : logistic(weight + (this.biases[target] as number));
    }
  }
}

/** True where all of a sentence is asked about or withheld. */
function saysNothing({ frames, start, end }: SentenceEvidence): boolean {
  return frames.some((frame) => isSilent(frame) && frame.start <= start && frame.end >= end);
}

/** True where a sentence names defects only to say that they are none. */
function isFreeOfProblems({ frames, cues }: SentenceEvidence): boolean {
  return frames.length > 0 && (cues & cueBits.defect) === 0 && frames.some(isNoProblem);
}

class LearnedScorer implements LearnedScores {
  readonly open: Uint8Array;
  readonly form: number[] = [];
  paragraph: Int32Array;
  inherited: readonly number[] = [];
  readonly document: Int32Array;
  /** Per leaf. */
  readonly probabilities: Float64Array;
  private readonly sums: Float64Array;
  /** What is the same for every sentence. */
  private readonly shared: Int32Array;
  /** By the list of what headings hand down: what it adds to `shared`. */
  private readonly handed = new Map<readonly number[], Int32Array>();

  constructor(
    private readonly compiled: Compiled,
    readonly model: Model,
    private readonly parsed: ParsedDocument,
    private readonly context: DocumentContext,
    private readonly evidence: readonly SentenceEvidence[],
  ) {
    const { hidden } = model.layers;
    this.open = new Uint8Array(hidden);
    this.document = new Int32Array(hidden);
    this.paragraph = new Int32Array(hidden);
    this.sums = new Float64Array(model.leaves.length);
    this.probabilities = new Float64Array(model.leaves.length);
    model.layers.add(context.document, 1, this.document);
    this.shared = model.innerBias.map((bias, unit) => bias + (this.document[unit] as number));
  }

  score(index: number, sentence: SentenceEvidence): void {
    const { compiled, model, sums, probabilities, form } = this;
    const { outerBias, outerSteps } = model;
    this.inherited = compiled.context.inherited(this.parsed, this.context, index);
    this.paragraph = this.paragraphOf(index, sentence);
    form.length = 0;
    compiled.context.addSentence(this.parsed, this.context, index, sentence, form);
    model.layers.run(this.withHeadings(this.inherited), this.paragraph, form, this.open, sums);
    for (let column = 0; column < sums.length; column++)
      sums[column] =
        (outerBias[column] as number) + (outerSteps[column] as number) * (sums[column] as number);
    addByHand(compiled, sentence, sums);
    for (let column = 0; column < sums.length; column++)
      probabilities[column] = logistic(sums[column] as number);
  }

  private withHeadings(above: readonly number[]): Int32Array {
    let sums = this.handed.get(above);
    if (!sums) {
      sums = this.shared.slice();
      this.model.layers.add(above, 1, sums);
      this.handed.set(above, sums);
    }
    return sums;
  }

  /** Depends on the paragraph alone, so it is kept with the sentence's evidence: typing elsewhere leaves it valid. */
  private paragraphOf(index: number, { features, worked }: SentenceEvidence): Int32Array {
    if (worked.paragraph) return worked.paragraph;
    const { layers } = this.model;
    const around: number[] = [];
    this.compiled.context.addNeighbours(this.parsed, index, this.evidence, around);
    const sums = new Int32Array(layers.hidden);
    layers.add(features, 3, sums);
    layers.add(around, 1, sums);
    worked.paragraph = sums;
    return sums;
  }
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
