import * as vscode from 'vscode';
import { stepDone } from '../commands/walkthroughStep';
import type { Services } from '../commands/services';
import { section } from '../settings/settings';
import { DocumentSubject, keyOf } from './subjects/documentSubject';
import type { ReportPanels } from './page/panels';
import type { Scope } from './subjects/scope';
import { summaryOf, type ReportSummary } from './subjects/subject';
import { Watch } from './subjects/watch';
import { WorkspaceSubject } from './subjects/workspaceSubject';
import { showInformation } from '../notices';

/**
 * The report of a document, which follows what is typed; the open one where there is one.
 *
 * @param tab To show it in, of a window that was reloaded.
 */
export async function coverDocument(
  services: Services,
  panels: ReportPanels,
  document: vscode.TextDocument,
  tab?: vscode.WebviewPanel,
): Promise<ReportSummary> {
  const open = tab ? undefined : panels.reveal(keyOf(document.uri));
  const shown = open ?? panels.add(new DocumentSubject(services, document), tab);
  await (shown.subject as DocumentSubject).refresh();
  await shown.show();
  return summaryOf(shown.subject);
}

/** The report of all folders that are open; says so where none is. */
export async function coverFolders(
  services: Services,
  panels: ReportPanels,
): Promise<ReportSummary | undefined> {
  if (vscode.workspace.workspaceFolders?.length) return coverWorkspace(services, panels);
  const { t } = services.words;
  const open = t('client.report.openFolder');
  void showInformation(t('client.report.noFolder'), open).then((chosen) => {
    if (chosen) void vscode.commands.executeCommand('vscode.openFolder');
  });
  return undefined;
}

/**
 * The report of the workspace, or of the folders and files of a scope; it follows the files while it is open.
 *
 * @param tab To show it in, of a window that was reloaded.
 */
export async function coverWorkspace(
  services: Services,
  panels: ReportPanels,
  scope: Scope = [],
  tab?: vscode.WebviewPanel,
): Promise<ReportSummary> {
  const { words } = services;
  const subject = new WorkspaceSubject(services, scope);
  const panel = panels.add(subject, tab);
  const reading = vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: words.t('client.report.reading'),
      cancellable: true,
    },
    async (progress, token) => {
      const source = new vscode.CancellationTokenSource();
      const stops = [
        token.onCancellationRequested(() => source.cancel()),
        panel.onDidClose(() => source.cancel()),
      ];
      let shown = 0;
      try {
        await subject.run(source.token, (done, total) => {
          if (total === 0) return;
          progress.report({
            increment: (100 * (done - shown)) / total,
            message: `${String(done)}/${String(total)}`,
          });
          shown = done;
        });
        return !source.token.isCancellationRequested;
      } finally {
        for (const stop of stops) stop.dispose();
        source.dispose();
      }
    },
  );
  const { outdated, sidecars, included, server } = services;
  const said = [sidecars.onDidChange, included.onDidChange];
  const watching = new Watch(subject, Promise.resolve(reading), outdated, said, server);
  panel.onDidClose(() => watching.dispose());
  const isComplete = await reading;
  await panel.show();
  if (isComplete && subject.documents.size > 0) void stepDone('folderCovered');
  // The page has nothing to say then; of a window that was reloaded it is known.
  if (isComplete && !tab && subject.documents.size === 0 && subject.skipped.size === 0)
    void showInformation(words.t('client.report.noFiles', `${section}.coverage.include`));
  return summaryOf(subject);
}
