import { fingerprintOf } from '../../match/hash';
import { buildCorpus, type Corpus, type ReportTaxonomy } from '../../coverage/corpus';
import type { Figure } from '../../coverage/figure';
import type { DocumentResult } from '../contract';
import type { PageOptions } from '../input';
import type { Cell, Place, Report, Row, Table } from '../model';
import { Pieces } from '../pieces';
import { categoryName, cellText, figureText, render, type ReportWords } from '../words';
import { renderChart } from './chart';
import { escapeHtml, jsonForScript } from './escape';
import { page, type PageDocument, type PageQuote } from './page';
import { style } from './style';

/** Longest quote written into a table; the evidence dialog shows all of it. */
const cellLength = 240;

/** With more tags than this, a webview's page asks its host for them: half of a large page would be quotes. */
const mostQuotes = 5_000;

interface Context {
  readonly report: Report;
  readonly words: ReportWords;
  readonly options: PageOptions;
}

/**
 * A report as one HTML page that needs nothing else: semantic tables, charts as SVG, all quotes, style and script,
 * under a content security policy that allows only these (by nonce). The same page works as a saved file and in a
 * webview, where a jump is posted to the host as {@link OpenMessage}.
 */
export function renderReportHtml(
  report: Report,
  words: ReportWords,
  options: PageOptions = { host: 'file' },
): Pieces {
  return new Pieces(() => pageHtml(report, words, options));
}

function* pageHtml(report: Report, words: ReportWords, options: PageOptions): Generator<string> {
  const context = { report, words, options };
  const nonce = nonceOf(report, options);
  const title = escapeHtml(cellText(words, report.corpus, report.title));
  const baseline =
    options.host === 'file' && options.baseline !== undefined
      ? ` data-baseline="${escapeHtml(options.baseline)}"`
      : '';
  yield [
    `<!DOCTYPE html>\n<html lang="${escapeHtml(words.language)}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(nonce, options))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style nonce="${nonce}">${style}</style>\n</head>`,
    `<body data-report="${report.kind}"${baseline}>`,
    `<header><h1>${title}</h1>${contents(context)}</header>`,
    `<p id="announce" role="status" class="note"></p>`,
    `<main>${filters(context)}`,
  ].join('\n');
  for (const { id, title: name, charts, tables } of report.sections) {
    yield `\n<section><h2 id="section-${id}">${escapeHtml(render(words, name))}</h2>`;
    for (const chart of charts) yield renderChart(chart, report.corpus, words);
    for (const table of tables) yield* tableHtml(context, table);
    yield '</section>';
  }
  yield concordanceForm(context);
  yield ['\n</main>', provenance(context), dialog(words)].join('\n');
  yield* data(context);
  // The name helper of development builds does not exist in the page.
  yield `\n<script nonce="${nonce}">(()=>{const __name=(f)=>f;(${page.toString()})(document,window)})()</script>\n</body>\n</html>\n`;
}

function nonceOf({ corpus, provenance: { taxonomy } }: Report, { nonce }: PageOptions): string {
  if (nonce !== undefined && /^[A-Za-z0-9+/_=-]{8,}$/.test(nonce)) return nonce;
  return fingerprintOf([taxonomy.fingerprint, ...corpus.documents.map(({ result }) => result.sha256)]);
}

function policy(nonce: string, { cspSource }: PageOptions): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'${cspSource === undefined ? '' : ` ${cspSource}`}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function contents({ report, words, options }: Context): string {
  const items = report.sections.map(
    ({ id, title }) => `<li><a href="#section-${id}">${escapeHtml(render(words, title))}</a></li>`,
  );
  if (options.host === 'webview')
    items.push(`<li><a href="#section-kwic">${escapeHtml(words.t('report.section.concordance'))}</a></li>`);
  return `<nav aria-label="${escapeHtml(words.t('report.contents'))}"><ul>${items.join('')}</ul></nav>`;
}

/** Selects for year, level and issuer, and a text field; shown by the script, without which they would do nothing. */
function filters({ report: { corpus }, words }: Context): string {
  if (corpus.documents.length < 2) return '';
  const selects = (['year', 'level', 'issuer'] as const).map((field) => {
    const values = [...new Set(corpus.documents.map(({ metadata }) => metadata[field]))]
      .filter(Boolean)
      .sort();
    if (values.length < 2) return '';
    const choices = values.map((value) => `<option>${escapeHtml(value)}</option>`).join('');
    const label = escapeHtml(words.t(`report.column.${field}`));
    return `<label>${label} <select name="${field}"><option value="">${escapeHtml(words.t('report.filter.all'))}</option>${choices}</select></label>`;
  });
  return `<fieldset id="filters" hidden><legend>${escapeHtml(words.t('report.filter'))}</legend>${selects.join('')}<label>${escapeHtml(words.t('report.column.document'))} <input type="search" name="text"></label></fieldset>`;
}

