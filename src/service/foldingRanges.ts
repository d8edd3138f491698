import type { FoldingRange } from 'vscode-languageserver-types';
import type { ServiceContext } from './context';

/** Every section of more than one line folds to its heading. No kind: LSP's `region` is one that marks in the text make. */
export function foldingRanges(context: ServiceContext): FoldingRange[] {
  const { analysis, textDocument } = context;
  return analysis.document.sections.flatMap((section) => {
    if (section.heading < 0) return [];
    const startLine = textDocument.positionAt(section.start).line;
    const trimmed = textDocument.getText().slice(section.start, section.end).trimEnd();
    const endLine = textDocument.positionAt(section.start + trimmed.length).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
