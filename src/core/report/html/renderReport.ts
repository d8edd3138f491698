import { fingerprintOf } from '../../fingerprint';
import { reportMark } from '../../match/policyText';
import { buildCorpus, type Corpus, type ReportTaxonomy } from '../../coverage/corpus';
import type { DocumentResult } from '../contract';
import { countsOf } from '../counts';
import type { PageOptions } from '../input';
import type { Cell, Report, Table } from '../model';
import { Pieces } from '../pieces';
import { categoryName, cellText, provenanceLines, render, type ReportWords } from '../words';
import { linkTo } from '../formats/names';
import { renderChart } from './chart';
import { escapeHtml, jsonForScript } from './escape';
import type { PageDocument, PageQuote } from './messages';
import { page } from './page';
import { besideIn, inChinese, mostBeside, rowHtml, type Context } from './rowHtml';
import { places } from './places';
import { pageRows } from './rows';
import { styleOf } from './style';
import { tables } from './tables';

/** With more tags than this, a webview's page asks its host for them: half of a large page would be quotes. */
const mostQuotes = 5_000;

/** Fewer documents are seen at a glance. */
const fewestFiltered = 4;

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
  yield [
    `<!DOCTYPE html>\n${reportMark}\n<html lang="${escapeHtml(words.language)}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(nonce))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style nonce="${nonce}">${styleOf(pageRows)}</style>\n</head>`,
    `<body data-report="${report.kind}">`,
    `<header><h1${report.title.kind === 'text' ? inChinese(words) : ''}>${title}</h1>${notices(context)}${lead(context)}${contents(context)}</header>`,
    `<p id="announce" role="status" class="note"></p>`,
    `<main>${filters(context)}`,
  ].join('\n');
  for (const section of report.sections) {
    yield `\n<section><h2 id="section-${section.id}">${escapeHtml(render(words, section.title))}</h2>`;
    for (const chart of section.charts) yield renderChart(chart, report.corpus, words);
    for (const table of section.tables) yield* tableHtml(context, table);
    yield '</section>';
  }
  yield concordanceForm(context);
  yield ['\n</main>', provenance(context), dialog(words)].join('\n');
  yield* data(context);
  // The name helper of development builds does not exist in the page.
  yield `\n<script nonce="${nonce}">(()=>{const __name=(f)=>f;(${page.toString()})(document,window,${tables.toString()},${places.toString()},${String(pageRows)})})()</script>\n</body>\n</html>\n`;
}

