import * as vscode from 'vscode';
import { subjectOf, targetOf } from './arguments';
import { pickCategory } from './pickCategory';
import type { CommandTable, Services } from './services';

/** Showing more or less. */
export function toggles(services: Services): CommandTable {
  const { words, hints, highlights, current, included } = services;
  const say = (text: string): void => void vscode.window.setStatusBarMessage(text, 5_000);
  return {
    toggleHints: () => say(words.t(`client.hints.${hints.toggle(current.current)}`)),
    toggleHighlights: async () => {
      const isShown = await highlights.toggle(current.current);
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
      if (current.current) await included.force(current.current, true);
    },
    stopAnalyzing: async () => {
      if (current.current) await included.force(current.current, false);
    },
    restartServer: async () => {
      await services.server.restart();
    },
    showLog: () => services.server.log.show(),
  };
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
