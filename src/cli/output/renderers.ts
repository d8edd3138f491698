import type { DocumentResult } from '../../core/report/contract';
import { compact } from '../../core/report/compact';
import { jsonLine } from '../../core/report/formats/jsonLine';
import type { Analyst } from '../analyst';
import type { SourceText } from '../input/source';
import { annotationText } from './annotationText';
import { coverageText } from './coverageText';
import { jsonPieces } from './jsonPieces';

/** How one document is written. `compact`: JSON without what the text says; `none`: only the digest is wanted. */
export interface RenderOptions {
  readonly as: 'json' | 'compact' | 'annotationText' | 'coverageText' | 'record' | 'coverageRecord' | 'none';
  /** Columns to keep to. */
  readonly columns: number;
}

/** A function that writes one document, in pieces that follow each other. */
export type Renderer = (result: DocumentResult, source: SourceText) => Iterable<string>;

/** @param analyst Gives names and language. */
export function renderer(options: RenderOptions, { taxonomy, translator }: Analyst): Renderer {
  const context = { taxonomy, translator, columns: options.columns };
  switch (options.as) {
    case 'json':
      return (result) => jsonPieces(result);
    case 'compact':
      return (result) => [JSON.stringify(compact(result))];
    case 'annotationText':
      return (result, { text }) => [annotationText(result, text, context)];
    case 'coverageText':
      return (result, { text }) => [coverageText(result, text, context)];
    case 'record':
      return (result, source) => [record(source, taxonomy.fingerprint, result)];
    case 'coverageRecord':
      return (result, source) => [record(source, taxonomy.fingerprint, coverageRecord(result))];
    case 'none':
      return () => [];
  }
}

/** Whether it writes why sentences were tagged. */
export function showsEvidence({ as }: RenderOptions): boolean {
  return as === 'json' || as === 'record' || as === 'annotationText';
}

/** Whether it writes what the rules found. */
export function showsFindings({ as }: RenderOptions): boolean {
  return as !== 'none' && as !== 'coverageRecord';
}

/** A line of NDJSON; begins with the id it was asked with and what it was analysed by. */
function record({ id }: SourceText, taxonomy: string, body: object): string {
  return `${jsonLine({ id, taxonomy }).slice(0, -1)},${jsonLine(body).slice(1)}`;
}

function coverageRecord({ sha256, length, title, annotations, coverage, checked }: DocumentResult): object {
  const counts: Record<string, number> = {};
  for (const { category } of annotations) counts[category] = (counts[category] ?? 0) + 1;
  return { sha256, length, title, counts, coverage, isPolicyText: checked.isPolicyText };
}
