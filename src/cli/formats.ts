import type { ReportFormat } from '../core/report';

/** What each report is called here: first the name in help, then others that are understood. */
const reportNames: Readonly<Record<Exclude<ReportFormat, 'json'>, readonly [string, ...string[]]>> = {
  markdown: ['markdown'],
  html: ['html'],
  note: ['note'],
  csv: ['csv'],
  xlsx: ['xlsx'],
  sarif: ['sarif'],
  brat: ['brat'],
  doccano: ['doccano'],
  'web-annotation': ['w3c', 'web-annotation'],
  'refi-qda': ['qdpx', 'refi-qda'],
};

/** Reports by every name that is understood. Not JSON, which is written while documents are read, not at the end. */
export const reportsByName: ReadonlyMap<string, ReportFormat> = new Map(
  (Object.keys(reportNames) as (keyof typeof reportNames)[]).flatMap((report) =>
    reportNames[report].map((name) => [name, report] as const),
  ),
);

/** Formats of `export`, as help names them. */
export const exportFormats: readonly string[] = ['json', ...Object.values(reportNames).map(([name]) => name)];

/** Formats of `annotate` and `coverage`, as help names them. */
export const outputFormats: readonly string[] = ['text', ...exportFormats];

/** Formats of `compare`. */
export const comparisonFormats = ['text', 'markdown', 'html'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];
