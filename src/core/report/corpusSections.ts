/** Sections that speak of several documents. */
import { message, type Message } from '../message';
import { cooccurrence } from '../coverage/cooccurrence';
import { corpusClosure } from '../coverage/closure';
import { copiesAmong } from '../coverage/copies';
import { tagsOf, type Corpus, type CorpusDocument } from '../coverage/corpus';
import { countOf, type Figure } from '../coverage/figure';
import { groupBy, leafCoverage, type Group } from '../coverage/grouping';
import { documentIndices, pmcGroup, pmcGroups, pmcLeaf } from '../coverage/indices';
import type { Metadata } from '../coverage/metadata';
import {
  categories,
  category,
  column,
  documentCell,
  figure,
  messageCell,
  prose,
  quotes,
  row,
  text,
} from './cells';
import { stillMissing, strongest } from './documentSections';
import type { Chart, Section, Table } from './model';
import { primaryRemedies } from '../taxonomy/links';
import { codedLeaves } from '../taxonomy/kinds';

/** Pairs written out; the note says how many there are. */
const shownPairs = 50;

/** Remedies that are rare: as many as a reader takes in; the table of categories has all. */
const shownRare = 6;

/** One row a document with its indices. */
export function documentTable(corpus: Corpus, documents: readonly CorpusDocument[]): Table {
  return {
    id: 'documents',
    caption: message('report.documents.caption'),
    columns: [
      column('report.column.document'),
      prose('report.column.title'),
      prose('report.column.issuer'),
      column('report.column.year', true),
      column('report.column.level'),
      column('report.column.covered', true),
      column('report.column.thin', true),
      column('report.column.coverage', true),
      column('report.column.closure', true),
      column('report.column.balance', true),
      column('report.column.pmc', true),
      prose('report.column.missing'),
    ],
    rows: documents.map((document) => {
      const { result, metadata, index } = document;
      const indices = documentIndices(corpus, document);
      return row(
        [
          documentCell(index),
          text(result.title),
          text(metadata.issuer),
          text(metadata.year),
          text(metadata.level),
          figure(indices.covered),
          figure(indices.thin),
          figure(indices.coverage),
          figure(indices.closure),
          figure(indices.balance),
          figure(indices.pmc),
          text(stillMissing(document).join(' ')),
        ],
        index,
      );
    }),
    notes: [],
  };
}

/** Document × category: the number of tags, shaded; the column heads are codes. */
export function heatMap(corpus: Corpus, documents: readonly CorpusDocument[]): Table {
  const leaves = codedLeaves(corpus.taxonomy.categories);
  return {
    id: 'matrix',
    caption: message('report.matrix.caption'),
    columns: [
      column('report.column.document'),
      ...leaves.map(({ code }) => ({ title: text(code), numeric: true })),
    ],
    rows: documents.map((document) =>
      row(
        [
          documentCell(document.index),
          ...leaves.map(({ code }) => {
            const found = document.byCategory.get(code) ?? [];
            return figure(countOf(`doc/${String(document.index)}/tags/${code}`, found), heatOf(found.length));
          }),
        ],
        document.index,
      ),
    ),
    notes: copiesNote(documents),
    pageNotes: [message('report.matrix.note')],
  };
}

function copiesNote(documents: readonly CorpusDocument[]): Message[] {
  const copies = copiesAmong(documents.map(({ result }) => result));
  return copies ? [message('report.copies', copies.count, ...copies.example)] : [];
}

/** 0 none, then doubling steps: 1, 2–3, 4–7, 8–15, 16 and more. */
function heatOf(count: number): number {
  return count === 0 ? 0 : Math.min(5, Math.floor(Math.log2(count)) + 1);
}

