import * as vscode from 'vscode';
import { subjectOf } from '../commands/arguments';
import { sayChanged } from '../commands/edits';
import type { CommandTable, Services } from '../commands/services';
import { newText, showNewText } from '../documents/newText';
import { isPageInFront } from '../documents/editors';
import { DocumentSubject } from './subjects/documentSubject';
import { askTaxonomy, reportInput } from './page/reportInput';

/** `reviewNote(uri?)`: a reviewer's note on a document, as a new one that nothing is saved of yet. */
export function reviewCommands(services: Services): CommandTable {
  return {
    reviewNote: async (uri) => {
      const found = await subjectOf(services, uri);
      const taxonomy = found && (await askTaxonomy(services));
      if (!taxonomy) return undefined;
      const subject = new DocumentSubject(services, found.document);
      try {
        await subject.refresh();
        if (subject.documents.size === 0) {
          sayChanged(services);
          return undefined;
        }
        const { reviewNote } = await import('../../core/report');
        const content = reviewNote(reportInput(subject, taxonomy, services, { host: 'file' }));
        const note = await newText('markdown', content);
        // A report stands beside the text already: a note beside it would need a third column.
        const viewColumn = isPageInFront() ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
        await showNewText(note, { viewColumn });
        return note.uri;
      } finally {
        subject.dispose();
      }
    },
  };
}
