import * as vscode from 'vscode';

/**
 * What the conditions of the manifest (`when`, `enablement`, `onContext:`) may ask of us, without the prefix
 * `policyLens.`: how the current document stands, the views, what can be taken back, steps of the walkthrough.
 */
export const contextKeys = [
  'state',
  'forced',
  'hasPolicyText',
  'isBlank',
  'missing.isEmpty',
  'covered.isEmpty',
  'problems.isEmpty',
  'suppressed.isEmpty',
  'highlightFilter',
  'canUndo',
  'sampleOpened',
  'remedyInserted',
  'folderCovered',
] as const;

type ContextKey = (typeof contextKeys)[number];

/** Tells the editor the value of a condition; it has none, which counts as false, before it is told the first time. */
export async function setContext(key: ContextKey, value: string | boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', `policyLens.${key}`, value);
}