/** Every problem, pathway and safeguard leaf over the documents. */
export function categoryTable(corpus: Corpus, documents: readonly CorpusDocument[]): Table {
  const leaves = codedLeaves(corpus.taxonomy.categories);
  return {
    id: 'categories',
    caption: message('report.categories.caption'),
    columns: [
      column('report.column.category'),
      column('report.column.tags', true),
      column('report.column.documentsCovering', true),
      column('report.column.documentsThin', true),
      column('report.column.share', true),
      prose('report.column.quotes'),
    ],
    rows: leaves.map(({ code, kind }) => {
      const found = tagsOf(documents, code);
      const { covered, thin, share } = leafCoverage(documents, code, 'all');
      const isRemedy = kind !== 'P';
      return row([
        category(code),
        figure(countOf(`all/tags/${code}`, found)),
        isRemedy ? figure(covered) : { kind: 'none' },
        isRemedy ? figure(thin) : { kind: 'none' },
        isRemedy ? figure(share) : { kind: 'none' },
        quotes(strongest(corpus, found), true),
      ]);
    }),
    notes: [message('report.remedies.note')],
  };
}

/** The remedy leaves that fewest documents cover, rarest first; of equals in the taxonomy's order. */
export function rareTable(corpus: Corpus, documents: readonly CorpusDocument[]): Table {
  const found = corpus.remedies
    .map(({ code }) => ({ code, ...leafCoverage(documents, code, 'all') }))
    .filter(({ covered }) => (covered.value ?? 0) < documents.length)
    .sort((a, b) => (a.covered.value ?? 0) - (b.covered.value ?? 0));
  return {
    id: 'rare',
    caption: message('report.rare.caption'),
    columns: [
      column('report.column.category'),
      column('report.column.documentsCovering', true),
      column('report.column.documentsThin', true),
      column('report.column.share', true),
    ],
    rows: found
      .slice(0, shownRare)
      .map(({ code, covered, thin, share }) =>
        row([category(code), figure(covered), figure(thin), figure(share)]),
      ),
    notes: found.length > shownRare ? [message('report.rare.note', shownRare, found.length)] : [],
  };
}

/** Share of documents that cover each remedy leaf. */
export function coverageChart(corpus: Corpus, documents: readonly CorpusDocument[]): Chart {
  return {
    id: 'chart-categories',
    kind: 'bars',
    title: message('report.chart.categories'),
    points: corpus.remedies.map(({ code }) => ({
      label: category(code),
      figure: leafCoverage(documents, code, 'all').share,
    })),
  };
}

/** Stated problems over the documents and how far they are answered. */
export function closureTable(corpus: Corpus, documents: readonly CorpusDocument[]): Table {
  return {
    id: 'closure',
    caption: message('report.closure.caption'),
    columns: [
      column('report.column.problem'),
      column('report.column.statedIn', true),
      column('report.status.closed', true),
      column('report.closure.weak', true),
      column('report.status.open', true),
      prose('report.column.primaryRemedies'),
    ],
    rows: corpusClosure(corpus, documents).map(({ problem, stated, closed, weak, open }) =>
      row([
        category(problem),
        figure(stated),
        figure(closed),
        figure(weak),
        figure(open),
        categories(primaryRemedies(corpus.taxonomy, problem)),
      ]),
    ),
    notes: [message('report.problems.note')],
  };
}

/** The PMC-style table: 0/1 by leaf for one document, means by group for several. */
export function pmcTable(corpus: Corpus, documents: readonly CorpusDocument[]): Table {
  const groups = pmcGroups(corpus);
  const [only] = documents;
  const notes: Message[] = [message('report.pmc.note', groups.length)];
  if (documents.length === 1 && only)
    return {
      id: 'pmc',
      caption: message('report.pmc.caption'),
      columns: [column('report.column.category'), column('report.column.value', true)],
      rows: groups.flatMap((group) => [
        row([category(group.group.code), figure(pmcGroup(only, group))]),
        ...group.leaves.map(({ code }) => row([category(code), figure(pmcLeaf(only, code))])),
      ]),
      notes,
    };
  return {
    id: 'pmc',
    caption: message('report.pmc.caption'),
    columns: [
      column('report.column.document'),
      ...groups.map(({ group }) => ({ title: text(group.code), numeric: true })),
      column('report.column.pmc', true),
    ],
    rows: documents.map((document) =>
      row(
        [
          documentCell(document.index),
          ...groups.map((group) => figure(pmcGroup(document, group))),
          figure(documentIndices(corpus, document).pmc),
        ],
        document.index,
      ),
    ),
    notes,
  };
}

