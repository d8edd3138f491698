import * as vscode from 'vscode';
import type { ReportFile, ReportFormat } from '../../core/report';
import { fileStem } from '../../core/text/fileName';
import { folderOf } from '../documents/folderOf';
import { freshFolder } from '../documents/freshFile';
import { overviewOf, subjectOf } from '../commands/arguments';
import type { CommandTable, Services } from '../commands/services';
import { DocumentSubject } from './subjects/documentSubject';
import type { ReportPanel } from './page/panel';
import type { ReportPanels } from './page/panels';
import { askTaxonomy, reportInput } from './page/reportInput';
import type { ReportSubject } from './subjects/subject';
import { revealing } from './revealing';
import { inTurns } from './page/turns';
import { showInformation } from '../notices';

/**
 * `exportCoverage(format?, target?)`: the report in front, or the current document's, as a file or several. Which of
 * the open reports, is asked where there is neither.
 */
export function exportCommands(services: Services, panels: ReportPanels): CommandTable {
  return {
    exportCoverage: async (format, target) => {
      const { front, all } = panels;
      if (front) return exportSubject(services, front.subject, format, target);
      const { document } = services.current;
      if (all.length > 0 && !(document && (await overviewOf(services, document)))) {
        const open = await pickReport(services, all);
        return open && exportSubject(services, open.subject, format, target);
      }
      const found = await subjectOf(services, undefined);
      if (!found) return undefined;
      const subject = new DocumentSubject(services, found.document);
      try {
        await subject.refresh();
        return await exportSubject(services, subject, format, target);
      } finally {
        subject.dispose();
      }
    },
  };
}

async function pickReport(
  { words }: Services,
  reports: readonly ReportPanel[],
): Promise<ReportPanel | undefined> {
  const items = reports.map((report) => ({ label: report.subject.title, report }));
  const placeHolder = words.t('client.export.which');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.report;
}

async function exportSubject(
  services: Services,
  subject: ReportSubject,
  given: unknown,
  target: unknown,
): Promise<readonly vscode.Uri[] | undefined> {
  const { words } = services;
  const core = await import('../../core/report');
  const isComparison = subject.kind === 'comparison';
  const formats: readonly ReportFormat[] = isComparison ? ['markdown', 'html'] : core.reportFormats;
  const format = formats.find((each) => each === given) ?? (await pickFormat(services, formats));
  const taxonomy = format && (await askTaxonomy(services));
  if (!taxonomy) return undefined;
  const input = reportInput(subject, taxonomy, services, { host: 'file' });
  const { files, leftOut } =
    isComparison && (format === 'markdown' || format === 'html')
      ? core.writeComparison(format, input)
      : await core.writeReport(format, input);
  const written = await save(services, subject, files, target);
  if (!written) return undefined;
  const [first] = written;
  const left =
    leftOut.length > 0
      ? ` ${words.t('client.export.leftOut', leftOut.join(words.t('report.listSeparator')))}`
      : '';
  const done = words.t(
    'client.export.done',
    written.length,
    first ? vscode.workspace.asRelativePath(first) : '',
  );
  const count = input.output.documents.length;
  const all = count > 1 && !isComparison ? ` ${words.t('client.export.all', count)}` : '';
  const isText = !core.isBinary(format, count);
  const button = words.t(isText ? 'client.export.open' : 'client.export.showInFolder');
  void showInformation(done + all + left, button).then((chosen) => {
    if (chosen && first)
      void vscode.commands.executeCommand(isText ? 'vscode.open' : revealing(first), first);
  });
  return written;
}

async function pickFormat(
  { words }: Services,
  formats: readonly ReportFormat[],
): Promise<ReportFormat | undefined> {
  const items = formats.map((format) => ({
    label: words.t(`client.export.format.${format}`),
    detail: words.t(`client.export.detail.${format}`),
    format,
  }));
  const placeHolder = words.t('client.export.pick');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.format;
}

/** One file goes where the user says; several go into a new folder where the user says. */
async function save(
  { words, current }: Services,
  subject: ReportSubject,
  files: readonly ReportFile[],
  target: unknown,
): Promise<readonly vscode.Uri[] | undefined> {
  const [main] = files;
  if (!main) return undefined;
  const start =
    vscode.workspace.workspaceFolders?.[0]?.uri ?? (current.document && folderOf(current.document.uri));
  const stem = fileStem(subject.title);
  if (files.length === 1) {
    const extension = main.name.slice(main.name.lastIndexOf('.') + 1);
    const to =
      target instanceof vscode.Uri
        ? target
        : await vscode.window.showSaveDialog({
            title: words.t('client.export.save'),
            filters: { [extension.toUpperCase()]: [extension] },
            ...(start ? { defaultUri: vscode.Uri.joinPath(start, `${stem}.${extension}`) } : {}),
          });
    if (!to) return undefined;
    await write(to, main);
    return [to];
  }
  const [parent] =
    target instanceof vscode.Uri
      ? [target]
      : ((await vscode.window.showOpenDialog({
          title: words.t('client.export.folder'),
          openLabel: words.t('client.export.into'),
          canSelectFiles: false,
          canSelectFolders: true,
          ...(start ? { defaultUri: start } : {}),
        })) ?? []);
  if (!parent) return undefined;
  const folder = target instanceof vscode.Uri ? parent : await freshFolder(parent, stem);
  const written: vscode.Uri[] = [];
  for (const file of files) {
    const to = vscode.Uri.joinPath(folder, ...file.name.split('/'));
    await write(to, file);
    written.push(to);
  }
  return written;
}

/** In turns: a spreadsheet of a corpus takes seconds to compress. */
async function write(to: vscode.Uri, file: ReportFile): Promise<void> {
  const { bytesInSlices } = await import('../../core/report');
  const bytes = await inTurns(bytesInSlices(file), () => true);
  if (bytes) await vscode.workspace.fs.writeFile(to, bytes);
}
