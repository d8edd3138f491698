import type { ClientCapabilities } from 'vscode-languageserver';

/** What the connected editor can do, as far as the server's behaviour depends on it. */
export interface ClientSupport {
  /** It asks for diagnostics; else they are sent to it. Never both. */
  readonly pullsDiagnostics: boolean;
  /** It can be asked for its settings. */
  readonly answersConfiguration: boolean;
  /** It lets us say that we want to hear of changed settings. */
  readonly registersConfiguration: boolean;
  /** It understands snippets in completions. */
  readonly snippets: boolean;
  /** Requests that make it ask anew, by method; only those it knows. */
  readonly refreshes: readonly RefreshMethod[];
}

/** Server-to-client requests without parameters that make the editor ask anew (LSP 3.17). */
export type RefreshMethod =
  | 'workspace/diagnostic/refresh'
  | 'workspace/inlayHint/refresh'
  | 'workspace/semanticTokens/refresh'
  | 'workspace/codeLens/refresh';

/** Reads the capabilities of `initialize`; what is absent is not supported. */
export function clientSupport({ textDocument, workspace }: ClientCapabilities): ClientSupport {
  const refreshes: readonly [RefreshMethod, boolean | undefined][] = [
    ['workspace/diagnostic/refresh', workspace?.diagnostics?.refreshSupport],
    ['workspace/inlayHint/refresh', workspace?.inlayHint?.refreshSupport],
    ['workspace/semanticTokens/refresh', workspace?.semanticTokens?.refreshSupport],
    ['workspace/codeLens/refresh', workspace?.codeLens?.refreshSupport],
  ];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    refreshes: refreshes.filter(([, isSupported]) => isSupported === true).map(([method]) => method),
  };
}
