import type { Message } from '../core/rules/model';
import type { Localized } from '../core/taxonomy/model';
import { en, zh } from './bundles';

/** Languages the product speaks. Chinese is the first and the default. */
export type Language = 'zh-CN' | 'en';

/** Every text a user can read has an id here; a test keeps both languages complete. */
export type MessageId = keyof typeof en;

/** Renders message ids of the core, and two-language names of the taxonomy, in one language. */
export interface Translator {
  readonly language: Language;
  /** The text for `id` with `{0}`, `{1}` … replaced by `args`. */
  t(id: MessageId, ...args: readonly (string | number)[]): string;
  /** Like {@link Translator.t} for a message made by the core; an unknown id is shown as it is, never hidden. */
  message(message: Message): string;
  /** The name in the user's language. */
  name(text: Localized): string;
}

const bundles: Record<Language, Record<string, string>> = { 'zh-CN': zh, en };

/** @param language `zh-CN` or `en`; see {@link resolveLanguage} for settings and editor locales. */
export function createTranslator(language: Language): Translator {
  const bundle = bundles[language];
  const render = (id: string, args: readonly (string | number)[]): string =>
    (bundle[id] ?? id).replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
  return {
    language,
    t: (id, ...args) => render(id, args),
    message: ({ id, args }) => render(id, args),
    name: (text) => (language === 'en' ? text.en || text.zh : text.zh || text.en),
  };
}

/**
 * The language for a setting (`auto`, `zh-CN`, `en`) in an editor or shell of the given locale. `auto` gives
 * English only where the locale says so, because the documents are Chinese.
 */
export function resolveLanguage(setting: string | undefined, locale: string | undefined): Language {
  if (setting === 'zh-CN' || setting === 'en') return setting;
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
