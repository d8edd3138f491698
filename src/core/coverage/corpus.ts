import type { AnnotationResult, DocumentResult, Output } from '../report/contract';
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
  /** Position in {@link Corpus.quotes}. */
  readonly index: number;
  readonly document: number;
  /** Sentence of the document, the part of the annotation's id before the colon. */
  readonly sentence: number;
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
  /** By document, then in the taxonomy's order of categories, then by start. */
  readonly quotes: readonly Quote[];
  /** Remedy leaves (R and S), in taxonomy order. */
  readonly remedies: readonly ReportCategory[];
}

/** Numbers the tags of all documents. Tags of categories the taxonomy does not know are put last. */
export function buildCorpus(
  output: Pick<Output, 'documents'>,
  taxonomy: ReportTaxonomy,
  metadata: ReadonlyMap<string, Metadata> = new Map(),
): Corpus {
  const order = new Map(taxonomy.categories.map(({ code }, index) => [code, index]));
  const orderOf = (code: string): number => order.get(code) ?? order.size;
  const quotes: Quote[] = [];
  const documents = output.documents.map((result, index): CorpusDocument => {
    const byCategory = new Map<string, number[]>();
    const sorted = [...result.annotations].sort(
      (a, b) => orderOf(a.category) - orderOf(b.category) || a.start - b.start,
    );
    for (const annotation of sorted) {
      const quote = {
        index: quotes.length,
        document: index,
        sentence: sentenceOf(annotation.id),
        annotation,
      };
      quotes.push(quote);
      const list = byCategory.get(annotation.category);
      if (list) list.push(quote.index);
      else byCategory.set(annotation.category, [quote.index]);
    }
    return {
      index,
      result,
      metadata: metadata.get(result.path) ?? noMetadata,
      counted: result.checked.isPolicyText,
      byCategory,
    };
  });
  return {
    taxonomy,
    documents,
    quotes,
    remedies: taxonomy.categories.filter(({ kind, isLeaf }) => isLeaf && (kind === 'R' || kind === 'S')),
  };
}

/** The quotes of some categories in one document, in text order of each. */
export function quotesOf(document: CorpusDocument, categories: readonly string[]): number[] {
  return categories.flatMap((code) => document.byCategory.get(code) ?? []);
}

function sentenceOf(id: string): number {
  return Number.parseInt(id, 10) || 0;
}
