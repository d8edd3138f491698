/** The sheets a workbook opens with: what the report shows, in the reader's language. */
import type { Corpus, CorpusDocument } from '../../coverage/corpus';
import type { Figure } from '../../coverage/figure';
import { documentIndices, groupIndices } from '../../coverage/indices';
import { noticesOf } from '../notices';
import { stillMissing } from '../documentSections';
import type { ReportInput } from '../input';
import { nameOf, render } from '../words';
import { Lines } from '../../text/lines';
import type { SheetTable } from './sheet';
import type { TidyValue } from './tidy';
import { codedLeaves } from '../../taxonomy/kinds';

/** Overview, documents × categories, what is missing, and all sentences; the tidy tables stand behind them. */
export function overviewSheets(input: ReportInput, corpus: Corpus): readonly SheetTable[] {
  const isSingle = corpus.documents.length === 1;
  // As in the report: a document alone is always shown, of several only those that count.
  const shown = corpus.documents.filter(({ counted }) => counted || isSingle);
  return [
    overview(input, corpus, shown),
    matrix(input, corpus, shown),
    missing(input, shown),
    sentences(input, corpus),
  ];
}

/** Shares in per cent with one digit, as the report shows them; nothing where a figure is not defined. */
function numberOf({ kind, value }: Figure): TidyValue {
  if (value === null) return '';
  if (kind === 'ratio') return Number((value * 100).toFixed(1));
  return kind === 'index' ? Number(value.toFixed(3)) : value;
}

function overview(input: ReportInput, corpus: Corpus, shown: readonly CorpusDocument[]): SheetTable {
  const { output, words, date } = input;
  const [only] = corpus.documents.length === 1 ? shown : [];
  const total = corpus.remedies.length;
  const named = (id: string, figure: Figure, ...args: readonly number[]): TidyValue[] => {
    const name = words.t(id, ...args);
    return [figure.kind === 'ratio' ? words.t('report.sheet.percent', name) : name, numberOf(figure)];
  };
  const rows: TidyValue[][] = [];
  if (only) {
    const indices = documentIndices(corpus, only);
    rows.push(
      [words.t('report.column.document'), only.result.path],
      [words.t('report.column.title'), only.result.title],
      named('report.index.covered', indices.covered, total),
      named('report.index.thin', indices.thin, total),
      [words.t('report.index.missing'), stillMissing(only).length],
      named('report.index.coverage', indices.coverage),
      named('report.index.mention', indices.mention),
      named('report.index.closure', indices.closure),
      named('report.index.balance', indices.balance),
      named('report.index.pmc', indices.pmc),
    );
  } else {
    const indices = groupIndices(corpus, shown, 'all');
    rows.push(
      [words.t('report.sheet.counted'), shown.length],
      [words.t('report.sheet.notCounted'), corpus.documents.length - shown.length],
      [words.t('report.sheet.notRead'), output.skipped.length],
      named('report.index.coverage.mean', indices.coverage),
      named('report.index.mention.mean', indices.mention),
      named('report.index.closure.mean', indices.closure),
      named('report.index.balance', indices.balance),
      named('report.index.pmc.mean', indices.pmc),
    );
  }
  const { tool, taxonomy } = output;
  rows.push(
    [words.t('report.provenance.tool'), `${tool.name} ${tool.version}`],
    [words.t('report.provenance.taxonomy'), `${taxonomy.id} ${taxonomy.version}`],
    [words.t('report.provenance.fingerprint'), taxonomy.fingerprint],
    ...(date === undefined ? [] : [[words.t('report.provenance.date'), date]]),
    ...noticesOf(input).map((notice) => [words.t('report.sheet.notice'), render(words, notice)]),
  );
  return {
    name: words.t('report.section.summary'),
    columns: [words.t('report.column.index'), words.t('report.column.value')],
    widths: [40, 60],
    count: rows.length,
    rows,
  };
}

/** One row a document: what it is, its indices, and its tags in every category of problems, pathways and safeguards. */
function matrix({ words }: ReportInput, corpus: Corpus, shown: readonly CorpusDocument[]): SheetTable {
  const leaves = codedLeaves(corpus.taxonomy.categories);
  const percent = (id: string): string => words.t('report.sheet.percent', words.t(id));
  const columns = [
    ...['document', 'title', 'issuer', 'year', 'level', 'covered', 'thin', 'missing'].map((name) =>
      words.t(`report.column.${name}`),
    ),
    percent('report.column.coverage'),
    percent('report.column.closure'),
    words.t('report.column.balance'),
    words.t('report.column.pmc'),
    ...leaves.map(({ code, name }) => `${code} ${words.name(name)}`),
  ];
  return {
    name: words.t('report.sheet.matrix'),
    columns,
    widths: [40, 40],
    count: shown.length,
    rows: {
      *[Symbol.iterator]() {
        for (const document of shown) {
          const { result, metadata, byCategory } = document;
          const indices = documentIndices(corpus, document);
          yield [
            result.path,
            result.title,
            metadata.issuer,
            metadata.year,
            metadata.level,
            numberOf(indices.covered),
            numberOf(indices.thin),
            stillMissing(document).length,
            numberOf(indices.coverage),
            numberOf(indices.closure),
            numberOf(indices.balance),
            numberOf(indices.pmc),
            ...leaves.map(({ code }) => byCategory.get(code)?.length ?? 0),
          ];
        }
      },
    },
  };
}

/** One row a remedy category that a document lacks, with the sentence that comes closest. */
function missing({ taxonomy, words }: ReportInput, shown: readonly CorpusDocument[]): SheetTable {
  const rows = shown.flatMap((document) => {
    const { path, nearest } = document.result;
    return stillMissing(document).map((code): TidyValue[] => {
      const closest = nearest.find((each) => each.category === code);
      return [path, code, nameOf(words, taxonomy, code), closest?.quote ?? ''];
    });
  });
  return {
    name: words.t('report.column.missing'),
    columns: [
      words.t('report.column.document'),
      words.t('report.sheet.code'),
      words.t('report.column.category'),
      words.t('report.sheet.nearest'),
    ],
    widths: [40, 10, 40, 80],
    count: rows.length,
    rows,
  };
}

/** One row a tag, with its line where the text is at hand. */
function sentences({ taxonomy, words, texts }: ReportInput, { documents, quotes }: Corpus): SheetTable {
  return {
    name: words.t('report.column.quotes'),
    columns: [
      words.t('report.column.document'),
      words.t('report.sheet.line'),
      words.t('report.column.section'),
      words.t('report.sheet.code'),
      words.t('report.column.category'),
      words.t('report.column.quotes'),
    ],
    widths: [40, 8, 30, 10, 40, 80],
    count: quotes.length,
    rows: {
      *[Symbol.iterator]() {
        for (const { result } of documents) {
          const text = texts?.get(result.path);
          const lines = text === undefined ? null : new Lines(text);
          for (const { start, section, category: code, quote } of result.annotations) {
            const name = nameOf(words, taxonomy, code);
            yield [result.path, lines?.at(start).line ?? '', section, code, name, quote];
          }
        }
      },
    },
  };
}
