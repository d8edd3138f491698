import { type Message, categoryArgument } from '../core/message';
import type { Localized, Taxonomy } from '../core/taxonomy/model';
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
  /** Items one after the other, with the comma of the language. */
  list(items: readonly string[]): string;
}

const bundles: Record<Language, Record<string, string>> = { 'zh-CN': zh, en };

/**
 * @param language `zh-CN` or `en`; see {@link resolveLanguage} for settings and editor locales.
 * @param taxonomy Gives names to the categories in messages of the core; without it codes are shown.
 */
export function createTranslator(language: Language, taxonomy?: Taxonomy): Translator {
  const bundle = bundles[language];
  const render = (id: string, args: readonly (string | number)[]): string =>
    (bundle[id] ?? id).replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
  return {
    language,
    t: (id, ...args) => render(id, args),
    message: ({ id, args }) =>
      render(
        id,
        args.map((arg) => withNames(arg, taxonomy, language)),
      ),
    name: (text) => nameIn(language, text),
    list: (items) => listIn(language, items),
  };
}

function nameIn(language: Language, text: Localized): string {
  return language === 'en' ? text.en || text.zh : text.zh || text.en;
}

function listIn(language: Language, items: readonly string[]): string {
  if (language === 'en') return items.join(', ');
  // Between quotations there is no mark (GB/T 15834—2011 §4.5.3.5).
  return items.join(items.every((item) => /^“.*”$/su.test(item)) ? '' : '、');
}

/** `category:R2.3 S1.1` (see {@link Message}) becomes R2.3 技术转移与成果转化、S1.1 科技创新服务体系. */
function withNames(arg: string, taxonomy: Taxonomy | undefined, language: Language): string {
  if (!arg.startsWith(categoryArgument)) return arg;
  const codes = arg.slice(categoryArgument.length).split(' ').filter(Boolean);
  const labels = codes.map((code) => {
    const name = taxonomy?.byCode.get(code)?.name;
    return name ? `${code} ${nameIn(language, name)}` : code;
  });
  return listIn(language, labels);
}

/**
 * The language for a setting (`auto`, `zh-CN`, `en`) in an editor or shell of the given locale. `auto` gives
 * English only where the locale says so, because the documents are Chinese.
 */
export function resolveLanguage(setting: string | undefined, locale: string | undefined): Language {
  if (setting === 'zh-CN' || setting === 'en') return setting;
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
