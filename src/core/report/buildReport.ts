import { message, type Message } from '../message';
import { concordance } from '../coverage/concordance';
import { buildCorpusInSlices, type Corpus, type CorpusDocument } from '../coverage/corpus';
import { backbone, documentIndices, groupIndices } from '../coverage/indices';
import {
  category,
  categories,
  column,
  documentCell,
  figure,
  messageCell,
  passage,
  prose,
  row,
  text,
} from './cells';
import {
  categoryTable,
  closureTable,
  coverageChart,
  documentTable,
  heatMap,
  pairTable,
  pmcTable,
  rareTable,
  trendSection,
} from './corpusSections';
import {
  gapTable,
  instrumentTable,
  kindTable,
  problemTable,
  remedyTable,
  sectionTable,
  stillMissing,
} from './documentSections';
import { drain } from '../slices';
import type { ReportInput } from './input';
import { metadataOf } from './metadataOf';
import { noticesOf } from './notices';
import type { Chart, Provenance, Report, Section, Table } from './model';
import { excusedBy } from '../suppress/excused';

/** Documents whose indices are worked out in one slice. */
const slice = 20;

/** With more documents than this their single tables are left out (and a note says so). */
const detailedDocuments = 20;

/** The report on one document, or on several. Pure: the same input gives the same report. */
export function buildReport(input: ReportInput): Report {
  return drain(buildReportInSlices(input));
}

/** {@link buildReport} in slices: yields between parts of the work that take some ten milliseconds at most. */
export function* buildReportInSlices(input: ReportInput): Generator<void, Report> {
  const metadata = metadataOf(input);
  yield;
  const corpus = yield* buildCorpusInSlices(input.output, input.taxonomy, metadata.value);
  const [only] = corpus.documents;
  const isSingle = corpus.documents.length === 1 && only !== undefined;
  const sections = isSingle ? documentSections(corpus, only) : yield* corpusSections(corpus);
  return {
    kind: isSingle ? 'document' : 'corpus',
    title: isSingle
      ? text(only.result.title || only.result.path)
      : messageCell('report.title.corpus', corpus.documents.filter(({ counted }) => counted).length),
    notices: noticesOf(input),
    corpus,
    sections: [
      ...sections,
      ...concordanceSection(input, corpus),
      ...listSection(input, corpus, metadata.problems),
    ],
    provenance: { ...provenanceOf(input), ...(isSingle ? { document: only.result.path } : {}) },
  };
}

/** What every export names. */
export function provenanceOf({ output, taxonomy, date }: ReportInput): Provenance {
  const { tool, offsetUnit } = output;
  return { tool, taxonomy: output.taxonomy, offsetUnit, reference: taxonomy.reference, date: date ?? '' };
}

function section(id: string, tables: readonly Table[], charts: readonly Chart[] = []): Section[] {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return filled.length === 0 ? [] : [{ id, title: message(`report.section.${id}`), tables: filled, charts }];
}

function documentSections(corpus: Corpus, document: CorpusDocument): Section[] {
  const prefix = `doc/${String(document.index)}`;
  return [
    ...section('summary', [documentSummary(corpus, document)]),
    ...section('remedies', [remedyTable(corpus, document)]),
    ...section('problems', [problemTable(corpus, document)]),
    ...section('gaps', [gapTable(document)]),
    ...section('balance', [backboneTable(corpus, [document], prefix)]),
    ...section('pmc', [pmcTable(corpus, [document])]),
    ...kindSection(corpus, [document], prefix),
    ...section('sections', [sectionTable(corpus, document)]),
    ...section('instruments', [instrumentTable(document)]),
    ...section('pairs', [pairTable(corpus, [document], prefix)]),
  ];
}

function* corpusSections(corpus: Corpus): Generator<void, Section[]> {
  const counted = corpus.documents.filter((document) => document.counted);
  if (counted.length === 0) return [];
  for (const [index, document] of counted.entries()) {
    if (index % slice === 0) yield;
    documentIndices(corpus, document);
  }
  const sections: Section[] = [];
  for (const part of [
    () => section('matrix', [heatMap(corpus, counted)]),
    () => section('rare', [rareTable(corpus, counted)]),
    () => section('summary', [corpusSummary(corpus, counted)]),
    () => section('documents', [documentTable(corpus, counted)]),
    () => section('categories', [categoryTable(corpus, counted)], [coverageChart(corpus, counted)]),
    () => section('problems', [closureTable(corpus, counted)]),
  ]) {
    yield;
    sections.push(...part());
  }
  const trends = yield* trendSection(corpus);
  if (trends) sections.push(trends);
  for (const part of [
    () => section('balance', [backboneTable(corpus, counted, 'all')]),
    () => section('pmc', [pmcTable(corpus, counted)]),
    () => kindSection(corpus, counted, 'all'),
    () => section('pairs', [pairTable(corpus, counted, 'all')]),
    () => details(corpus, counted),
  ]) {
    yield;
    sections.push(...part());
  }
  return sections;
}

/** Actors, theory dimensions and mechanisms. */
function kindSection(corpus: Corpus, documents: readonly CorpusDocument[], prefix: string): Section[] {
  return section(
    'kinds',
    (['A', 'T', 'M'] as const).map((kind) => kindTable(corpus, documents, kind, prefix)),
  );
}

/** The tables of each document, for a handful of documents. */
function details(corpus: Corpus, documents: readonly CorpusDocument[]): Section[] {
  if (documents.length > detailedDocuments) return [];
  return documents.map((document) => ({
    id: `document-${String(document.index)}`,
    title: message('report.section.document', document.result.path),
    charts: [],
    tables: [
      remedyTable(corpus, document),
      problemTable(corpus, document),
      sectionTable(corpus, document),
      gapTable(document),
    ].filter(({ rows }) => rows.length > 0),
  }));
}

