/**
 * Reports and exports, for the command line and the report view alike. Everything here is pure: it works on the
 * documents of the JSON contract, a taxonomy, words, and optionally the texts.
 */
import { strToU8, zipSync } from 'fflate';
import { buildReport } from './buildReport';
import { skippedOf } from './notices';
import { buildComparison } from './comparisonReport';
import { archiveTime } from './formats/archiveTime';
import { bratFiles, type TextFile } from './formats/brat';
import { csvOf } from './formats/csv';
import { doccanoOf } from './formats/doccano';
import { longJson } from './formats/longJson';
import { overviewSheets } from './formats/overviewSheets';
import { refiQdaOf } from './formats/refiQda';
import { sarifOf } from './formats/sarif';
import { corpusOf, tidyTables } from './formats/tidy';
import { webAnnotationsOf } from './formats/webAnnotation';
import { xlsxOf } from './formats/xlsx';
import { renderReportHtml } from './html/renderReport';
import type { ReportInput } from './input';
import { renderReportMarkdown } from './markdown';
import type { Pieces } from './pieces';
import { reviewNote } from './reviewNote';
import { drain } from '../slices';

export { buildReport, buildReportInSlices } from './buildReport';
export { buildComparison } from './comparisonReport';
export { concordanceOf } from '../coverage/concordance';
export { pageQuotes, renderReportHtml } from './html/renderReport';
export { evidenceOf, rowsOf } from './html/rows';
export { renderReportMarkdown } from './markdown';
export { metadataOf } from './metadataOf';
export { reviewNote } from './reviewNote';
export type { PageOptions, ReportInput } from './input';

/**
 * Every format of reports and exports, with what holds of it; what users call them is said where they choose one.
 * `texts`: it holds the documents themselves; `binary`: it is no text, which neither terminals nor editors show;
 * `archive`: of several documents it is one, and so no text.
 */
const formats = {
  markdown: [],
  html: [],
  note: [],
  csv: [],
  xlsx: ['binary'],
  json: [],
  sarif: [],
  brat: ['texts', 'archive'],
  doccano: ['texts'],
  'web-annotation': [],
  'refi-qda': ['texts', 'binary'],
} as const satisfies Readonly<Record<string, readonly ('texts' | 'binary' | 'archive')[]>>;

export type ReportFormat = keyof typeof formats;

export const reportFormats = Object.keys(formats) as readonly ReportFormat[];

const traitsOf: Readonly<Record<ReportFormat, readonly string[]>> = formats;

export interface ReportFile {
  /** Relative, without folders that lead out; the first file is the main one. */
  readonly name: string;
  readonly content: string | Uint8Array | Pieces | Iterable<Uint8Array>;
}

export interface WrittenReport {
  readonly files: readonly ReportFile[];
  /** Paths of documents the format cannot hold because their text was not given. */
  readonly leftOut: readonly string[];
}

/** Whether a format is no text, for so many documents. */
export function isBinary(format: ReportFormat, documents: number): boolean {
  const traits = traitsOf[format];
  return traits.includes('binary') || (traits.includes('archive') && documents > 1);
}

/** Writes one report or export. Asynchronous because of the spreadsheet's library only. */
export async function writeReport(format: ReportFormat, input: ReportInput): Promise<WrittenReport> {
  const leftOut = traitsOf[format].includes('texts')
    ? input.output.documents.map(({ path }) => path).filter((path) => !input.texts?.has(path))
    : [];
  return { files: await filesOf(format, input), leftOut };
}

/** Writes the comparison of the output's two documents. */
export function writeComparison(format: 'text' | 'markdown' | 'html', input: ReportInput): WrittenReport {
  const report = buildComparison(input);
  const file =
    format === 'html'
      ? html(renderReportHtml(report, input.words, input.page), 'comparison')
      : markdown(renderReportMarkdown(report, input.words, format === 'markdown'), 'comparison');
  return { files: [file], leftOut: [] };
}

async function filesOf(format: ReportFormat, input: ReportInput): Promise<readonly ReportFile[]> {
  switch (format) {
    case 'markdown':
      return [markdown(renderReportMarkdown(buildReport(input), input.words), 'report')];
    case 'html':
      return [html(renderReportHtml(buildReport(input), input.words, input.page), 'report')];
    case 'note':
      return [markdown(reviewNote(input), 'note')];
    case 'csv':
      return tidyTables(input).map((table) => ({ name: `${table.name}.csv`, content: csvOf(table) }));
    case 'xlsx': {
      const corpus = corpusOf(input);
      return [
        {
          name: 'policy-lens.xlsx',
          content: await xlsxOf([...overviewSheets(input, corpus), ...tidyTables(input, corpus)]),
        },
      ];
    }
    case 'json':
      return [
        {
          name: 'policy-lens.json',
          content: longJson(
            { ...input.output, documents: [], skipped: skippedOf(input) },
            'documents',
            () => input.output.documents,
          ),
        },
      ];
    case 'sarif':
      return [{ name: 'policy-lens.sarif', content: `${JSON.stringify(sarifOf(input), null, 2)}\n` }];
    case 'web-annotation':
      return [{ name: 'policy-lens.jsonld', content: webAnnotationsOf(input) }];
    case 'doccano':
      return [{ name: 'doccano.jsonl', content: doccanoOf(input) }];
    case 'brat':
      return brat(bratFiles(input), input);
    case 'refi-qda':
      return [{ name: 'policy-lens.qdpx', content: refiQdaOf(input) }];
  }
}

function markdown(content: string, name: string): ReportFile {
  return { name: `${name}.md`, content };
}

function html(content: Pieces, name: string): ReportFile {
  return { name: `${name}.html`, content };
}

/** A file's bytes. */
export function bytesOf(file: ReportFile): Uint8Array {
  return drain(bytesInSlices(file));
}

/** {@link bytesOf} in slices: a long file is made while it is read. */
export function* bytesInSlices({ content }: ReportFile): Generator<void, Uint8Array> {
  if (typeof content === 'string') return strToU8(content);
  if (content instanceof Uint8Array) return content;
  const chunks: Uint8Array[] = [];
  for (const piece of content) {
    chunks.push(typeof piece === 'string' ? strToU8(piece) : piece);
    yield;
  }
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The files of one document as they are; those of several in an archive. */
function brat(files: readonly TextFile[], { output }: ReportInput): readonly ReportFile[] {
  if (output.documents.length < 2) return files;
  const entries = Object.fromEntries(files.map(({ name, content }) => [name, strToU8(content)]));
  return [{ name: 'brat.zip', content: zipSync(entries, { mtime: archiveTime }) }];
}
