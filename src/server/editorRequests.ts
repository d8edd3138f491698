import {
  LSPErrorCodes,
  type CancellationToken,
  type Connection,
  type SymbolInformation,
} from 'vscode-languageserver';
import { codeActions } from '../service/codeActions';
import { codeLenses } from '../service/codeLenses';
import { completions } from '../service/completions';
import type { ServiceContext } from '../service/context';
import { diagnostics } from '../service/diagnostics';
import { documentSymbols } from '../service/documentSymbols';
import { foldingRanges } from '../service/foldingRanges';
import { hover } from '../service/hover';
import { inlayHints } from '../service/inlayHints';
import { categoriesAt, locationsOf } from '../service/references';
import { semanticTokens } from '../service/semanticTokens';
import { tagsOf } from '../service/tags';
import { workspaceSymbols } from '../service/workspaceSymbols';
import type { Session } from './session';

/** Most symbols in one answer: a workspace has a hundred thousand, and is asked anew with every letter that is typed. */
const mostSymbols = 500;

/** Answers what every editor asks (LSP 3.17). */
export function answerEditors(connection: Connection, session: Session): void {
  const { documents, workbench } = session;

  /** Answers `empty` where the extension stays silent. */
  function feature<P extends { textDocument: { uri: string } }, R>(
    empty: R,
    answer: (context: ServiceContext, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      const context = await session.contextFor(params.textDocument.uri, token, LSPErrorCodes.ContentModified);
      return context ? answer(context, params) : empty;
    };
  }

  connection.onHover(feature(null, (context, { position }) => hover(context, position)));
  connection.languages.inlayHint.on(feature([], (context, { range }) => inlayHints(context, range)));
  connection.languages.semanticTokens.on(feature({ data: [] }, (context) => semanticTokens(context)));
  connection.onCodeAction(feature([], (context, params) => codeActions(context, params)));
  connection.onCodeLens(feature([], (context) => codeLenses(context)));
  connection.onCompletion(
    feature({ isIncomplete: false, items: [] }, (context, { position }) => completions(context, position)),
  );
  connection.onDocumentSymbol(
    feature([], (context) => (hasOwnOutline(context) ? [] : documentSymbols(context))),
  );
  connection.onFoldingRanges(
    feature([], (context) => (hasOwnOutline(context) ? [] : foldingRanges(context))),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const found: SymbolInformation[] = [];
    for await (const tags of workbench.tags(documents, workbench.turns(token))) {
      for (const symbol of workspaceSymbols(workbench.words, tags, query)) found.push(symbol);
      if (found.length >= mostSymbols) break;
    }
    return found.slice(0, mostSymbols);
  });
  connection.onReferences(async ({ textDocument: { uri }, position }, token) => {
    const context = await session.contextFor(uri, token, LSPErrorCodes.ContentModified);
    if (!context) return [];
    const categories = categoriesAt(context, position);
    if (categories.size === 0) return [];
    // Of this text as it is before anything is waited for: it may change meanwhile.
    const found = tagsOf(context);
    for await (const tags of workbench.tags(documents, workbench.turns(token), uri))
      for (const tag of tags) if (categories.has(tag.category)) found.push(tag);
    return locationsOf(found, categories);
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const context = await session.contextFor(uri, token, LSPErrorCodes.ServerCancelled);
    return { kind: 'full', items: context ? diagnostics(context) : [] };
  });
}

/**
 * VS Code has an outline and folding of its own for Markdown. In other editors ours is the only one, and no answer takes
 * away theirs: Eglot puts what we say in the place of the mode's own index.
 */
function hasOwnOutline({ textDocument, editor }: ServiceContext): boolean {
  return editor.commands && textDocument.languageId === 'markdown';
}
