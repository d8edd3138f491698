import { chosenFor, ruleOf } from '../core/rules';
import { ruleLevels, type Rule, type RuleLevel } from '../core/rules/model';
import { isPolicyName } from '../core/text/format';
import { fieldsOf, itemsOf } from '../core/untrusted';
import { resolveLanguage } from '../l10n/translator';
import {
  folderSettingNames,
  settingValues,
  type FolderSettings,
  type ResourceSettings,
  type ServerSettings,
} from '../protocol';
import { pathOf } from './analyses';

/** The settings with every field, as they were read. */
export interface Settings extends Required<Omit<ServerSettings, 'included'>> {
  readonly included: ReadonlySet<string>;
}

/** Used until the client has spoken, and by editors that send no settings. */
export const defaultSettings: Settings = {
  language: 'zh-CN',
  enable: 'auto',
  preset: 'draft',
  hintText: 'name',
  codeLens: true,
  rules: {},
  taxonomy: null,
  included: new Set(),
  folders: [],
};

/** What a preset changes of the rules' own defaults. */
const presets: Record<Settings['preset'], (rule: Rule) => RuleLevel> = {
  quiet: (rule) => (rule.defaultSeverity === 'off' ? 'off' : 'hint'),
  draft: (rule) => rule.defaultSeverity,
  review: ({ defaultSeverity }) => (isFaint(defaultSeverity) ? 'information' : defaultSeverity),
};

/** What editors leave out of their lists of problems; who reviews a text goes through the list. */
function isFaint(level: RuleLevel): boolean {
  return level === 'off' || level === 'hint';
}

/** All but the language, which the editor's own stands in for. */
type Read = Omit<Settings, 'language'>;

/** How each is read from outside; undefined where it is none of its values. */
const readers: { readonly [Name in keyof Read]: (value: unknown) => Read[Name] | undefined } = {
  enable: (value) => memberOf(value, settingValues.enable),
  preset: (value) => memberOf(value, settingValues.preset),
  hintText: (value) => memberOf(value, settingValues.hintText),
  codeLens: booleanOf,
  rules: rulesOf,
  taxonomy: taxonomyOf,
  included: (value) => new Set(itemsOf(value).filter((uri) => typeof uri === 'string')),
  folders: (value) => itemsOf(value).flatMap(foldersOf),
};
const names = Object.keys(readers) as readonly (keyof Read)[];

/** What is asked of a document that is open. */
interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
}

/** The settings that hold for one document: of its folder, else of the window. */
export interface SettingsInForce extends ResourceSettings {
  /** True where the document counts as policy text whatever it holds. */
  readonly isIncluded: boolean;
}

/** Explicit values stand above the preset; a value that is none is ignored. */
export function severityOf(settings: Pick<SettingsInForce, 'preset' | 'rules'>, id: string): RuleLevel {
  const rule = ruleOf(id);
  if (!rule) return 'off';
  return memberOf(chosenFor(settings.rules, rule), ruleLevels) ?? presets[settings.preset](rule);
}

/** The settings for a document: those of the innermost folder around it, else those of the window. */
export function settingsFor(settings: Settings, uri: string): SettingsInForce {
  let folder: FolderSettings | undefined;
  for (const candidate of settings.folders)
    if (isInside(uri, candidate.uri) && candidate.uri.length > (folder?.uri.length ?? -1)) folder = candidate;
  return { ...settings, ...folder, isIncluded: settings.included.has(uri) };
}

/**
 * True where the user said that a text is policy text: by a setting, by its language, or by its name, which gives it that
 * language in VS Code only.
 */
export function isForced({ enable, isIncluded }: SettingsInForce, document?: OpenDocument): boolean {
  if (enable === 'always' || isIncluded) return true;
  return (
    document !== undefined && (document.languageId === 'zh-policy' || isPolicyName(pathOf(document.uri)))
  );
}

function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/**
 * Settings from outside, field by field, so that one bad value costs only itself.
 *
 * @param locale The editor's, for editors that leave the language to us.
 */
export function settingsFrom(value: unknown, locale?: string): Settings {
  const given = fieldsOf(value) ?? {};
  const language = given['language'];
  return {
    ...defaultSettings,
    ...settingsIn(given, names),
    language: resolveLanguage(typeof language === 'string' ? language : undefined, locale),
  };
}

/** Those of the names that are there, as far as their values are any. */
function settingsIn<Name extends keyof Read>(
  given: Readonly<Record<string, unknown>>,
  wanted: readonly Name[],
): Partial<Pick<Read, Name>> {
  const read = wanted.map((name) => [name, readers[name](given[name])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Partial<Pick<Read, Name>>;
}

function foldersOf(value: unknown): FolderSettings[] {
  const given = fieldsOf(value);
  const uri = given?.['uri'];
  return given && typeof uri === 'string' ? [{ uri, ...settingsIn(given, folderSettingNames) }] : [];
}

function rulesOf(value: unknown): Record<string, string> | undefined {
  const given = fieldsOf(value);
  if (!given) return undefined;
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function taxonomyOf(value: unknown): Settings['taxonomy'] {
  const given = fieldsOf(value);
  const file = given?.['file'];
  const text = given?.['text'];
  return typeof file === 'string' && typeof text === 'string' ? { file, text } : null;
}

function memberOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((entry) => entry === value);
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
