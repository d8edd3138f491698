import { grouped } from '../grouped';
import { tagsOf, type Corpus, type CorpusDocument } from './corpus';
import { measured, ratio, type Figure } from './figure';
import { groupIndices, type GroupIndices } from './indices';
import type { Metadata } from './metadata';

/** Documents that share a year, a level or an issuer. */
export interface Group {
  /** Empty where the documents do not say. */
  readonly value: string;
  readonly documents: readonly CorpusDocument[];
  readonly indices: GroupIndices;
}

/** The administrative order 国家 → 乡镇; other levels follow in the order of code points. */
const levels = ['国家', '中央', '省', '自治区', '直辖市', '市', '区', '县', '乡', '镇'];

/** Counted documents by one kind of metadata, in order; those that do not say it come last. */
export function groupBy(corpus: Corpus, field: keyof Metadata): readonly Group[] {
  const documents = corpus.documents.filter(({ counted }) => counted);
  return [...grouped(documents, ({ metadata }) => metadata[field])]
    .sort(([a], [b]) => rank(field, a) - rank(field, b) || (a < b ? -1 : 1))
    .map(([value, own]) => ({
      value,
      documents: own,
      indices: groupIndices(corpus, own, `${field}/${value}`),
    }));
}

function rank(field: keyof Metadata, value: string): number {
  if (value === '') return levels.length + 1;
  if (field !== 'level') return 0;
  const index = levels.findIndex((level) => value.startsWith(level));
  return index < 0 ? levels.length : index;
}

/** How many documents of a set cover a leaf, and which share of them. */
export function leafCoverage(
  documents: readonly CorpusDocument[],
  leaf: string,
  prefix: string,
): { readonly covered: Figure; readonly thin: Figure; readonly share: Figure } {
  const documentsWhere = (list: 'covered' | 'thin'): Figure => {
    const found = documents.filter(
      ({ result, byCategory }) => result.coverage[list].includes(leaf) && byCategory.has(leaf),
    );
    return measured(`${prefix}/${list}/${leaf}`, 'count', found.length, tagsOf(found, leaf));
  };
  const covered = documentsWhere('covered');
  return {
    covered,
    thin: documentsWhere('thin'),
    share: measured(
      `${prefix}/share/${leaf}`,
      'ratio',
      ratio(covered.value ?? 0, documents.length),
      covered.evidence,
    ),
  };
}
