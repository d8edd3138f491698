import type { Figure } from '../../coverage/figure';
import type { PageOptions } from '../input';
import type { Cell, Column, Place, Report, Row, Table } from '../model';
import { categoryName, cellText, documentName, figureText, type ReportWords } from '../words';
import { linkTo } from '../formats/names';
import { escapeHtml } from './escape';
import { clip } from '../../text/clip';

/** Longest quote written into a table; the evidence dialog shows all of it. */
const cellLength = 240;

/** A figure with more quotes than this has their numbers fetched from a webview's host, as the page is to stay small. */
const mostEvidence = 200;

/** What the documents are written in, whatever the page is. */
const documentLanguage = 'zh-CN';

/** What a page is made of. */
export interface Context {
  readonly report: Report;
  readonly words: ReportWords;
  readonly options: PageOptions;
}

/** Columns of short cells that fit beside the first in a narrow page. */
export const mostBeside = 4;

/** Columns of short cells beside the first. */
export function besideIn(columns: readonly Column[]): number {
  return columns.filter(({ isProse }) => !isProse).length - 1;
}

/** A `<tr>`. */
export function rowHtml(context: Context, table: Table, { cells, document }: Row): string {
  const attributes = document === null ? '' : ` data-filtered="${String(document)}"`;
  const beside = besideIn(table.columns);
  const isCard = beside > mostBeside && beside < table.columns.length - 1;
  const written = cells.map((cell, index) => {
    if (index === 0) return `<th scope="row">${cellHtml(context, cell)}</th>`;
    const heat = cell.kind === 'figure' && cell.heat !== undefined ? `heat h${String(cell.heat)}` : '';
    const column = table.columns[index];
    const classes = [column?.isProse ? 'prose' : '', column?.numeric ? 'num' : '', heat]
      .filter(Boolean)
      .join(' ');
    const label =
      column && (column.isProse || isCard)
        ? ` data-label="${escapeHtml(cellText(context.words, context.report.corpus, column.title))}"`
        : '';
    return `<td${classes === '' ? '' : ` class="${classes}"`}${label}>${cellHtml(context, cell)}</td>`;
  });
  return `<tr${attributes}>${written.join('')}</tr>`;
}

function cellHtml(context: Context, cell: Cell): string {
  const { report, words, options } = context;
  switch (cell.kind) {
    case 'figure': {
      const { evidence } = cell.figure;
      const shown = figureText(cell.figure);
      const isAsked = options.host === 'webview' && evidence.length > mostEvidence;
      const attributes = figureAttributes(cell.figure, shown, isAsked || options.host === 'file');
      if (evidence.length === 0) return `<span${attributes}>${shown}</span>`;
      const quotes = isAsked ? '' : ` data-q="${ranges(evidence)}"`;
      return `<button class="n"${attributes}${quotes}>${shown}</button>`;
    }
    case 'status':
      return `<span class="status ${cell.status}">${escapeHtml(cellText(words, report.corpus, cell))}</span>`;
    case 'quotes':
      return `<ul class="quotes">${cell.quotes.map((index) => `<li>${quoteHtml(context, index, cell.isNamed)}</li>`).join('')}</ul>`;
    case 'categories':
      return categoriesHtml(context, cell.codes, cell.tables);
    case 'passage':
      return `${wordsHtml(context, cell.text)} ${cell.place ? jumpHtml(context, cell.place) : ''}`;
    default:
      return escapeHtml(cellText(words, report.corpus, cell));
  }
}

/** Names of categories; each leads to its table where there is one. */
function categoriesHtml(
  { report: { corpus }, words }: Context,
  codes: readonly string[],
  tables: readonly string[] = [],
): string {
  const named = codes.map((code, index) => {
    const name = escapeHtml(categoryName(words, corpus, code));
    const table = tables[index];
    return table === undefined ? name : `<a href="#${table}">${name}</a>`;
  });
  return named.join(escapeHtml(words.t('report.listSeparator')));
}

function quoteHtml(context: Context, index: number, isNamed = false): string {
  const quote = context.report.corpus.quotes.at(index);
  if (!quote) return '';
  const { start, end } = quote.annotation;
  const name = documentName(context.report.corpus, quote.document);
  const from = isNamed ? `<span class="from">${escapeHtml(name)}</span> ` : '';
  return `${wordsHtml(context, quote.annotation.quote)} ${from}${jumpHtml(context, { document: quote.document, start, end })}`;
}

/** Words of a document. */
function wordsHtml({ words }: Context, text: string): string {
  return `<q class="quote"${inChinese(words)}>${escapeHtml(clip(text, cellLength))}</q>`;
}

/** For what is Chinese on a page in another language: screen readers choose their voice by it, browsers the glyphs. */
export function inChinese({ language }: ReportWords): string {
  return language === documentLanguage ? '' : ` lang="${documentLanguage}"`;
}

/** A link to a passage where one can be followed: in a webview, or in a file that knows where the documents are. */
function jumpHtml({ report, words, options }: Context, { document, start, end }: Place): string {
  const path = report.corpus.documents[document]?.result.path ?? '';
  const attributes = `class="place jump" data-document="${String(document)}" data-start="${String(start)}" data-end="${String(end)}"`;
  if (options.host === 'webview')
    return `<button type="button" ${attributes} title="${escapeHtml(path)}">${escapeHtml(words.t('report.open'))}</button>`;
  if (options.baseline === undefined) return `<span class="place">${String(start)}–${String(end)}</span>`;
  return `<a ${attributes} href="${escapeHtml(linkTo(options.baseline, path))}" title="${escapeHtml(path)}">${escapeHtml(words.t('report.open'))}</a>`;
}

/**
 * The figure's name, by which the check finds it in files and the host its quotes, and its value where it is not what
 * is shown. Short, because a corpus has a hundred thousand figures: what is the same for all is added by the page's
 * script.
 */
function figureAttributes({ id, value }: Figure, shown: string, isNamed: boolean): string {
  const name = isNamed ? ` data-figure="${escapeHtml(id)}"` : '';
  const exact = value === null ? '' : String(value);
  return exact === shown && name === '' ? '' : `${name} data-value="${exact}"`;
}

/** `0,1,2,5` → `0-2,5`. */
export function ranges(list: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < list.length;) {
    const from = list[i] ?? 0;
    let to = from;
    while (list[++i] === to + 1) to++;
    parts.push(to === from ? String(from) : `${String(from)}-${String(to)}`);
  }
  return parts.join(',');
}
