import type { Report } from './model';

/** How many documents the figures are about, and how many files are listed with why they are left out. */
export function countsOf({ kind, corpus, sections }: Report): { counted: number; leftOut: number } | null {
  if (kind !== 'corpus') return null;
  const tables = sections.flatMap((section) => section.tables);
  return {
    counted: corpus.documents.filter(({ counted }) => counted).length,
    leftOut: tables.find(({ id }) => id === 'skipped')?.rows.length ?? 0,
  };
}
