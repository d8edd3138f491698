import * as vscode from 'vscode';
import type { DocumentResult } from '../../core/report/contract';
import { AnalyzeTextsRequest, type TextToAnalyze } from '../../protocol';
import { subjectOf } from '../commands/arguments';
import type { CommandTable, Services } from '../commands/services';
import { documentReport, workspaceReport } from './markdownReport';

/** Files read for a report of the workspace, and how many go to the server at once. */
const pattern = '**/*.{md,markdown,txt}';
const excluded = '**/{node_modules,.git,.policy-lens}/**';
const mostFiles = 5_000;
const atOnce = 20;

/** Coverage of one document and of the workspace, as pages. */
export function reportCommands(services: Services): CommandTable {
  return {
    coverDocument: async (uri) => {
      const subject = await subjectOf(services, uri);
      const index = await services.taxonomy.load();
      if (!subject || !index) return;
      const { path } = subject.document.uri;
      const name = path.slice(path.lastIndexOf('/') + 1);
      const title = services.words.t('client.report.title', name);
      const page = documentReport(title, subject.overview, index, services.words.current);
      await services.virtual.show(services.virtual.put('policy-lens-report', title, page));
    },
    coverWorkspace: () => coverWorkspace(services),
  };
}

async function coverWorkspace(services: Services): Promise<void> {
  const { words } = services;
  const index = await services.taxonomy.load();
  if (!index) return;
  const documents = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: words.t('client.report.reading'),
      cancellable: true,
    },
    (progress, token) => readAll(services, progress, token),
  );
  if (!documents) return;
  const title = words.t('client.report.workspaceTitle');
  const page = workspaceReport(title, documents, index, words.current);
  await services.virtual.show(services.virtual.put('policy-lens-report', title, page));
}

async function readAll(
  services: Services,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<readonly DocumentResult[] | undefined> {
  const files = (await vscode.workspace.findFiles(pattern, excluded, mostFiles, token)).sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const results: DocumentResult[] = [];
  for (let from = 0; from < files.length && !token.isCancellationRequested; from += atOnce) {
    const texts = await Promise.all(files.slice(from, from + atOnce).map(readText));
    const answer = await services.server.request(AnalyzeTextsRequest, { texts }, token);
    if (!answer) return undefined;
    results.push(...answer.documents);
    const share = (100 * Math.min(atOnce, files.length - from)) / files.length;
    progress.report({
      increment: share,
      message: `${String(Math.min(from + atOnce, files.length))}/${String(files.length)}`,
    });
  }
  return token.isCancellationRequested ? undefined : results;
}

async function readText(uri: vscode.Uri): Promise<TextToAnalyze> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice().buffer));
  return {
    path: vscode.workspace.asRelativePath(uri),
    text: await vscode.workspace.decode(bytes, { uri }),
    format: /\.(?:md|markdown)$/i.test(uri.path) ? 'markdown' : 'plain',
    encoding: vscode.workspace.getConfiguration('files', uri).get<string>('encoding', 'utf8'),
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
