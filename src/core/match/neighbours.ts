import type { ParsedDocument } from '../text/model';

/**
 * The second step of the decision: what a sentence says by itself is weighed against its group, its kind and its
 * surroundings. Each of the few weights can be told in words ("the heading speaks of it", "the sentence before
 * states a problem too"). The first three inputs are log-odds, the others probabilities.
 */
export const contextNames = [
  'own',
  'group',
  'kind',
  'otherKind',
  'previous',
  'next',
  'heading',
  'above',
  'below',
  'section',
  'document',
  'peak',
  'rival',
  'lead',
  'others',
  'kindPrevious',
  'kindNext',
  'kindHeading',
  'kindSection',
  'kindDocument',
] as const;
export type ContextName = (typeof contextNames)[number];
export const contextSize = contextNames.length;

/**
 * A leaf to which the first step gives less than this is not looked at again: surroundings alone make no tag. It saves
 * four fifths of the second step.
 */
export const leastFirst = 0.004;

/** Columns of the first step: the leaves, then their groups, then "any problem" and "any remedy". */
export interface Columns {
  readonly leaves: readonly string[];
  readonly count: number;
  /** Per leaf: the column of its group. */
  readonly group: Int32Array;
  /** Per leaf: the column of its kind. */
  readonly kind: Int32Array;
  /** Per leaf: the column of the other kind. */
  readonly otherKind: Int32Array;
  /** The column of "any problem". */
  readonly problemColumn: number;
  /** Names of all columns; a group is its code, kinds are `P` and `RS`. */
  readonly names: readonly string[];
}

/** Columns for a list of leaf codes. */
export function columnsOf(leaves: readonly string[]): Columns {
  const groups = [...new Set(leaves.map((leaf) => leaf.split('.')[0] ?? ''))];
  const names = [...leaves, ...groups, 'P', 'RS'];
  const isProblem = (leaf: string): boolean => leaf.startsWith('P');
  const column = (name: string): number => names.lastIndexOf(name);
  return {
    leaves,
    count: names.length,
    names,
    problemColumn: names.lastIndexOf('P'),
    group: Int32Array.from(leaves, (leaf) => leaves.length + groups.indexOf(leaf.split('.')[0] ?? '')),
    kind: Int32Array.from(leaves, (leaf) => column(isProblem(leaf) ? 'P' : 'RS')),
    otherKind: Int32Array.from(leaves, (leaf) => column(isProblem(leaf) ? 'RS' : 'P')),
  };
}

/** True where a unit with these codes is a positive example of the column. */
export function belongsTo(columns: Columns, column: number, codes: readonly string[]): boolean {
  const name = columns.names[column] ?? '';
  if (column < columns.leaves.length) return codes.includes(name);
  if (name === 'RS') return codes.some((code) => !code.startsWith('P'));
  return codes.some((code) => code.startsWith(name));
}

/** First-step scores of a document, one row a sentence, one column as in {@link Columns}. */
export class Surroundings {
  private readonly sectionSum: Float64Array;
  private readonly sectionCount: Int32Array;
  private readonly documentSum: Float64Array;
  private readonly documentMax: Float64Array;
  private readonly documentNext: Float64Array;
  private readonly row: RowSummary = { index: -1, sum: 0, any: top(), ofKind: [top(), top()] };

  /** @param scores First-step probabilities, `sentences × columns`. */
  constructor(
    private readonly document: Pick<ParsedDocument, 'sentences' | 'sections'>,
    private readonly scores: Float64Array,
    private readonly columns: Columns,
  ) {
    const { sentences, sections } = document;
    const { count } = columns;
    this.sectionSum = new Float64Array(sections.length * count);
    this.sectionCount = new Int32Array(sections.length);
    this.documentSum = new Float64Array(count);
    this.documentMax = new Float64Array(count);
    this.documentNext = new Float64Array(count);
    for (const { index, section, isHeading } of sentences) {
      for (let column = 0; column < count; column++) {
        const score = scores[index * count + column] as number;
        this.documentSum[column]! += score;
        if (score > (this.documentMax[column] as number)) {
          this.documentNext[column] = this.documentMax[column] as number;
          this.documentMax[column] = score;
        } else if (score > (this.documentNext[column] as number)) this.documentNext[column] = score;
        if (!isHeading) this.sectionSum[section * count + column]! += score;
      }
      if (!isHeading) this.sectionCount[section]!++;
    }
  }

