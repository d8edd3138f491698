import * as vscode from 'vscode';
import type { CommandTable, Services } from '../commands/services';
import { showError, showInformation } from '../notices';
import { askPlace, save, sourceOf, stemOf, tellFailed, withProgress, written } from './wordFile';

/** `exportWord(uri?, target?)`: a text as a Word file in the form of official documents. The text is only read. */
export function wordCommands(services: Services): CommandTable {
  return {
    exportWord: async (uri, target) => {
      const { words } = services;
      const source = uri instanceof vscode.Uri ? await sourceOf(uri) : services.current.document;
      if (!source) {
        void showInformation(words.t('client.noDocument'));
        return undefined;
      }
      if ('id' in source) {
        tellFailed(words, [source]);
        return undefined;
      }
      const place = async (): Promise<vscode.Uri | undefined> =>
        askPlace(source.uri, await stemOf(services, source), words.t('client.word.save'));
      const to = target instanceof vscode.Uri ? target : await place();
      if (!to) return undefined;
      if (to.toString() === source.uri.toString()) {
        void showError(words.t('client.word.source'));
        return undefined;
      }
      const result = await withProgress(words.t('client.word.title'), (token) =>
        written(services, source, token),
      );
      if (!result) return undefined;
      const { bytes, notes } = result;
      if (bytes) return save(services, to, { bytes, notes });
      tellFailed(words, notes);
      return undefined;
    },
  };
}