function* tableHtml(context: Context, table: Table): Generator<string> {
  const { report, words } = context;
  const captionId = `caption-${table.id}`;
  const heads = table.columns.map(
    ({ title, numeric }) =>
      `<th scope="col"${numeric ? ' class="num"' : ''}>${headHtml(report.corpus, words, title)}</th>`,
  );
  yield [
    `<div class="scroll" role="group" tabindex="0" aria-labelledby="${captionId}">`,
    `<table id="${table.id}"><caption id="${captionId}">${escapeHtml(render(words, table.caption))}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>`,
  ].join('');
  for (const row of table.rows) yield rowHtml(context, table, row);
  yield '</tbody></table></div>';
  for (const note of table.notes) yield `<p class="note">${escapeHtml(render(words, note))}</p>`;
}

/** Where a host answers: a category or a word to look for, and a table for its places. */
function concordanceForm({ report: { corpus }, words, options }: Context): string {
  if (options.host !== 'webview') return '';
  const t = (id: string): string => escapeHtml(words.t(id));
  const found = new Set(corpus.documents.flatMap(({ byCategory }) => [...byCategory.keys()]));
  const choices = corpus.taxonomy.categories
    .filter(({ code }) => found.has(code))
    .map(
      ({ code }) =>
        `<option value="${escapeHtml(code)}">${escapeHtml(categoryName(words, corpus, code))}</option>`,
    );
  const heads = ['document', 'left', 'match', 'right'].map(
    (name) => `<th scope="col"${name === 'left' ? ' class="num"' : ''}>${t(`report.column.${name}`)}</th>`,
  );
  return [
    `<section><h2 id="section-kwic">${t('report.section.concordance')}</h2>`,
    `<form id="kwic"><fieldset><legend>${t('report.kwic.what')}</legend>`,
    `<label>${t('report.column.category')} <select name="category"><option value="">${t('report.filter.all')}</option>${choices.join('')}</select></label>`,
    `<label>${t('report.kwic.word')} <input type="search" name="word"></label>`,
    `<button type="submit" class="find">${t('report.kwic.find')}</button></fieldset></form>`,
    '<p id="kwic-status" role="status" class="note"></p>',
    `<div class="scroll" role="group" tabindex="0" aria-labelledby="caption-kwic"><table id="kwic-lines" hidden><caption id="caption-kwic">${t('report.kwic.caption')}</caption><thead><tr>${heads.join('')}</tr></thead><tbody></tbody></table></div></section>`,
  ].join('');
}

/** A bare code as a column head gets its name as a tooltip and for screen readers. */
function headHtml(corpus: Corpus, words: ReportWords, title: Cell): string {
  const shown = escapeHtml(cellText(words, corpus, title));
  if (title.kind !== 'text' || !corpus.taxonomy.byCode.has(title.text)) return shown;
  return `<abbr title="${escapeHtml(categoryName(words, corpus, title.text))}">${shown}</abbr>`;
}

function rowHtml(context: Context, table: Table, { cells, document }: Row): string {
  const metadata = document === null ? undefined : context.report.corpus.documents[document]?.metadata;
  const attributes = metadata
    ? ` data-filtered="${String(document)}" data-year="${escapeHtml(metadata.year)}" data-level="${escapeHtml(metadata.level)}" data-issuer="${escapeHtml(metadata.issuer)}"`
    : '';
  const written = cells.map((cell, index) => {
    if (index === 0) return `<th scope="row">${cellHtml(context, cell)}</th>`;
    const heat = cell.kind === 'figure' && cell.heat !== undefined ? `heat h${String(cell.heat)}` : '';
    const classes = [table.columns[index]?.numeric ? 'num' : '', heat].filter(Boolean).join(' ');
    return `<td${classes === '' ? '' : ` class="${classes}"`}>${cellHtml(context, cell)}</td>`;
  });
  return `<tr${attributes}>${written.join('')}</tr>`;
}

function cellHtml(context: Context, cell: Cell): string {
  const { report, words } = context;
  switch (cell.kind) {
    case 'figure': {
      const { evidence } = cell.figure;
      const shown = figureText(cell.figure);
      const attributes = figureAttributes(context, cell.figure, shown);
      return evidence.length === 0
        ? `<span${attributes}>${shown}</span>`
        : `<button class="n"${attributes} data-q="${ranges(evidence)}">${shown}</button>`;
    }
    case 'status':
      return `<span class="status ${cell.status}">${escapeHtml(cellText(words, report.corpus, cell))}</span>`;
    case 'quotes':
      return `<ul class="quotes">${cell.quotes.map((index) => `<li>${quoteHtml(context, index)}</li>`).join('')}</ul>`;
    case 'passage':
      return `<q class="quote">${escapeHtml(clip(cell.text))}</q> ${cell.place ? jumpHtml(context, cell.place) : ''}`;
    default:
      return escapeHtml(cellText(words, report.corpus, cell));
  }
}

