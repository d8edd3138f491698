import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { numberingLabel } from '../core/text/numbering';
import { rangeOf, type ServiceContext } from './context';

/**
 * Numbers headings in sequence: within one parent and one scheme the first keeps its number, the rest follow.
 * Articles (第X条) run through the whole document. Other text is not touched; one undo takes it back.
 *
 * @returns null where every number is right already.
 */
export function renumber(context: ServiceContext): WorkspaceEdit | null {
  const { document } = context.analysis;
  const counters = new Map<string, number>();
  const edits: TextEdit[] = [];
  for (const section of document.sections) {
    const numbering = document.sentences[section.heading]?.numbering;
    if (!numbering || numbering.scheme === 'ordinal') continue;
    const scope = numbering.scheme === 'article' ? 'article' : `${section.parent}:${numbering.scheme}`;
    const previous = counters.get(scope);
    const value = previous === undefined ? numbering.value : previous + 1;
    counters.set(scope, value);
    if (value === numbering.value) continue;
    const before = document.text.slice(numbering.label.start, numbering.label.end);
    edits.push({
      range: rangeOf(context, numbering.label),
      newText: numberingLabel(numbering.scheme, value, before),
    });
  }
  return edits.length > 0 ? { changes: { [context.textDocument.uri]: edits } } : null;
}
