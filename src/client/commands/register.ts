import * as vscode from 'vscode';
import { explainCommands } from './explain';
import { remedyCommands } from './insertRemedy';
import { navigationCommands } from './navigate';
import { newMemoCommands } from './newMemo';
import { sampleCommands } from './openSample';
import { reopenCommands } from './reopen';
import { renumberCommands } from './renumber';
import type { CommandTable, Services } from './services';
import { suppressionCommands } from './suppressions';
import { toggleCommands } from './toggles';
import { showError } from '../notices';

/** Registers every command; a failure is logged and told, never swallowed. */
export function registerCommands(services: Services, more: readonly CommandTable[]): vscode.Disposable[] {
  const tables: readonly CommandTable[] = [
    navigationCommands(services),
    newMemoCommands(services),
    remedyCommands(services),
    renumberCommands(services),
    toggleCommands(services),
    explainCommands(services),
    suppressionCommands(services),
    sampleCommands(services),
    reopenCommands(services),
    ...more,
  ];
  return tables.flatMap((table) =>
    Object.entries(table).map(([name, run]) =>
      vscode.commands.registerCommand(`policyLens.${name}`, async (...args: unknown[]) => {
        try {
          return await run(...args);
        } catch (error) {
          services.server.logError(error);
          void showError(
            services.words.t('client.failed', error instanceof Error ? error.message : String(error)),
          );
          return undefined;
        }
      }),
    ),
  );
}