function quoteHtml(context: Context, index: number): string {
  const quote = context.report.corpus.quotes.at(index);
  if (!quote) return '';
  const { start, end } = quote.annotation;
  return `<q class="quote">${escapeHtml(clip(quote.annotation.quote))}</q> ${jumpHtml(context, { document: quote.document, start, end })}`;
}

/** A link to a passage where one can be followed: in a webview, or in a file that knows where the documents are. */
function jumpHtml({ report, words, options }: Context, { document, start, end }: Place): string {
  const path = report.corpus.documents[document]?.result.path ?? '';
  const attributes = `class="place jump" data-document="${String(document)}" data-start="${String(start)}" data-end="${String(end)}"`;
  if (options.host === 'webview')
    return `<button type="button" ${attributes} title="${escapeHtml(path)}">${escapeHtml(words.t('report.open'))}</button>`;
  if (options.baseline === undefined) return `<span class="place">${String(start)}–${String(end)}</span>`;
  const target = options.baseline + path.split('/').map(encodeURIComponent).join('/');
  return `<a ${attributes} href="${escapeHtml(target)}" title="${escapeHtml(path)}">${escapeHtml(words.t('report.open'))}</a>`;
}

/**
 * The figure's name, by which the check finds it in files, and its value where it is not what is shown. Short, because
 * a corpus has a hundred thousand figures: what is the same for all is added by the page's script.
 */
function figureAttributes({ options }: Context, { id, value }: Figure, shown: string): string {
  const name = options.host === 'file' ? ` data-figure="${escapeHtml(id)}"` : '';
  const exact = value === null ? '' : String(value);
  return exact === shown && name === '' ? '' : `${name} data-value="${exact}"`;
}

/** `0,1,2,5` → `0-2,5`. */
function ranges(list: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < list.length;) {
    const from = list[i] ?? 0;
    let to = from;
    while (list[++i] === to + 1) to++;
    parts.push(to === from ? String(from) : `${String(from)}-${String(to)}`);
  }
  return parts.join(',');
}

function clip(text: string): string {
  return text.length <= cellLength ? text : `${text.slice(0, cellLength).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function provenance({ report: { provenance: from }, words }: Context): string {
  const entries = [
    ['report.provenance.tool', `${from.tool.name} ${from.tool.version}`],
    ['report.provenance.taxonomy', `${from.taxonomy.id} ${from.taxonomy.version}`],
    ['report.provenance.fingerprint', from.taxonomy.fingerprint],
    ['report.provenance.offsets', from.offsetUnit],
    ['report.provenance.reference', from.reference],
    ['report.provenance.date', from.date],
  ] as const;
  const items = entries
    .filter(([, value]) => value !== '')
    .map(([id, value]) => `<dt>${escapeHtml(words.t(id))}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<footer><h2 id="provenance">${escapeHtml(words.t('report.section.provenance'))}</h2><dl class="provenance">${items.join('')}</dl></footer>`;
}

function dialog(words: ReportWords): string {
  return `<dialog id="evidence" aria-labelledby="evidence-title"><h2 id="evidence-title">${escapeHtml(words.t('report.section.evidence'))}</h2><ol></ol><div class="bar"><button type="button" class="more" hidden>${escapeHtml(words.t('report.more'))}</button><button type="button" class="close">${escapeHtml(words.t('report.close'))}</button></div></dialog>`;
}

/** Quotes stand in one block a document, parsed when first wanted: a large report opens at once. */
function* data({ report: { corpus }, words, options }: Context): Generator<string> {
  const block = (id: string, value: unknown): string =>
    `\n<script type="application/json" id="${id}">${jsonForScript(value)}</script>`;
  const { documents, quotes, taxonomy } = corpus;
  yield block('data-words', {
    open: words.t('report.open'),
    sorted: words.t('report.sorted'),
    shown: words.t('report.shown'),
  });
  yield block(
    'data-documents',
    documents.map(({ index, result }): PageDocument => ({ path: result.path, first: quotes.firstOf(index) })),
  );
  if (options.memento) yield block('data-memento', options.memento);
  if (options.host === 'webview' && quotes.length > mostQuotes) return;
  for (const { index, result } of documents)
    yield block(`data-quotes-${String(index)}`, pageQuotes(result, taxonomy));
}

/** One document's tags in the order of the page: what a webview's host answers to a {@link QuotesMessage}. */
export function pageQuotes(result: DocumentResult, taxonomy: ReportTaxonomy): PageQuote[] {
  return [...buildCorpus({ documents: [result] }, taxonomy).quotes].map(
    ({ annotation: { category, start, end, section, quote } }) => [category, start, end, section, quote],
  );
}
