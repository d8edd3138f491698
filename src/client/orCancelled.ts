import type * as vscode from 'vscode';

/** Settles at once, with undefined, when it is cancelled: what was cancelled is not waited for. */
export async function orCancelled<T>(
  work: Promise<T>,
  token: vscode.CancellationToken,
): Promise<Awaited<T> | undefined> {
  let listener: vscode.Disposable | undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    if (token.isCancellationRequested) resolve(undefined);
    listener = token.onCancellationRequested(() => resolve(undefined));
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    listener?.dispose();
  }
}
