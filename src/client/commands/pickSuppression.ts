import * as vscode from 'vscode';
import type { NodeTarget } from '../views/node';
import { suppressedTree } from '../views/suppressed';
import { subjectOf } from './arguments';
import type { Services } from './services';
import { showInformation } from '../notices';

/**
 * Asks which suppression of the current document is to be taken back, for where this window has no step to undo in it:
 * most were made on another day. Says so where there is none.
 */
export async function pickSuppression(services: Services): Promise<NodeTarget | undefined> {
  const subject = await subjectOf(services, undefined);
  if (!subject) return undefined;
  const { words } = services;
  const { uri } = subject.overview;
  const groups = suppressedTree({ uri, words: words.current }, subject.overview);
  const items = groups.flatMap(({ label: group, children }) => [
    { label: group, kind: vscode.QuickPickItemKind.Separator },
    ...children.map(({ label, description = '', target }) => ({ label, description, target })),
  ]);
  if (items.length === 0) {
    void showInformation(words.t('client.undo.nothing'));
    return undefined;
  }
  const placeHolder = words.t('client.undo.which');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && 'target' in picked ? picked.target : undefined;
}
