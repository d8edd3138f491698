import type { ParsedDocument, Section } from '../../text/model';
import { sectionOver } from '../../text/parseDocument';
import { wordsIn } from '../../text/reading';
import {
  aboveKind,
  afterKind,
  beforeKind,
  headingKind,
  leadKind,
  outlineKind,
  titleKind,
  type FeatureTable,
} from '../evidence/featureTable';
import { cueBits } from '../indicators/matches';
import type { SentenceEvidence } from '../evidence/sentenceEvidence';
import { offTopicSets, synonymSets } from '../words/thesaurus';
import type { Lexicon } from '../indicators/lexicon';

/** Kinds of documents and of their parts, told by the words of titles and headings (codebook, 立场). */
const documentKinds = [
  ['regulation', /条例|规定$|办法$|细则|规则|法$/],
  ['plan', /规划|计划|纲要|行动/],
  ['speech', /讲话|致辞|集体学习|工作报告|座谈/],
  ['scheme', /意见|方案|措施|通知|政策|要点|若干|任务/],
  ['study', /研究|分析|思考|对策|调研|调查|探讨|建议|启示|路径|策略|观察|问题|现状|挑战|评价|评估|如何|——/],
] as const;

const parts = [
  [
    'problems',
    /问题|挑战|不足|困境|瓶颈|制约|短板|障碍|症结|难点|差距|困难|原因|弊端|矛盾|缺陷|误区|薄弱|现状|形势|缺乏|滞后/,
  ],
  [
    'measures',
    /措施|任务|对策|建议|路径|策略|举措|办法|途径|行动|工程|政策|推进|加强|建设|完善|加快|推动|促进|支持|构建|培育|强化/,
  ],
  ['guiding', /指导思想|总体要求|总体思路|基本原则|总体部署|重要意义|重大意义|背景|总则/],
  ['goals', /目标|(?:主要|发展|核心|规划|预期)指标/],
  ['organisation', /组织实施|组织领导|组织保障|保障措施|实施保障|监督|责任分工|工作要求|附则|法律责任|附件/],
  [
    'study',
    /文献|综述|研究方法|研究设计|研究假设|理论|数据来源|数据说明|样本|变量|指标(?:体系|选取|选择|构建|说明)|模型(?:设定|构建|选择|估计)|计量|实证|概念(?!验证)|内涵|特征|国外|国际经验|经验(?:借鉴|启示|做法)|参考文献/,
  ],
] as const;
type Part = (typeof parts)[number][0];

/** Share of a document's sentences from which a field stands out in it. */
const leastOfField = 0.12;

/** Most words of headings that speak for the document: what the longest training documents have. */
const longestOutline = 300;

/** Of {@link Neighbours}, in their order. */
const neighbourKinds = [beforeKind, afterKind, leadKind] as const;

/**
 * What stands around a sentence in its paragraph: the one before it, the one after it, and the paragraph's first one
 * where that is neither.
 */
export type Neighbours = readonly [
  before: SentenceEvidence | null,
  after: SentenceEvidence | null,
  lead: SentenceEvidence | null,
];

/** What every sentence of a document shares, and what each section adds, as feature numbers. */
export interface DocumentContext {
  readonly document: readonly number[];
  /** Per section: its heading's words and hits, and those of the headings above. */
  readonly sections: readonly (readonly number[])[];
  readonly partsOf: readonly ReadonlySet<Part>[];
  readonly kind: string;
}

