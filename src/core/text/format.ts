import type { DocumentFormat } from './model';

/** Markdown by its name; everything else is plain text. */
export function formatByName(path: string): DocumentFormat {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}
