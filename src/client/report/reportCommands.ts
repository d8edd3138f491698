import * as vscode from 'vscode';
import { subjectOf } from '../commands/arguments';
import type { CommandTable, Services } from '../commands/services';
import { comparing } from './compareCommand';
import { DocumentSubject } from './documentSubject';
import { exporting } from './exportCommand';
import { importing } from './importCommand';
import type { ReportPanels } from './panels';
import { summaryOf, type ReportSummary } from './subject';
import { watch } from './watch';
import { WorkspaceSubject } from './workspaceSubject';

/** Coverage reports, comparisons, exports and imports. */
export function reportCommands(services: Services, panels: ReportPanels): CommandTable {
  const coverDocument = async (uri?: unknown): Promise<ReportSummary | undefined> => {
    const found = await subjectOf(services, uri);
    if (!found) return undefined;
    const subject = new DocumentSubject(services, found.document);
    const open = panels.reveal(subject.key);
    if (open) subject.dispose();
    const shown = open ?? panels.add(subject);
    await (shown.subject as DocumentSubject).refresh();
    await shown.show();
    return summaryOf(shown.subject);
  };
  const coverWorkspace = (): Promise<ReportSummary> => cover(services, panels);
  return {
    coverDocument,
    coverWorkspace,
    showReport: () => {
      const { latest } = panels;
      if (latest) return void latest.reveal();
      return services.current.current ? coverDocument() : coverWorkspace();
    },
    ...comparing(services, panels),
    ...exporting(services, panels),
    ...importing(services),
  };
}

async function cover(services: Services, panels: ReportPanels): Promise<ReportSummary> {
  const { words } = services;
  const subject = new WorkspaceSubject(services);
  const panel = panels.add(subject);
  await vscode.window.withProgress(
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
        await subject.run(source.token, {
          report: (done, total) => {
            progress.report({
              increment: (100 * (done - shown)) / total,
              message: `${String(done)}/${String(total)}`,
            });
            shown = done;
          },
        });
      } finally {
        for (const stop of stops) stop.dispose();
        source.dispose();
      }
    },
  );
  const watching = watch(subject);
  panel.onDidClose(() => watching.dispose());
  await panel.show();
  return summaryOf(subject);
}