/** Numbers of the features that the context can add; looked up once. */
export class ContextFeatures {
  private readonly kinds = new Map<string, number>();
  private readonly place: Int32Array;
  private readonly topics: Int32Array;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly table: FeatureTable,
  ) {
    this.place = Int32Array.from([0, 1, 2, 3, 4, 5], (n) => table.byName(`place:${n}`));
    this.topics = Int32Array.from([0, 1, 2, 3, 4, 5], (n) => table.byName(`topic:${n}`));
  }

  /** Features of the document and of its sections. */
  of(document: ParsedDocument, evidence: readonly SentenceEvidence[]): DocumentContext {
    const kind = kindOf(document);
    const shared = [this.named(`kind:${kind}`), this.topic(evidence), ...this.offTopic(evidence)];
    if (document.sentences[0]?.isHeading) this.addWords(titleKind, evidence[0], shared);
    const outline: number[] = [];
    for (const { heading } of document.sections)
      if (heading > 0) this.addWords(outlineKind, evidence[heading], outline);
    shared.push(...unique(outline).slice(0, longestOutline));
    const partsOf: Set<Part>[] = [];
    const sections = document.sections.map((section) => {
      const found = new Set<Part>(section.parent > 0 ? partsOf[section.parent] : []);
      for (const [part, pattern] of parts) if (pattern.test(section.title)) found.add(part);
      partsOf.push(found);
      return this.ofSection(document, evidence, section, found);
    });
    return { document: unique(shared), sections, partsOf, kind };
  }

  /** Adds what the sentence's place and its cues in this place tell. */
  addSentence(
    document: ParsedDocument,
    context: DocumentContext,
    index: number,
    evidence: SentenceEvidence,
    out: number[],
  ): void {
    const sentence = document.sentences[index];
    if (!sentence) return;
    const push = (feature: number): void => {
      if (feature >= 0) out.push(feature);
    };
    const found = context.partsOf[sentence.section];
    const isDefect = (evidence.cues & cueBits.defect) !== 0;
    if (sentence.isHeading) push(this.named(`heading?:${document.sections[sentence.section]?.level ?? 0}`));
    if (sentence.section === 0) push(this.named('part:front'));
    if (sentence.numbering) push(this.named(`number:${sentence.numbering.scheme}`));
    if (isDefect) push(this.named(`kind:${context.kind}@defect`));
    if ((evidence.cues & cueBits.measure) !== 0 && !isDefect)
      push(this.named(`kind:${context.kind}@measure`));
    for (const part of found ?? []) {
      if (isDefect) push(this.named(`part:${part}@defect`));
      else push(this.named(`part:${part}@neutral`));
    }
    push(this.place[Math.min(5, Math.floor((6 * index) / Math.max(1, document.sentences.length)))] as number);
  }

  /** Adds what the sentences say that stand around another one, see {@link neighboursOf}. */
  addNeighbours(neighbours: Neighbours, out: number[]): void {
    neighbourKinds.forEach((kind, at) => this.addWords(kind, neighbours[at], out));
  }

  /** Features a sentence gets from the headings over it; a heading does not inherit from itself but from above. */
  inherited(document: ParsedDocument, context: DocumentContext, index: number): readonly number[] {
    const sentence = document.sentences[index];
    if (!sentence) return [];
    return context.sections[sectionOver(document, sentence)] ?? [];
  }

  private ofSection(
    document: ParsedDocument,
    evidence: readonly SentenceEvidence[],
    section: Section,
    found: ReadonlySet<Part>,
  ): number[] {
    const features: number[] = [];
    for (let at: Section | undefined = section; at && at.index > 0; at = document.sections[at.parent]) {
      const heading = evidence[at.heading];
      this.addWords(at === section ? headingKind : aboveKind, heading, features);
      for (const hit of heading?.hits ?? []) {
        const category = this.lexicon.entries[hit.entry]?.indicator.category ?? '';
        features.push(this.named(`${at === section ? 'headingHit' : 'aboveHit'}:${category}`));
      }
    }
    for (const part of found) features.push(this.named(`part:${part}`));
    return unique(features);
  }

  private addWords(kind: number, sentence: SentenceEvidence | null | undefined, out: number[]): void {
    if (!sentence) return;
    for (const word of sentence.words) {
      const feature = this.table.one(kind, word);
      if (feature >= 0) out.push(feature);
    }
  }

  /** Share of science and industry innovation in the document: P/R/S hits per 1,000 Chinese characters, in six steps. */
  private topic(evidence: readonly SentenceEvidence[]): number {
    let hits = 0;
    let chinese = 0;
    for (const sentence of evidence) {
      chinese += sentence.chinese;
      for (const hit of sentence.hits) if (this.lexicon.entries[hit.entry]?.layer === 0) hits++;
    }
    const density = chinese > 0 ? (1000 * hits) / chinese : 0;
    const steps = [6, 12, 20, 30, 42];
    return this.topics[stepOf(density, steps)] as number;
  }

  /**
   * How much of the document is about fields of no concern here, in six steps of its sentences, and which fields
   * stand out.
   */
  private offTopic(evidence: readonly SentenceEvidence[]): number[] {
    const counts = offTopicSets.map(() => 0);
    let touched = 0;
    for (const { fields } of evidence) {
      if (fields.length > 0) touched++;
      for (const field of fields) counts[field]!++;
    }
    const share = touched / Math.max(1, evidence.length);
    const steps = [0.15, 0.25, 0.35, 0.5, 0.65];
    const standing = counts.flatMap((count, field) =>
      count >= leastOfField * evidence.length
        ? [this.named(`field:${synonymSets[offTopicSets[field] ?? -1] ?? ''}`)]
        : [],
    );
    return [this.named(`off:${stepOf(share, steps)}`), ...standing];
  }

  private named(name: string): number {
    let feature = this.kinds.get(name);
    if (feature === undefined) {
      feature = this.table.byName(name);
      this.kinds.set(name, feature);
    }
    return feature;
  }
}

/** Those of the sentence with this index. */
export function neighboursOf(
  { blocks, sentences }: ParsedDocument,
  index: number,
  evidence: readonly SentenceEvidence[],
): Neighbours {
  const block = blocks[sentences[index]?.block ?? -1];
  if (!block) return [null, null, null];
  const { firstSentence, lastSentence } = block;
  return [
    (index > firstSentence && evidence[index - 1]) || null,
    (index + 1 < lastSentence && evidence[index + 1]) || null,
    (index > firstSentence + 1 && evidence[firstSentence]) || null,
  ];
}

/** How many of the rising limits a value reaches. */
function stepOf(value: number, limits: readonly number[]): number {
  const step = limits.findIndex((limit) => value < limit);
  return step < 0 ? limits.length : step;
}

function kindOf(document: ParsedDocument): string {
  const first = document.sentences.slice(0, 3).filter((sentence) => sentence.isHeading);
  const title = first.map((sentence) => wordsIn(document, sentence)).join(' ');
  for (const [kind, pattern] of documentKinds) if (pattern.test(title)) return kind;
  return 'other';
}

function unique(features: readonly number[]): number[] {
  return [...new Set(features)].filter((feature) => feature >= 0);
}