/** Years, levels and issuers, where the documents say them. Yields between tables. */
export function* trendSection(corpus: Corpus): Generator<void, Section | null> {
  const fields: (keyof Metadata)[] = ['year', 'level', 'issuer'];
  const charts: Chart[] = [];
  const tables: Table[] = [];
  for (const field of fields) {
    if (!corpus.documents.some(({ metadata }) => metadata[field] !== '')) continue;
    yield;
    const groups = groupBy(corpus, field);
    if (field === 'year') charts.push(yearChart(groups));
    tables.push(indexTable(groups, field));
    yield;
    if (field !== 'issuer') tables.push(shareTable(corpus, groups, field));
  }
  if (tables.length === 0) return null;
  return { id: 'trends', title: message('report.section.trends'), charts, tables };
}

function yearChart(years: readonly Group[]): Chart {
  return {
    id: 'chart-years',
    kind: 'line',
    title: message('report.chart.years'),
    points: years
      .filter(({ value }) => value !== '')
      .map(({ value, indices }) => ({ label: text(value), figure: indices.coverage })),
  };
}

function indexTable(groups: readonly Group[], field: keyof Metadata): Table {
  return {
    id: `trend-${field}`,
    caption: message(`report.trend.${field}`),
    columns: [
      column(`report.column.${field}`),
      column('report.column.documents'),
      column('report.column.coverage', true),
      column('report.column.mention', true),
      column('report.column.closure', true),
      column('report.column.balance', true),
      column('report.column.pmc', true),
    ],
    rows: groups.map(({ value, documents, indices }) =>
      row([
        value === '' ? messageCell('report.unknown') : text(value),
        text(String(documents.length)),
        figure(indices.coverage),
        figure(indices.mention),
        figure(indices.closure),
        figure(indices.balance),
        figure(indices.pmc),
      ]),
    ),
    notes: [message('report.trend.note')],
  };
}

function shareTable(corpus: Corpus, groups: readonly Group[], field: 'year' | 'level'): Table {
  const share = (documents: readonly CorpusDocument[], value: string, code: string): Figure =>
    leafCoverage(documents, code, `${field}/${value}`).share;
  return {
    id: `trend-${field}-categories`,
    caption: message(`report.trend.${field}.categories`),
    columns: [
      column('report.column.category'),
      ...groups.map(({ value }) => ({
        title: value === '' ? messageCell('report.unknown') : text(value),
        numeric: true,
      })),
    ],
    rows: corpus.remedies.map(({ code }) =>
      row([
        category(code),
        ...groups.map(({ value, documents }) => {
          const each = share(documents, value, code);
          return figure(each, Math.ceil((each.value ?? 0) * 5));
        }),
      ]),
    ),
    notes: [message('report.trend.categories.note')],
  };
}

/** Pairs of categories on one sentence. */
export function pairTable(corpus: Corpus, documents: readonly CorpusDocument[], prefix: string): Table {
  const pairs = cooccurrence(corpus, documents, prefix);
  return {
    id: 'pairs',
    caption: message('report.pairs.caption'),
    columns: [
      column('report.column.category'),
      column('report.column.with'),
      column('report.column.sentences', true),
    ],
    rows: pairs
      .slice(0, shownPairs)
      .map(({ first, second, sentences }) => row([category(first), category(second), figure(sentences)])),
    notes: pairs.length > shownPairs ? [message('report.shownOf', shownPairs, pairs.length)] : [],
  };
}
