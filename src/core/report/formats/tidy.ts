/** Tidy tables: one row a tag, with what is needed to compute every figure of the reports again. */
import { buildCorpus, sentenceOf, type Corpus } from '../../coverage/corpus';
import type { ReportInput } from '../input';
import { metadataOf } from '../metadataOf';
import { skippedOf } from '../notices';
import { nameOf } from '../words';

export type TidyValue = string | number | boolean;

export interface TidyTable {
  readonly name: 'tags' | 'documents' | 'categories' | 'links';
  readonly columns: readonly string[];
  /** How many rows there are. */
  readonly count: number;
  /** Those of the tags are made anew each time: a corpus has hundreds of thousands. */
  readonly rows: Iterable<readonly TidyValue[]>;
}

/** The documents with their metadata. */
export function corpusOf(input: ReportInput): Corpus {
  return buildCorpus(input.output, input.taxonomy, metadataOf(input).value);
}

/** Four tables: tags (one row a tag), documents, categories, links from problems to remedies. */
export function tidyTables(input: ReportInput, corpus = corpusOf(input)): readonly TidyTable[] {
  return [tags(input, corpus), documents(input, corpus), categories(input), links(input)];
}

function tags({ output, taxonomy, words }: ReportInput, { documents: all, quotes }: Corpus): TidyTable {
  const { id, version, fingerprint } = output.taxonomy;
  return {
    name: 'tags',
    columns: [
      'document',
      'section',
      'sentence',
      'category',
      'category_name',
      'kind',
      'stance',
      'score',
      'heading',
      'start',
      'end',
      'offset_unit',
      'quote',
      'annotation_id',
      'taxonomy',
      'taxonomy_version',
      'taxonomy_fingerprint',
    ],
    count: quotes.length,
    rows: {
      *[Symbol.iterator]() {
        for (const { result } of all)
          for (const annotation of result.annotations) {
            yield [
              result.path,
              annotation.section,
              sentenceOf(annotation),
              annotation.category,
              nameOf(words, taxonomy, annotation.category),
              annotation.kind,
              annotation.stance ?? '',
              annotation.score,
              annotation.heading,
              annotation.start,
              annotation.end,
              output.offsetUnit,
              annotation.quote,
              annotation.id,
              id,
              version,
              fingerprint,
            ];
          }
      },
    },
  };
}

function documents(input: ReportInput, { documents: all }: Corpus): TidyTable {
  const { output } = input;
  const skipped = skippedOf(input);
  return {
    name: 'documents',
    count: all.length + skipped.length,
    columns: [
      'document',
      'title',
      'issuer',
      'year',
      'level',
      'counted',
      'tags',
      'length',
      'encoding',
      'sha256',
      'skipped_because',
      'taxonomy',
      'taxonomy_version',
      'taxonomy_fingerprint',
    ],
    rows: [
      ...all.map(({ result, metadata, counted }): TidyValue[] => [
        result.path,
        result.title,
        metadata.issuer,
        metadata.year,
        metadata.level,
        counted,
        result.annotations.length,
        result.length,
        result.encoding,
        result.sha256,
        '',
        ...provenance(output),
      ]),
      ...skipped.map(({ path, reason }): TidyValue[] => [
        path,
        '',
        '',
        '',
        '',
        false,
        0,
        0,
        '',
        '',
        reason,
        ...provenance(output),
      ]),
    ],
  };
}

function provenance({ taxonomy }: ReportInput['output']): string[] {
  return [taxonomy.id, taxonomy.version, taxonomy.fingerprint];
}

function categories({ taxonomy, output }: ReportInput): TidyTable {
  return {
    name: 'categories',
    count: taxonomy.categories.length,
    columns: [
      'code',
      'kind',
      'parent',
      'leaf',
      'backbone',
      'name_zh',
      'name_en',
      'supplement',
      'taxonomy',
      'taxonomy_version',
      'taxonomy_fingerprint',
    ],
    rows: taxonomy.categories.map(({ code, kind, parent, isLeaf, backbone, name, supplement }) => [
      code,
      kind,
      parent ?? '',
      isLeaf,
      backbone ?? '',
      name.zh,
      name.en,
      supplement,
      ...provenance(output),
    ]),
  };
}

function links({ taxonomy, output }: ReportInput): TidyTable {
  const rows = taxonomy.links.flatMap(({ problem, primary, related }) =>
    [
      ...primary.map((remedy) => [problem, remedy, 'primary']),
      ...related.map((remedy) => [problem, remedy, 'related']),
    ].map((row) => [...row, ...provenance(output)]),
  );
  return {
    name: 'links',
    columns: ['problem', 'remedy', 'rank', 'taxonomy', 'taxonomy_version', 'taxonomy_fingerprint'],
    count: rows.length,
    rows,
  };
}
