import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { EditorSupport } from '../service/context';

/** What the connected editor can do, as far as the server's behaviour depends on it. */
export interface ClientSupport {
  /** It asks for diagnostics; else they are sent to it. Never both. */
  readonly pullsDiagnostics: boolean;
  /** It can be asked for its settings. */
  readonly answersConfiguration: boolean;
  /** It lets us say that we want to hear of changed settings. */
  readonly registersConfiguration: boolean;
  /** It tells which folders are opened and left. */
  readonly tellsFolders: boolean;
  /** It understands snippets in completions. */
  readonly snippets: boolean;
  /** See {@link EditorSupport.plain}. */
  readonly plain: EditorSupport['plain'];
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
    tellsFolders: workspace?.workspaceFolders === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    plain: {
      hover: isPlainOnly(textDocument?.hover?.contentFormat),
      documentation: isPlainOnly(textDocument?.completion?.completionItem?.documentationFormat),
    },
    refreshes: refreshes.filter(([, isSupported]) => isSupported === true).map(([method]) => method),
  };
}

/** Markdown is what editors show that do not say; Emacs does so with a package, and says which it is. */
function isPlainOnly(formats: readonly MarkupKind[] | undefined): boolean {
  return formats !== undefined && !formats.includes('markdown');
}
