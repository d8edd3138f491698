import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { wordsIn } from '../core/text/reading';
import { rangeOf, type ServiceContext } from './context';

/** The outline of numbered Chinese headings, nested as the sections are. */
export function documentSymbols(context: ServiceContext): DocumentSymbol[] {
  const { document } = context.analysis;
  const roots: DocumentSymbol[] = [];
  const bySection = new Map<number, DocumentSymbol>();
  for (const section of document.sections) {
    const heading = document.sentences[section.heading];
    if (!heading) continue;
    const end = section.start + document.text.slice(section.start, section.end).trimEnd().length;
    const symbol: DocumentSymbol = {
      name: wordsIn(document, heading).replace(/\s+/g, ' ').trim() || section.title,
      kind: section.level === 1 ? SymbolKind.Module : SymbolKind.String,
      range: rangeOf(context, { start: section.start, end: Math.max(end, heading.end) }),
      selectionRange: rangeOf(context, heading),
      children: [],
    };
    bySection.set(section.index, symbol);
    const parent = bySection.get(section.parent);
    if (parent) parent.children?.push(symbol);
    else roots.push(symbol);
  }
  return roots;
}
