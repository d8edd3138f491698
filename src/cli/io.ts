import type * as Converter from '../convert/answer';
import type { EngineData } from '../core/engineData';

/** What the command line needs of its process, so that tests run it inside theirs. */
export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves when more may be written: whoever reads slowly holds the writer back. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** For people: progress, notices, errors. */
  error(text: string): void;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  /** Whether standard output is a terminal: what goes elsewhere need not fit into its columns. */
  readonly isTerminal: boolean;
  /** Whether standard error is a terminal, so that progress may be redrawn. */
  readonly interactive: boolean;
  /** Printed in reports: YYYY-MM-DD. */
  readonly today: string;
  /** Tokenizer and model; asked for once in a run. */
  loadData(): Promise<EngineData>;
  /** What reads Word, web pages, PDF and OFD, and writes Word: a bundle of its own, larger than all the rest. */
  loadConverter(): Promise<Pick<typeof Converter, 'addComments' | 'convertDocument' | 'exportWord'>>;
  /** The script of a worker thread; null where there is none. */
  readonly workerFile: string | null;
}

/** Exit codes, part of the interface. */
export const exit = { ok: 0, findings: 1, unreadable: 2 } as const;

/** A mistake of the caller or in a file named on the command line: shown without a stack, exit code 2. */
export class UsageError extends Error {}