  /** Fills `out` with the inputs of one sentence for one leaf, in the order of {@link contextNames}. */
  fill(index: number, leaf: number, out: Float64Array): void {
    const { document, scores, columns } = this;
    const { sentences, sections } = document;
    const sentence = sentences[index];
    if (!sentence) return;
    const { count } = columns;
    const row = index * count;
    const kind = columns.kind[leaf] as number;
    const own = scores[row + leaf] as number;
    out[0] = logit(own);
    out[1] = logit(scores[row + (columns.group[leaf] as number)] as number);
    out[2] = logit(scores[row + kind] as number);
    out[3] = scores[row + (columns.otherKind[leaf] as number)] as number;
    const at = (other: number, column: number): number => scores[other * count + column] as number;
    const hasBefore = index > 0 && !sentence.isHeading && sentences[index - 1]?.isHeading === false;
    const hasAfter = !sentence.isHeading && sentences[index + 1]?.isHeading === false;
    const section = sections[sentence.section];
    const isOwnHeading = sentence.isHeading && section?.heading === index;
    const holder = isOwnHeading && section ? sections[section.parent] : section;
    const heading = holder && holder.heading >= 0 && holder.heading !== index ? holder : undefined;
    const above = heading ? sections[heading.parent] : undefined;
    out[4] = hasBefore ? at(index - 1, leaf) : 0;
    out[5] = hasAfter ? at(index + 1, leaf) : 0;
    out[6] = heading ? at(heading.heading, leaf) : 0;
    out[7] = above && above.heading >= 0 ? at(above.heading, leaf) : 0;
    out[8] = isOwnHeading ? this.sectionMean(sentence.section, leaf, 0, false) : 0;
    out[9] = this.sectionMean(sentence.section, leaf, own, !sentence.isHeading);
    out[10] = sentences.length > 1 ? ((this.documentSum[leaf] as number) - own) / (sentences.length - 1) : 0;
    out[11] =
      own === this.documentMax[leaf]
        ? (this.documentNext[leaf] as number)
        : (this.documentMax[leaf] as number);
    const { any, ofKind, sum } = this.summary(index);
    const same = ofKind[kind === columns.problemColumn ? 0 : 1];
    out[12] = any.leaf === leaf ? any.next : any.first;
    out[13] = (out[0] as number) - logit(same.leaf === leaf ? same.next : same.first);
    out[14] = Math.min(1, (sum - own) / 3);
    out[15] = hasBefore ? at(index - 1, kind) : 0;
    out[16] = hasAfter ? at(index + 1, kind) : 0;
    out[17] = heading ? at(heading.heading, kind) : 0;
    out[18] = this.sectionMean(sentence.section, kind, at(index, kind), !sentence.isHeading);
    out[19] =
      sentences.length > 1
        ? ((this.documentSum[kind] as number) - at(index, kind)) / (sentences.length - 1)
        : 0;
  }

  /** What the leaves of a sentence have in common; worked out once a sentence. */
  private summary(index: number): RowSummary {
    const { row, columns } = this;
    if (row.index === index) return row;
    row.index = index;
    row.sum = 0;
    reset(row.any);
    row.ofKind.forEach(reset);
    for (let leaf = 0; leaf < columns.leaves.length; leaf++) {
      const score = this.scores[index * columns.count + leaf] as number;
      row.sum += score;
      push(row.any, leaf, score);
      push(row.ofKind[columns.kind[leaf] === columns.problemColumn ? 0 : 1], leaf, score);
    }
    return row;
  }

  /** Mean score of a section's sentences, without the one asked about. */
  private sectionMean(section: number, column: number, own: number, isInside: boolean): number {
    const others = (this.sectionCount[section] as number) - (isInside ? 1 : 0);
    const sum = (this.sectionSum[section * this.columns.count + column] as number) - (isInside ? own : 0);
    return others > 0 ? sum / others : 0;
  }
}

/** The two highest scores of a row, and whose the first is. */
interface Top {
  leaf: number;
  first: number;
  next: number;
}

interface RowSummary {
  index: number;
  sum: number;
  readonly any: Top;
  /** Of the problems, and of the remedies. */
  readonly ofKind: readonly [Top, Top];
}

function top(): Top {
  return { leaf: -1, first: 0, next: 0 };
}

function reset(best: Top): void {
  best.leaf = -1;
  best.first = best.next = 0;
}

function push(best: Top, leaf: number, score: number): void {
  if (score > best.first) {
    best.next = best.first;
    best.first = score;
    best.leaf = leaf;
  } else if (score > best.next) best.next = score;
}

function logit(p: number): number {
  const clipped = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(clipped / (1 - clipped));
}
