import { SymbolKind, type SymbolInformation } from 'vscode-languageserver-types';
import { clipLine } from '../core/text/clip';
import { categoryLabel, type Words } from './context';
import type { Tag } from './tags';

/** Longest piece of a sentence in a symbol's name, in UTF-16 units. */
const longestQuote = 40;

/** The tags that answer a query, as symbols: found by category code or name (`#R2.3`, `#成果转化`), or by their words. */
export function workspaceSymbols(words: Words, tags: readonly Tag[], query: string): SymbolInformation[] {
  const wanted = query.trim().toLowerCase();
  return tags
    .map(({ category, quote, section, location }) => ({
      name: `${categoryLabel(words, category)} · ${clipLine(quote, longestQuote)}`,
      kind: SymbolKind.Key,
      location,
      containerName: section,
    }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}
