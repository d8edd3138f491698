import type { DocumentResult } from '../../core/report/contract';
import type { Analyst } from '../analyst';
import type { SourceText } from '../input/source';
import { annotationText } from './annotationText';
import { coverageText } from './coverageText';

/** How one document is written. `none`: only the digest is wanted. */
export interface RenderOptions {
  readonly as: 'json' | 'annotationText' | 'coverageText' | 'none';
  /** Columns to keep to. */
  readonly columns: number;
}

/** A function that writes one document. */
export type Renderer = (result: DocumentResult, source: SourceText) => string;

/** @param analyst Gives names and language. */
export function renderer(options: RenderOptions, { taxonomy, translator }: Analyst): Renderer {
  const context = { taxonomy, translator, columns: options.columns };
  switch (options.as) {
    case 'json':
      return (result) => JSON.stringify(result);
    case 'annotationText':
      return (result, { text }) => annotationText(result, text, context);
    case 'coverageText':
      return (result, { text }) => coverageText(result, text, context);
    case 'none':
      return () => '';
  }
}
