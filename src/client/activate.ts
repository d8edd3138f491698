import * as vscode from 'vscode';
import { find } from './documents/openDocuments';
import type { PolicyLensApi } from './api';
import { nodeCommands } from './commands/openNode';
import { registerCommands } from './commands/register';
import type { ClientHost, LanguageServer } from './connection/languageServer';
import { follow } from './follow';
import { createParts, type Keep, type Parts } from './parts';
import { ReportPanels } from './report/page/panels';
import { reportCommands } from './report/reportCommands';
import { restoring } from './report/restore';

let server: LanguageServer | undefined;

/**
 * Puts the client together. Nothing here waits: the server starts with the first document that may be policy text,
 * everything else follows events.
 */
export function activateClient(context: vscode.ExtensionContext, host: ClientHost): PolicyLensApi {
  const keep: Keep = (part) => {
    context.subscriptions.push(part);
    return part;
  };
  const parts = createParts(context, host, keep);
  server = parts.server;
  const reports = keep(new ReportPanels(parts));
  keep(restoring(parts, reports));
  registerCommands(parts, [reportCommands(parts, reports), nodeCommands(parts)]).forEach(keep);
  follow(parts).forEach(keep);
  return apiOf(parts, reports, keep);
}

function apiOf({ states }: Parts, reports: ReportPanels, keep: Keep): PolicyLensApi {
  const updated = keep(new vscode.EventEmitter<{ uri: string; version: number }>());
  keep(
    states.onDidUpdate((document) =>
      updated.fire({ uri: document.uri.toString(), version: document.version }),
    ),
  );
  return {
    onDidUpdate: updated.event,
    overview: (uri) => {
      const document = find(vscode.Uri.parse(uri).toString());
      const known = document && states.get(document)?.overview;
      // A copy: the views read the same, and who asks may sort it in place.
      return known ? structuredClone(known) : undefined;
    },
    whenIdle: (uri) => states.whenIdle(uri),
    onDidShowReport: reports.onDidShow,
  };
}

/** Stops the server. */
export function deactivateClient(): Promise<void> | undefined {
  return server?.stop();
}
