import { SymbolKind, type Location, type SymbolInformation } from 'vscode-languageserver-types';
import { clipLine } from '../core/text/clip';
import { wordsIn } from '../core/text/reading';
import { categoryLabel, rangeOf, type ServiceContext, type Words } from './context';
import { isProblemOrRemedy } from '../core/taxonomy/kinds';

/** Longest piece of a sentence in a symbol's name, in UTF-16 units. */
const longestQuote = 40;

/** Tags as symbols, found by category code or name: type `#R2.3` or `#成果转化`. */
export function workspaceSymbols(context: ServiceContext, query: string): SymbolInformation[] {
  return context.analysis.annotations
    .filter(({ kind }) => isProblemOrRemedy(kind))
    .flatMap((annotation) => {
      const location = { uri: context.textDocument.uri, range: rangeOf(context, annotation) };
      const { category, section } = annotation;
      const read = wordsIn(context.analysis.document, annotation);
      return symbolFor(context, category, read, section, location, query) ?? [];
    });
}

/** A tag as a symbol; null where it does not answer the query. */
export function symbolFor(
  words: Words,
  category: string,
  quote: string,
  section: string,
  location: Location,
  query: string,
): SymbolInformation | null {
  const name = `${categoryLabel(words, category)} · ${clipLine(quote, longestQuote)}`;
  if (!name.toLowerCase().includes(query.trim().toLowerCase())) return null;
  return { name, kind: SymbolKind.Key, location, containerName: section };
}
