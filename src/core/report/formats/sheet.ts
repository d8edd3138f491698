import type { TidyValue } from './tidy';

/** What a workbook needs of a table; a {@link TidyTable} fits. */
export interface SheetTable {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Of the first columns, in characters. */
  readonly widths?: readonly number[];
  /** How many rows there are. */
  readonly count: number;
  readonly rows: Iterable<readonly TidyValue[]>;
}
