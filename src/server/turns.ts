import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Longest run without giving other requests a turn, in milliseconds. */
export const sliceBudget = 8;

/** What long work needs of its host; tests pass their own clock. */
export interface Clock {
  now(): number;
  /** Runs `task` after everything that waits already. */
  defer(task: () => void): void;
}

/** Asked between two steps of long work; see {@link turns}. */
export type GoOn = () => Promise<void>;

/**
 * Lets other requests have their turn where this work has had its time.
 *
 * @returns rejects with {@link cancelled} where the work is not wanted any more.
 */
export function turns(clock: Clock, token: CancellationToken): GoOn {
  let until = clock.now() + sliceBudget;
  return async () => {
    if (clock.now() > until) {
      await new Promise<void>((resolve) => clock.defer(resolve));
      until = clock.now() + sliceBudget;
    }
    if (token.isCancellationRequested) throw cancelled(LSPErrorCodes.RequestCancelled);
  };
}

/** Silently ends a request that nobody waits for any more; never an empty answer. */
export function cancelled(code: number): ResponseError<unknown> {
  return new ResponseError(code, 'The document changed.', { retriggerRequest: true });
}
