import * as vscode from 'vscode';
import { section } from '../settings/settings';
import type { Services } from './services';
import { undoStep } from './undoStep';
import type { Undoable } from './undoStack';
import { showInformation } from '../notices';

/** Turns a rule off by setting; asks whose setting, says where it was written, and can be undone. */
export async function turnRuleOff(
  services: Services,
  document: vscode.TextDocument,
  rule: string | undefined,
): Promise<void> {
  if (rule === undefined) return;
  const { words } = services;
  const { ruleTitle } = await import('../../service/ruleTitle');
  const name = ruleTitle(words.current, rule);
  const target = await askTarget(services, document, name, rule);
  if (target === undefined) return;
  const own = (): Severities => severitiesBy(document)[target] ?? {};
  const set = async (value: string | undefined): Promise<void> => {
    const next = Object.fromEntries(Object.entries(own()).filter(([id]) => id !== rule));
    if (value !== undefined) next[rule] = value;
    await vscode.workspace
      .getConfiguration(section, document)
      .update('rules', Object.keys(next).length > 0 ? next : undefined, target);
  };
  const before = own()[rule];
  await set('off');
  const step: Undoable = {
    label: words.t('client.rule.undone', name, rule),
    undo: async () => {
      // Set by hand since: that is the user's later word.
      if (own()[rule] !== 'off') return 'gone';
      await set(before);
      return 'done';
    },
  };
  services.undo.push(step);
  const undo = words.t('client.undo');
  const choice = await showInformation(words.t('client.rule.off', name, rule), undo);
  if (choice === undo) await undoStep(services, step);
}

async function askTarget(
  { words }: Services,
  document: vscode.TextDocument,
  name: string,
  rule: string,
): Promise<vscode.ConfigurationTarget | undefined> {
  const { workspaceFolders = [], workspaceFile } = vscode.workspace;
  if (workspaceFolders.length === 0) return vscode.ConfigurationTarget.Global;
  const isMultiRoot =
    workspaceFile !== undefined && vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  const items = [
    { label: words.t('client.rule.workspace'), target: vscode.ConfigurationTarget.Workspace },
    ...(isMultiRoot
      ? [{ label: words.t('client.rule.folder'), target: vscode.ConfigurationTarget.WorkspaceFolder }]
      : []),
    { label: words.t('client.rule.user'), target: vscode.ConfigurationTarget.Global },
  ];
  const holding = holdingTarget(document, rule, isMultiRoot);
  // What is said elsewhere for fewer texts would hold against it: the rule would not be off.
  const effective = items.filter(({ target }) => target >= holding);
  const picked = await vscode.window.showQuickPick(effective, {
    placeHolder: words.t('client.rule.where', name, rule),
  });
  return picked?.target;
}

/** Where the severity stands that holds for a document; the user's settings where it stands nowhere. */
function holdingTarget(
  document: vscode.TextDocument,
  rule: string,
  isMultiRoot: boolean,
): vscode.ConfigurationTarget {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const severities = severitiesBy(document);
  if (severities[WorkspaceFolder]?.[rule] !== undefined) return isMultiRoot ? WorkspaceFolder : Workspace;
  return severities[Workspace]?.[rule] !== undefined ? Workspace : Global;
}

type Severities = Readonly<Record<string, string>>;

/** What the settings that hold for a document say of rules, by where they stand. */
function severitiesBy(
  document: vscode.TextDocument,
): Readonly<Record<vscode.ConfigurationTarget, Severities | undefined>> {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const found = vscode.workspace.getConfiguration(section, document).inspect<Severities>('rules');
  return {
    [Global]: found?.globalValue,
    [Workspace]: found?.workspaceValue,
    [WorkspaceFolder]: found?.workspaceFolderValue,
  };
}
