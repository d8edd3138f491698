import type { PageAnswer, RowsMessage } from '../../../core/report/html/messages';
import type { Report } from '../../../core/report/model';
import type { PageOptions, ReportInput } from '../../../core/report';

/** What a page was made of: its questions are answered from that, even while documents change. */
export interface ShownReport {
  readonly input: ReportInput;
  readonly report: Report;
  readonly page: PageOptions;
}

/** Answers what a report's page asks for; undefined where it is no question or cannot be answered. */
export async function answer(shown: ShownReport, message: unknown): Promise<PageAnswer | undefined> {
  const core = await import('../../../core/report');
  const { input, report, page } = shown;
  const asked = fieldsOf(message);
  const { type, documents, figure, category, word } = asked;
  if (type === 'rows') {
    const query = readQuery(asked);
    return query && core.rowsOf(report, input.words, page, query);
  }
  if (type === 'evidence' && typeof figure === 'string')
    return { type, figure, quotes: core.evidenceOf(report, figure) };
  if (type === 'quotes' && Array.isArray(documents)) {
    const quotes = documents.flatMap((index: unknown) => {
      const result = typeof index === 'number' ? input.output.documents[index] : undefined;
      return result ? [[Number(index), core.pageQuotes(result, input.taxonomy)] as const] : [];
    });
    return { type, quotes };
  }
  if (type !== 'concordance' || typeof category !== 'string' || typeof word !== 'string') return undefined;
  const { t } = input.words;
  const { lines, isCut } = core.concordanceOf(input.output.documents, input.texts ?? new Map(), {
    category,
    word,
  });
  const positions = new Map(input.output.documents.map(({ path }, index) => [path, index]));
  return {
    type,
    status: isCut ? t('report.concordance.cut', lines.length) : t('report.kwic.found', lines.length),
    lines: lines.map(({ path, start, end, left, match, right }) => [
      positions.get(path) ?? 0,
      start,
      end,
      left,
      match,
      right,
    ]),
  };
}

function readQuery({
  table,
  documents,
  column,
  isDescending,
  from,
}: Readonly<Record<string, unknown>>): RowsMessage | undefined {
  if (typeof table !== 'string' || typeof isDescending !== 'boolean') return undefined;
  if (!isPosition(column) || !isPosition(from)) return undefined;
  if (documents !== null && !(Array.isArray(documents) && documents.every(isPosition))) return undefined;
  // In the order in which the page wrote it: it knows the answer by the query.
  return { type: 'rows', table, column, isDescending, from, documents };
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
