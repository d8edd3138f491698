import { annexList } from '../../text/outline/annexes';
import { isRemedyKind } from '../../taxonomy/kinds';
import type { CategoryKind } from '../../taxonomy/model';
import type { ParsedDocument } from '../../text/model';
import { weightByHand, type Compiled } from './compiled';
import { neighboursOf, type DocumentContext } from './context';
import { isNoProblem, isSilent, type Frame } from '../stance/frames';
import { handBias } from './handWeights';
import { cueBits } from '../indicators/matches';
import type { Model } from './modelFile';
import type { SentenceEvidence, Sides } from '../evidence/sentenceEvidence';
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
  private readonly kinds: readonly CategoryKind[];
  private last = -1;
  /** What the learned model has scored last, and in which sentence: equal paragraphs may share their evidence. */
  private lastRead: SentenceEvidence | null = null;
  private lastReadAt = -1;
  /** Scores of one side of a sentence. */
  private readonly side: Float64Array;
  /** Per target: the side that decided about it in the sentence at hand; a hole where the whole did. */
  private readonly deciding: SentenceEvidence[] = [];

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
    this.side = new Float64Array(targets.length);
    this.byHand = new Float64Array(targets.length);
    this.columns = Int32Array.from(targets, ({ column }) => column);
    this.kinds = targets.map(({ category }) => category.kind);
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
    const frames: Frame[] = sentence.frames.map(({ kind, start, end }) => ({
      kind,
      start: start + offset,
      end: end + offset,
    }));
    if (this.annexes.has(index)) frames.push({ kind: 'annex', start: place.start, end: place.end });
    this.of(index);
    const clean = sentence.sides?.clean;
    if (clean && this.deciding.includes(clean))
      frames.push({ kind: 'contrast', start: clean.start + offset, end: clean.end + offset });
    return frames;
  }

  /**
   * What decided about a target in a sentence: the sentence as a whole, or one side of it. The sums of
   * the learned model are of that until the next question.
   */
  decidedBy(index: number, target: number): SentenceEvidence | null {
    this.of(index);
    const sentence = this.evidence[index];
    if (!sentence) return null;
    const reading = this.deciding[target] ?? sentence;
    this.runModel(index, reading);
    return reading;
  }

  private score(index: number, sentence: SentenceEvidence): void {
    this.last = index;
    this.deciding.length = 0;
    this.scoreReading(index, sentence, this.scores.final);
    if (sentence.sides) this.scoreSides(index, sentence.sides);
  }

  /**
   * Where the side without a defect states a measure, it does so beside a defect, too, and its words speak for no
   * problem: problems are those of the other side. Where this one names none, it is about what the first one names,
   * and they are those of the whole. A user's own indicators are no matter of sides.
   */
  private scoreSides(index: number, { clean, defect }: Sides): void {
    const { side, kinds } = this;
    const { final, learned } = this.scores;
    if (!learned || clean.hits.some(({ entry }) => this.isOfUser(entry))) return;
    this.scoreReading(index, clean, side);
    if (!this.isReached(isRemedyKind)) return;
    side.forEach((score, target) => {
      if (isRemedyKind(kinds[target]) && score > (final[target] as number)) this.takeOver(target, clean);
    });
    this.scoreReading(index, defect, side);
    if (!this.isReached(isProblem)) return;
    kinds.forEach((kind, target) => {
      if (isProblem(kind)) this.takeOver(target, defect);
    });
  }

  /** Whether an indicator of a learned category is one that the model does not know. */
  private isOfUser(entry: number): boolean {
    const { isByHand, targetOf } = this.compiled;
    return isByHand[entry] === true && (this.columns[targetOf[entry] ?? -1] ?? -1) >= 0;
  }

  /** Whether the side that was scored last makes a tag of some kind. */
  private isReached(isOfKind: (kind: CategoryKind | undefined) => boolean): boolean {
    const { thresholds } = this.compiled;
    return this.side.some(
      (score, target) => isOfKind(this.kinds[target]) && score >= (thresholds[target] as number),
    );
  }

  /** The side that was scored last decides about a target. */
  private takeOver(target: number, reading: SentenceEvidence): void {
    this.scores.final[target] = this.side[target] as number;
    this.deciding[target] = reading;
  }

  private runModel(index: number, reading: SentenceEvidence): void {
    if (this.lastRead === reading && this.lastReadAt === index) return;
    this.lastRead = reading;
    this.lastReadAt = index;
    this.scores.learned?.score(index, reading);
  }

  private scoreReading(index: number, reading: SentenceEvidence, scores: Float64Array): void {
    const { compiled, byHand, columns } = this;
    const { learned } = this.scores;
    this.runModel(index, reading);
    byHand.fill(0);
    for (const { entry, stance } of reading.hits) {
      const target = compiled.targetOf[entry] ?? -1;
      if (target >= 0 && compiled.isByHand[entry]) byHand[target]! += weightByHand(compiled, entry, stance);
    }
    const isBarred = this.subject.bars(index) || this.annexes.has(index) || saysNothing(reading);
    const isFree = isFreeOfProblems(reading);
    for (let target = 0; target < scores.length; target++) {
      const column = columns[target] as number;
      const weight = byHand[target] as number;
      if (learned && column >= 0)
        // What a user's own indicator says, the user knows to be on the subject.
        scores[target] =
          (isBarred || (isFree && isProblem(this.kinds[target]))) && weight === 0
            ? 0
            : (learned.probabilities[column] as number);
      else scores[target] = weight === 0 ? 0 : logistic(weight + (this.biases[target] as number));
    }
  }
}

function isProblem(kind: CategoryKind | undefined): boolean {
  return kind === 'P';
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

  /**
   * Depends on the sentence and those around it in its paragraph, so it is kept with its evidence, and with theirs: it is
   * valid as long as they are the same.
   */
  private paragraphOf(index: number, { features, worked }: SentenceEvidence): Int32Array {
    const neighbours = neighboursOf(this.parsed, index, this.evidence);
    if (worked.paragraph && neighbours.every((each, at) => each === worked.around[at]))
      return worked.paragraph;
    const { layers } = this.model;
    const around: number[] = [];
    this.compiled.context.addNeighbours(neighbours, around);
    const sums = new Int32Array(layers.hidden);
    layers.add(features, 3, sums);
    layers.add(around, 1, sums);
    worked.paragraph = sums;
    worked.around = neighbours;
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
