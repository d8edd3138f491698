import * as vscode from 'vscode';
import type { CommandTable, Services } from '../commands/services';
import { showInformation } from '../notices';
import { askPlace, make, sourceOf, stemOf, tellFailed, written } from './wordFile';

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
      const told = { title: words.t('client.word.title'), original: words.t('client.word.source') };
      return make(services, source.uri, to, told, (token) => written(services, source, token));
    },
  };
}
