import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { numberingLabel } from '../core/text/numbering';
import { numberedPlaces } from '../core/text/numberingSequence';
import { rangeOf, type ServiceContext } from './context';

/**
 * Numbers headings, articles (第X条) and enumerations (一是 …) in sequence; the first of each list keeps its number.
 * Other text is not touched; one undo takes it back.
 *
 * @returns null where every number is right already.
 */
export function renumber(context: ServiceContext): WorkspaceEdit | null {
  const edits = renumberingEdits(context);
  return edits.length > 0 ? { changes: { [context.textDocument.uri]: edits } } : null;
}

/** The edits of {@link renumber}, in text order. */
export function renumberingEdits(context: ServiceContext): TextEdit[] {
  const { document } = context.analysis;
  return numberedPlaces(document)
    .filter(({ numbering, sequential }) => sequential !== numbering.value)
    .map(({ numbering, sequential }) => ({
      range: rangeOf(context, numbering.label),
      newText: numberingLabel(
        numbering.scheme,
        sequential,
        document.text.slice(numbering.label.start, numbering.label.end),
      ),
    }));
}
