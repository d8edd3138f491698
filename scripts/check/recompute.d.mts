/** Types of recompute.mjs, for the test that runs it. */
export type CsvRow = Readonly<Record<string, string>>;

export interface CsvExport {
  readonly tags: readonly CsvRow[];
  readonly documents: readonly CsvRow[];
  readonly categories: readonly CsvRow[];
  readonly links: readonly CsvRow[];
}

export interface ShownFigure {
  readonly name: string;
  readonly value: number | null;
  readonly hasEvidence: boolean;
  readonly shown: string;
}

export function readCsv(text: string): CsvRow[];
export function recompute(tables: CsvExport): Map<string, number | null>;
export function figuresOf(html: string): ShownFigure[];
export function differences(
  figures: ReadonlyMap<string, number | null>,
  shown: readonly ShownFigure[],
): string[];
export function readExport(folder: string): CsvExport;