function nonceOf({ corpus, provenance: { taxonomy } }: Report, { nonce }: PageOptions): string {
  if (nonce !== undefined && /^[A-Za-z0-9+/_=-]{8,}$/.test(nonce)) return nonce;
  return fingerprintOf([taxonomy.fingerprint, ...corpus.documents.map(({ result }) => result.sha256)]);
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function notices({ report, words }: Context): string {
  return report.notices
    .map((notice) => `<p class="notice">${escapeHtml(render(words, notice))}</p>`)
    .join('');
}

/** What is counted, and the way to why the rest is not. */
function lead({ report, words }: Context): string {
  const counts = countsOf(report);
  if (!counts) return '';
  const counted = escapeHtml(words.t('report.lead.counted', counts.counted));
  if (counts.leftOut === 0) return `<p>${counted}</p>`;
  const leftOut = escapeHtml(words.t('report.lead.notCounted', counts.leftOut));
  return `<p>${counted} · <a href="#section-limits">${leftOut}</a></p>`;
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
  if (corpus.documents.length < fewestFiltered) return '';
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

/** One without a row has its caption and notes only. */
function* tableHtml(context: Context, table: Table): Generator<string> {
  const { report, words, options } = context;
  if (table.rows.length === 0) {
    yield `<p><strong>${escapeHtml(render(words, table.caption, report.corpus))}</strong></p>`;
    yield* notesHtml(words, table);
    return;
  }
  const captionId = `caption-${table.id}`;
  const heads = table.columns.map(
    ({ title, numeric, isProse }) =>
      `<th scope="col"${numeric ? ' class="num"' : isProse ? ' class="prose"' : ''}>${headHtml(report.corpus, words, title)}</th>`,
  );
  const { length } = table.rows;
  const isLong = length > pageRows;
  // The host has the others; a file has them all.
  const isPart = isLong && options.host === 'webview';
  const attributes = [
    isPart ? ` data-rows="${String(length)}"` : '',
    isLong && isByDocument(table) ? ' data-unit="documents"' : '',
    table.isFixed ? ' data-fixed' : '',
    narrowClass(table),
  ].join('');
  yield [
    isLong ? '<div class="long">' : '',
    `<div class="scroll" role="group" tabindex="0" aria-labelledby="${captionId}">`,
    `<table id="${table.id}"${attributes}><caption id="${captionId}">${escapeHtml(render(words, table.caption, report.corpus))}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>`,
  ].join('');
  for (const row of isPart ? table.rows.slice(0, pageRows) : table.rows) yield rowHtml(context, table, row);
  yield `</tbody></table></div>${isLong ? '</div>' : ''}`;
  yield* notesHtml(words, table);
  yield keyHtml(report.corpus, words, table);
}

function* notesHtml(words: ReportWords, { notes, pageNotes = [] }: Table): Generator<string> {
  for (const note of [...notes, ...pageNotes]) yield `<p class="note">${escapeHtml(render(words, note))}</p>`;
}

/**
 * How a table with sentences stands in a narrow page: with so many columns beside the first, where there is room for
 * them, and the sentences below; else each row as a card.
 */
function narrowClass({ columns }: Table): string {
  const beside = besideIn(columns);
  if (beside === columns.length - 1) return '';
  return beside > mostBeside ? ' class="cards"' : ` class="stack s${String(beside)}"`;
}

/** Whether each row is another document's. */
function isByDocument({ rows }: Table): boolean {
  const documents = new Set(rows.map(({ document }) => document));
  return documents.size === rows.length && !documents.has(null);
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
    `<div class="scroll" role="group" tabindex="0" aria-labelledby="caption-kwic" hidden><table id="kwic-lines"><caption id="caption-kwic">${t('report.kwic.caption')}</caption><thead><tr>${heads.join('')}</tr></thead><tbody></tbody></table></div></section>`,
  ].join('');
}

/**
 * A bare code as a column head gets its name as a tooltip, which only a mouse can see, and as hidden words for screen
 * readers; those who see and have no mouse find it in the key.
 */
function headHtml(corpus: Corpus, words: ReportWords, title: Cell): string {
  const shown = escapeHtml(cellText(words, corpus, title));
  const category = categoryOfHead(corpus, title);
  if (!category) return shown;
  const name = escapeHtml(words.name(category.name));
  return `<abbr title="${shown} ${name}">${shown}</abbr><span class="unseen"> ${name}</span>`;
}

/** What the codes in the column heads mean, to be unfolded; empty where no head is a code. */
function keyHtml(corpus: Corpus, words: ReportWords, { columns }: Table): string {
  const entries = columns.flatMap(({ title }) => {
    const category = categoryOfHead(corpus, title);
    if (!category) return [];
    return [`<dt>${escapeHtml(category.code)}</dt><dd>${escapeHtml(words.name(category.name))}</dd>`];
  });
  if (entries.length === 0) return '';
  const summary = escapeHtml(words.t('report.codes'));
  return `<details class="codes"><summary>${summary}</summary><dl>${entries.join('')}</dl></details>`;
}

function categoryOfHead({ taxonomy }: Corpus, title: Cell) {
  return title.kind === 'text' ? taxonomy.byCode.get(title.text) : undefined;
}

function provenance({ report, words }: Context): string {
  const items = provenanceLines(words, report.provenance).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<footer><h2 id="provenance">${escapeHtml(words.t('report.section.provenance'))}</h2><dl class="provenance">${items.join('')}</dl></footer>`;
}

function dialog(words: ReportWords): string {
  return `<dialog id="evidence" aria-labelledby="evidence-title"><div class="top"><h2 id="evidence-title">${escapeHtml(words.t('report.section.evidence'))}</h2><button type="button" class="close">${escapeHtml(words.t('report.close'))}</button></div><ol></ol><div class="bar"><button type="button" class="more" hidden>${escapeHtml(words.t('report.more'))}</button></div></dialog>`;
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
    wide: words.t('report.wide'),
    // %0 and so on are filled by the script.
    pager: words.t('report.pager', '%0'),
    documents: words.t('report.pager.documents', '%0', '%1', '%2'),
    rows: words.t('report.pager.rows', '%0', '%1', '%2'),
    first: words.t('report.pager.first'),
    previous: words.t('report.pager.previous'),
    next: words.t('report.pager.next'),
    last: words.t('report.pager.last'),
  });
  yield block(
    'data-documents',
    documents.map(({ index, result, counted, metadata }): PageDocument => ({
      path: result.path,
      ...hrefOf(result.path, options),
      first: quotes.firstOf(index),
      counted,
      metadata: Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== '')),
    })),
  );
  if (options.memento) yield block('data-memento', options.memento);
  if (options.host === 'webview' && quotes.length > mostQuotes) return;
  for (const { index, result } of documents)
    yield block(`data-quotes-${String(index)}`, pageQuotes(result, taxonomy));
}

function hrefOf(path: string, { host, baseline }: PageOptions): Pick<PageDocument, 'href'> {
  return host === 'file' && baseline !== undefined ? { href: linkTo(baseline, path) } : {};
}

/** One document's tags in the order of the page: what a webview's host answers to a {@link QuotesMessage}. */
export function pageQuotes(result: DocumentResult, taxonomy: ReportTaxonomy): PageQuote[] {
  return [...buildCorpus({ documents: [result] }, taxonomy).quotes].map(
    ({ annotation: { category, start, end, section, quote } }) => [category, start, end, section, quote],
  );
}
