import { SymbolKind, type SymbolInformation } from 'vscode-languageserver-types';
import { categoryLabel, rangeOf, type ServiceContext } from './context';

/** Tags as symbols, found by category code or name: type `#R2.3` or `#成果转化`. */
export function workspaceSymbols(context: ServiceContext, query: string): SymbolInformation[] {
  const wanted = query.trim().toLowerCase();
  return context.analysis.annotations
    .filter(({ kind }) => 'PRS'.includes(kind))
    .map((annotation) => ({
      name: `${categoryLabel(context, annotation.category)} · ${annotation.quote.slice(0, 40)}`,
      kind: SymbolKind.Key,
      location: { uri: context.textDocument.uri, range: rangeOf(context, annotation) },
      containerName: annotation.section,
    }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}
