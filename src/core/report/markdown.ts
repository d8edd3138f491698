import { reportMark } from '../match/policyText';
import { countsOf } from './counts';
import { cellText, documentName, provenanceLines, render, type ReportWords } from './words';
import type { Cell, Report, Table } from './model';
import { clipLine } from '../text/clip';
import { unsteering } from '../text/controls';

/** Longest quote in a table cell, and in the list of evidence, in UTF-16 code units. */
const cellLength = 120;
const evidenceLength = 600;
/** Reports over more documents point to the CSV export instead of listing every sentence. */
const listedDocuments = 20;

/**
 * A report as GitHub-flavoured Markdown. Whatever comes from documents is escaped: it is shown, never interpreted.
 *
 * @param withEvidence Whether every sentence behind the figures follows, as in a file; a terminal shows what the tables
 *   quote.
 */
export function renderReportMarkdown(report: Report, words: ReportWords, withEvidence = true): string {
  const { corpus, sections, provenance } = report;
  const title = escapeMarkdown(cellText(words, corpus, report.title));
  const lines = [...(withEvidence ? [reportMark, ''] : []), `# ${title}`, ''];
  const counts = countsOf(report);
  if (counts) lines.push(words.t('report.countedOf', counts.counted, counts.counted + counts.leftOut), '');
  for (const notice of report.notices) lines.push(`**${escapeMarkdown(render(words, notice))}**`, '');
  for (const section of sections) {
    lines.push(`## ${escapeMarkdown(render(words, section.title))}`, '');
    for (const table of section.tables) {
      for (const line of tableLines(report, table, words)) lines.push(line);
      lines.push('');
    }
  }
  if (withEvidence) for (const line of evidence(report, words)) lines.push(line);
  lines.push(`## ${words.t('report.section.provenance')}`, '');
  for (const [name, value] of provenanceLines(words, provenance))
    lines.push(`- ${name} ${escapeMarkdown(value)}`);
  return `${unsteering(lines.join('\n'))}\n`;
}

function tableLines({ corpus }: Report, table: Table, words: ReportWords): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const show = (cell: Cell): string => {
    if (cell.kind === 'quotes')
      return cell.quotes
        .map(
          (index) => quoted(quoteAt(corpus, index), cellLength) + (cell.isNamed ? from(corpus, index) : ''),
        )
        .join('<br>');
    const shown = cellText(words, corpus, cell);
    return cell.kind === 'passage' ? quoted(shown, cellLength) : escapeMarkdown(shown);
  };
  const heads = [
    '',
    line(table.columns.map(({ title }) => show(title))),
    line(table.columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
  ];
  return [
    `**${escapeMarkdown(render(words, table.caption, corpus))}**`,
    ...(table.rows.length > 0 ? heads : []),
    ...table.rows.map(({ cells }) => line(cells.map(show))),
    ...table.notes.flatMap((note) => ['', `*${escapeMarkdown(render(words, note))}*`]),
  ];
}

/** Every sentence behind the figures, by document and category. */
function evidence({ corpus }: Report, words: ReportWords): string[] {
  const lines = [`## ${words.t('report.section.evidence')}`, ''];
  if (corpus.documents.length > listedDocuments)
    return [...lines, words.t('report.evidence.inCsv', String(corpus.quotes.length)), ''];
  for (const document of corpus.documents) {
    lines.push(`### ${escapeMarkdown(documentName(corpus, document.index))}`, '');
    for (const [code, quotes] of document.byCategory) {
      lines.push(
        `**${escapeMarkdown(cellText(words, corpus, { kind: 'category', code }))}** ${String(quotes.length)}`,
        '',
      );
      for (const index of quotes) {
        const annotation = corpus.quotes.at(index)?.annotation;
        if (!annotation) continue;
        const { section, start, end } = annotation;
        const place = `${section === '' ? '' : `${escapeMarkdown(section)} `}${String(start)}–${String(end)}`;
        lines.push(`- ${quoted(annotation.quote, evidenceLength)} (${place})`);
      }
      lines.push('');
    }
  }
  return lines;
}

/** The document of a quote, where a table has those of several. */
function from(corpus: Report['corpus'], index: number): string {
  return ` (${escapeMarkdown(documentName(corpus, corpus.quotes.at(index)?.document ?? -1))})`;
}

function quoteAt(corpus: Report['corpus'], index: number): string {
  return corpus.quotes.at(index)?.annotation.quote ?? '';
}

/** The beginning of a document's words in quotation marks, on one line. @param most See {@link clipLine}. */
export function quoted(text: string, most: number): string {
  return `“${escapeMarkdown(clipLine(text, most))}”`;
}

const characterReferences: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Text that no Markdown renderer reads as markup, table border or HTML; line ends become spaces. Bare addresses may
 * still become links to themselves: renderers look for them after all escapes are gone.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]<>#|~$^!&@]/g, (character) => characterReferences[character] ?? `\\${character}`)
      // Inside an address escapes are not read; so it must not be taken for one before they are.
      .replace(/(https?|ftp):\/\//gi, '$1\\://')
      .replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}\\.`)
      .replace(
        /^(\s*)([-+=]|\d+[.)])(?=\s|$)/,
        (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
      )
  );
}