function documentSummary(corpus: Corpus, document: CorpusDocument): Table {
  const indices = documentIndices(corpus, document);
  const total = corpus.remedies.length;
  const { checked } = document.result;
  const notApplicable = [...excusedBy(document.result.notApplicable)];
  const missing = stillMissing(document);
  return {
    id: 'summary',
    caption: message('report.summary.caption'),
    columns: [column('report.column.index'), column('report.column.value')],
    rows: [
      row([messageCell('report.index.covered', total), figure(indices.covered)]),
      row([messageCell('report.index.thin', total), figure(indices.thin)]),
      row([messageCell('report.index.coverage'), figure(indices.coverage)]),
      row([messageCell('report.index.mention'), figure(indices.mention)]),
      row([messageCell('report.index.closure'), figure(indices.closure)]),
      row([messageCell('report.index.balance'), figure(indices.balance)]),
      row([messageCell('report.index.pmc'), figure(indices.pmc)]),
      row([messageCell('report.index.missingOf', missing.length), categories(missing)]),
      ...(notApplicable.length === 0
        ? []
        : [row([messageCell('report.index.notApplicable'), categories(notApplicable)])]),
    ],
    notes: [
      ...(checked.isPolicyText ? [] : [message('report.notPolicyText')]),
      ...checkedPart(document),
      message('report.summary.note'),
    ],
  };
}

/** Not all of it was read. */
function isPart({ result: { checked } }: CorpusDocument): boolean {
  return checked.characters < checked.total;
}

/** Said where not all of a document was read. */
function checkedPart(document: CorpusDocument): Message[] {
  const { characters, total } = document.result.checked;
  return isPart(document) ? [message('report.checkedPart', characters, total)] : [];
}

function corpusSummary(corpus: Corpus, counted: readonly CorpusDocument[]): Table {
  const indices = groupIndices(corpus, counted, 'all');
  const parts = corpus.documents.filter(isPart).length;
  return {
    id: 'summary',
    caption: message('report.summary.caption'),
    columns: [column('report.column.index'), column('report.column.value')],
    rows: [
      row([messageCell('report.index.coverage.mean'), figure(indices.coverage)]),
      row([messageCell('report.index.mention.mean'), figure(indices.mention)]),
      row([messageCell('report.index.closure.mean'), figure(indices.closure)]),
      row([messageCell('report.index.balance'), figure(indices.balance)]),
      row([messageCell('report.index.pmc.mean'), figure(indices.pmc)]),
    ],
    notes: [
      message('report.summary.note'),
      ...(parts > 0 ? [message('report.checkedParts', parts)] : []),
      ...(counted.length > detailedDocuments ? [message('report.detailsLeftOut', detailedDocuments)] : []),
    ],
  };
}

function backboneTable(corpus: Corpus, documents: readonly CorpusDocument[], prefix: string): Table {
  return {
    id: 'balance',
    caption: message('report.balance.caption'),
    columns: [
      column('report.column.backbone'),
      prose('report.column.categories'),
      column('report.column.tags', true),
      column('report.column.share', true),
    ],
    rows: backbone(corpus, documents, prefix).map(({ actor, leaves, tags, share }) =>
      row([category(actor), categories(leaves), figure(tags), figure(share)]),
    ),
    notes: [message('report.balance.note')],
  };
}

function concordanceSection({ concordance: keywords, texts }: ReportInput, corpus: Corpus): Section[] {
  if (!keywords || keywords.length === 0 || !texts) return [];
  const indexOf = new Map(corpus.documents.map(({ result, index }) => [result.path, index]));
  const known = new Map([...texts].filter(([path]) => indexOf.has(path)));
  const tables = keywords.map((keyword, number): Table => {
    const { lines, isCut } = concordance(known, keyword);
    return {
      id: `concordance-${String(number)}`,
      caption: message('report.concordance.caption', keyword),
      columns: [
        column('report.column.document'),
        column('report.column.left'),
        column('report.column.match'),
        column('report.column.right'),
      ],
      rows: lines.map(({ path, start, end, left, match, right }) => {
        const document = indexOf.get(path) ?? 0;
        return row(
          [documentCell(document), text(left), passage(match, { document, start, end }), text(right)],
          document,
        );
      }),
      notes: [
        ...(isCut ? [message('report.concordance.cut', lines.length)] : []),
        ...(lines.length === 0 ? [message('report.concordance.none')] : []),
      ],
    };
  });
  // A word that is nowhere is told, too.
  return [{ id: 'concordance', title: message('report.section.concordance'), tables, charts: [] }];
}

/** What was not read or not counted: listed, never silently dropped. */
function listSection({ output }: ReportInput, corpus: Corpus, problems: readonly Message[]): Section[] {
  // Of a single document its own summary says it.
  const several = corpus.documents.length > 1 ? corpus.documents : [];
  return section('limits', [
    {
      id: 'skipped',
      caption: message('report.skipped.caption'),
      columns: [column('report.column.document'), column('report.column.reason')],
      rows: [
        ...output.skipped.map(({ path, reason }) => row([text(path), text(reason)])),
        ...several
          .filter(({ counted }) => !counted)
          .map(({ index }) => row([documentCell(index), messageCell('report.notPolicyText')])),
        ...several.flatMap((document) =>
          checkedPart(document).map((each) =>
            row([documentCell(document.index), { kind: 'message', message: each }]),
          ),
        ),
      ],
      notes: [],
    },
    {
      id: 'metadata-problems',
      caption: message('report.metadata.caption'),
      columns: [column('report.column.message')],
      rows: problems.map((each) => row([{ kind: 'message', message: each }])),
      notes: [],
    },
  ]);
}
