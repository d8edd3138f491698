import { countWhile } from '../bisect';
import { addTo } from '../grouped';
import type { AnnotationResult, DocumentResult, Output } from '../report/contract';
import { drain } from '../slices';
import { remedyLeaves } from '../taxonomy/kinds';
import type { Category, Taxonomy } from '../taxonomy/model';
import { noMetadata, type Metadata } from './metadata';

/** What reports need of a category; a whole {@link Category} fits. */
export type ReportCategory = Pick<
  Category,
  'code' | 'kind' | 'parent' | 'isLeaf' | 'name' | 'definition' | 'backbone' | 'supplement'
>;

/** What reports need of a taxonomy; a whole {@link Taxonomy} fits, and so does what a client knows of one. */
export interface ReportTaxonomy extends Pick<Taxonomy, 'id' | 'version' | 'title' | 'reference' | 'links'> {
  readonly categories: readonly ReportCategory[];
  readonly byCode: ReadonlyMap<string, ReportCategory>;
}

/** One tag with its sentence: the evidence of every figure. */
export interface Quote {
  /** Its number in the corpus. */
  readonly index: number;
  readonly document: number;
  readonly annotation: AnnotationResult;
}

export interface CorpusDocument {
  readonly index: number;
  readonly result: DocumentResult;
  readonly metadata: Metadata;
  /** False for texts that are no policy texts: listed, but left out of every figure over documents. */
  readonly counted: boolean;
  /** Quotes by category, in text order. */
  readonly byCategory: ReadonlyMap<string, readonly number[]>;
}

/** Documents read together, with all their tags numbered, so that figures can name their evidence briefly. */
export interface Corpus {
  readonly taxonomy: ReportTaxonomy;
  readonly documents: readonly CorpusDocument[];
  /** Numbered by document, then in the taxonomy's order of categories, then by start. */
  readonly quotes: Quotes;
  /** Remedy leaves (R and S), in taxonomy order. */
  readonly remedies: readonly ReportCategory[];
}

/** Documents whose tags are kept at hand. */
const atHand = 32;

/**
 * The tags of all documents. What every table asks of every tag is held as numbers; the tags themselves are taken
 * from their documents when a table shows them, because a corpus has hundreds of thousands.
 */
export class Quotes implements Iterable<Quote> {
  private readonly firsts: number[] = [];
  private readonly sentences: number[] = [];
  private readonly scores: number[] = [];
  private readonly opened = new Map<number, readonly AnnotationResult[]>();

  /** @param sorted The tags of a document in their order. */
  constructor(
    private readonly results: readonly DocumentResult[],
    private readonly sorted: (result: DocumentResult) => readonly AnnotationResult[],
  ) {}

  /** Takes in the next document's tags. */
  add(annotations: readonly AnnotationResult[]): void {
    this.firsts.push(this.sentences.length);
    for (const annotation of annotations) {
      this.sentences.push(sentenceOf(annotation));
      this.scores.push(annotation.score);
    }
  }

  get length(): number {
    return this.sentences.length;
  }

  /** The number of a document's first tag. */
  firstOf(document: number): number {
    return this.firsts[document] ?? this.length;
  }

  sentence(index: number): number {
    return this.sentences[index] ?? 0;
  }

  score(index: number): number {
    return this.scores[index] ?? 0;
  }

  at(index: number): Quote | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    const document = this.documentOf(index);
    const annotation = this.open(document)[index - this.firstOf(document)];
    return annotation && { index, document, annotation };
  }

  *[Symbol.iterator](): Generator<Quote> {
    for (let index = 0; index < this.length; index++) {
      const quote = this.at(index);
      if (quote) yield quote;
    }
  }

  private open(document: number): readonly AnnotationResult[] {
    const known = this.opened.get(document);
    if (known) return known;
    const result = this.results[document];
    const annotations = result ? this.sorted(result) : [];
    const [oldest] = this.opened.keys();
    if (oldest !== undefined && this.opened.size >= atHand) this.opened.delete(oldest);
    this.opened.set(document, annotations);
    return annotations;
  }

  /** The last document whose first tag is not after this one; documents without tags share a number. */
  private documentOf(index: number): number {
    return countWhile(this.firsts, (first) => first <= index) - 1;
  }
}

/** Numbers the tags of all documents. Tags of categories the taxonomy does not know are put last. */
export function buildCorpus(
  output: Pick<Output, 'documents'>,
  taxonomy: ReportTaxonomy,
  metadata: ReadonlyMap<string, Metadata> = new Map(),
): Corpus {
  return drain(buildCorpusInSlices(output, taxonomy, metadata));
}

/** Documents between two slices: numbered in some milliseconds. */
const documentsInSlice = 20;

/** {@link buildCorpus} in slices. */
export function* buildCorpusInSlices(
  output: Pick<Output, 'documents'>,
  taxonomy: ReportTaxonomy,
  metadata: ReadonlyMap<string, Metadata>,
): Generator<void, Corpus> {
  const order = new Map(taxonomy.categories.map(({ code }, index) => [code, index]));
  const orderOf = (code: string): number => order.get(code) ?? order.size;
  const sorted = ({ annotations }: DocumentResult): readonly AnnotationResult[] =>
    [...annotations].sort((a, b) => orderOf(a.category) - orderOf(b.category) || a.start - b.start);
  const quotes = new Quotes(output.documents, sorted);
  const documents: CorpusDocument[] = [];
  for (const [index, result] of output.documents.entries()) {
    if (index % documentsInSlice === documentsInSlice - 1) yield;
    const byCategory = new Map<string, number[]>();
    const annotations = sorted(result);
    annotations.forEach(({ category }, position) => addTo(byCategory, category, quotes.length + position));
    quotes.add(annotations);
    documents.push({
      index,
      result,
      metadata: metadata.get(result.path) ?? noMetadata,
      counted: result.checked.isPolicyText,
      byCategory,
    });
  }
  return {
    taxonomy,
    documents,
    quotes,
    remedies: remedyLeaves(taxonomy.categories),
  };
}

/** The quotes of some categories in one document, in text order of each. */
export function quotesOf(document: CorpusDocument, categories: readonly string[]): number[] {
  const quotes: number[] = [];
  for (const code of categories) {
    const list = document.byCategory.get(code);
    if (list) for (const index of list) quotes.push(index);
  }
  return quotes;
}

/** The quotes of one category in several documents. */
export function tagsOf(documents: readonly CorpusDocument[], category: string): number[] {
  const quotes: number[] = [];
  for (const { byCategory } of documents)
    for (const index of byCategory.get(category) ?? []) quotes.push(index);
  return quotes;
}

/** Index of the sentence that a tag stands on: the part of its id before the colon. */
export function sentenceOf({ id }: Pick<AnnotationResult, 'id'>): number {
  return Number.parseInt(id, 10) || 0;
}
