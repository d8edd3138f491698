import * as vscode from 'vscode';

/**
 * What the conditions of the manifest (`when`, `enablement`, `onContext:`) may ask of us: how the current document stands,
 * the views, what can be taken back, steps of the walkthrough.
 */
export const contextKeys = [
  'policyLens.state',
  'policyLens.forced',
  'policyLens.hasPolicyText',
  'policyLens.isBlank',
  'policyLens.missing.isEmpty',
  'policyLens.covered.isEmpty',
  'policyLens.problems.isEmpty',
  'policyLens.suppressed.isEmpty',
  'policyLens.highlightFilter',
  'policyLens.canUndo',
  'policyLens.sampleOpened',
  'policyLens.remedyInserted',
  'policyLens.folderCovered',
] as const;

type ContextKey = (typeof contextKeys)[number];

/** What the editor was told last. */
const told = new Map<ContextKey, string | boolean>();

/**
 * Tells the editor the value of a condition, where it is another than before; it has none, which counts as false, before
 * it is told the first time.
 */
export async function setContext(key: ContextKey, value: string | boolean): Promise<void> {
  if (told.get(key) === value) return;
  told.set(key, value);
  await vscode.commands.executeCommand('setContext', key, value);
}
