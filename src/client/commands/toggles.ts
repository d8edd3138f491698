import * as vscode from 'vscode';
import { knownOr } from '../settings/settings';
import type { Words } from '../settings/words';
import { subjectOf, targetOf } from './arguments';
import { pickCategory } from './pickCategory';
import type { CommandTable, Services } from './services';
import { showInformation } from '../notices';

/** Showing more or less. */
export function toggleCommands(services: Services): CommandTable {
  const { words, hints, highlights, current, included } = services;
  const say = (text: string): void => void vscode.window.setStatusBarMessage(text, 5_000);
  return {
    toggleHints: () => {
      const document = current.document;
      const editor = editorHints(document);
      // Who sees none wants them, whatever ours are set to.
      const mode = editor === 'off' ? hints.show(document) : hints.toggle(document);
      if (editor === 'on' || mode === 'off') say(words.t(`client.hints.${mode}`));
      else void tellHidden(words, editor);
    },
    toggleHighlights: async () => {
      const isShown = await highlights.toggle(current.document);
      say(words.t(isShown ? 'client.highlights.shown' : 'client.highlights.hidden'));
    },
    filterHighlights: async (node) => {
      const category = targetOf(services, node)?.category ?? (await pickFilter(services));
      if (category === undefined) return;
      await highlights.filter(category);
      say(words.t('client.highlights.filtered', services.taxonomy.current?.label(category) ?? category));
    },
    clearHighlightFilter: () => highlights.filter(undefined),
    analyzeAnyway: async () => {
      if (current.document) await included.force(current.document, true);
    },
    stopAnalyzing: async () => {
      if (current.document) await included.force(current.document, false);
    },
    restartServer: async () => {
      await services.server.restart();
    },
    showLog: () => services.server.log.show(),
  };
}

/** Whether VS Code shows inline hints at all, anyone's: not, or only while keys are held down. */
function editorHints(document: vscode.TextDocument | undefined): 'on' | 'off' | 'offUnlessPressed' {
  const configuration = vscode.workspace.getConfiguration('editor', document ?? null);
  return knownOr(configuration.get('inlayHints.enabled'), ['off', 'offUnlessPressed'], 'on');
}

async function tellHidden(words: Words, value: string): Promise<void> {
  const open = words.t('client.hints.setting');
  const chosen = await showInformation(words.t('client.hints.hidden', value), open);
  if (chosen !== open) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', 'editor.inlayHints.enabled');
}

async function pickFilter(services: Services): Promise<string | undefined> {
  const subject = await subjectOf(services, undefined);
  if (!subject) return undefined;
  return pickCategory(services, {
    placeHolder: services.words.t('client.pick.found'),
    first: subject.overview.covered.map(({ category }) => ({ code: category })),
    firstHeading: services.words.t('client.pick.inDocument'),
    rest: [],
  });
}
