import * as vscode from 'vscode';
import type { Services } from '../commands/services';
import { compare } from './compareCommand';
import { coverDocument, coverWorkspace } from './coverCommands';
import { readMemento } from './subjects/memento';
import { notePage, viewType } from './page/panel';
import type { ReportPanels } from './page/panels';
import { scopeOf } from './subjects/scope';

/** Fills the tabs of reports again after the window was reloaded. */
export function restoring(services: Services, panels: ReportPanels): vscode.Disposable {
  const restore = async (tab: vscode.WebviewPanel, state: unknown): Promise<unknown> => {
    const memento = readMemento(state);
    switch (memento?.about) {
      case 'workspace':
        return coverWorkspace(services, panels, [], tab);
      case 'selection': {
        // Of a folder that is no longer part of the workspace nothing is read.
        const scope = scopeOf(
          undefined,
          memento.uris.map((uri) => vscode.Uri.parse(uri)),
        );
        return scope.length > 0 ? coverWorkspace(services, panels, scope, tab) : undefined;
      }
      case 'document': {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(memento.uri));
        // The editor opens an empty text under the name of one that was never saved.
        if (!document.isUntitled || document.getText() !== '')
          return coverDocument(services, panels, document, tab);
        tab.webview.html = notePage('client.report.neverSaved', services.words.current);
        return tab;
      }
      case 'comparison': {
        const { before, after } = memento;
        const sides = [
          { uri: vscode.Uri.parse(before.uri), path: before.path },
          { uri: vscode.Uri.parse(after.uri), path: after.path },
        ] as const;
        return compare(services, panels, sides, tab);
      }
      case undefined:
        return undefined;
    }
  };
  return vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: (tab, state: unknown) => {
      // Not waited for: a workspace takes its time, and the editor restores one tab after the other.
      void restore(tab, state)
        .catch((error: unknown) => {
          services.server.log.warn(String(error));
          return undefined;
        })
        // The text is gone with its file: so is its report.
        .then((filled) => {
          if (!filled) tab.dispose();
        });
      return Promise.resolve();
    },
  });
}
