import * as vscode from 'vscode';
import { drafting } from './insertRemedy';
import { navigation } from './navigate';
import { sampleCommands } from './openSample';
import { reading } from './reading';
import { beginning } from './newMemo';
import { renumbering } from './renumber';
import type { CommandTable, Services } from './services';
import { correcting } from './suppressions';
import { toggles } from './toggles';

/** Registers every command; a failure is logged and told, never swallowed. */
export function registerCommands(services: Services, more: readonly CommandTable[]): vscode.Disposable[] {
  const tables: readonly CommandTable[] = [
    navigation(services),
    beginning(services),
    drafting(services),
    renumbering(services),
    toggles(services),
    reading(services),
    correcting(services),
    sampleCommands(services),
    ...more,
  ];
  return tables.flatMap((table) =>
    Object.entries(table).map(([name, run]) =>
      vscode.commands.registerCommand(`policyLens.${name}`, async (...args: unknown[]) => {
        try {
          return await run(...args);
        } catch (error) {
          services.server.logError(error);
          void vscode.window.showErrorMessage(
            services.words.t('client.failed', error instanceof Error ? error.message : String(error)),
          );
          return undefined;
        }
      }),
    ),
  );
}
