/** Parts of what commands of the client are given, as far as tests need them. */
import { createTranslator, type Language } from '../../../src/l10n/translator';
import { never } from './vscode';

/** Words in a language. */
export function wordsIn(language: Language) {
  const current = createTranslator(language);
  return { t: current.t, current };
}

/** Words that are their ids. */
export const ids = { t: (id: string): string => id };

/** Words that are their ids, with the arguments behind. */
export const idsAndArguments = {
  t: (id: string, ...args: readonly unknown[]): string => [id, ...args].join(' '),
};

/** States in which every document has been looked at, and this is known of it; null: it is no policy text. */
export function knowing(overview: object | null) {
  return { onDidUpdate: never, whenIdle: () => Promise.resolve(), get: () => ({ overview }) };
}

/** What the server answers of a text in which it finds nothing. */
export function nothingFoundIn(path: string | undefined) {
  const lists = { categories: [], sections: [], annotations: [], nearest: [], instruments: [] };
  return { path, checked: {}, ...lists, hits: [], diagnostics: [] };
}
