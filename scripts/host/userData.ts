/** The user data a server starts with: settings and, for a Chinese interface, the language pack. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** VS Code user settings. */
export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that talks, prompts or moves by itself; the rest is VS Code's own default. */
const quiet: Settings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  // The browser's default would write every keystroke to disk.
  'files.autoSave': 'off',
};

/** User settings: the given ones before the quiet defaults. */
export function userSettings(settings: Settings): Settings {
  return { ...quiet, ...settings };
}

/** Puts an extension among the installed ones, before the server's first start. */
export function installExtension(extensions: string, folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    publisher: string;
    name: string;
    version: string;
  };
  mkdirSync(extensions, { recursive: true });
  const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
  symlinkSync(resolve(folder), join(extensions, name), 'junction');
}

/** Where the Chinese words of VS Code itself lie, below the host's `node_modules`. */
const words = '@codingame/monaco-vscode-language-pack-zh-hans/translations';

/**
 * Registers a Chinese language pack with the server, as if it had been installed. Without one the server stays
 * English and gives the extension its English words, too. The pack is of an older VS Code: what is newer than it
 * stays English.
 * @param folder the server's `data` folder
 * @param modules the host's `node_modules` folder
 */
export async function writeLanguagePack(folder: string, locale: string, modules: string): Promise<void> {
  const main = join(modules, words, 'main.i18n.json.js');
  const { default: contents } = (await import(pathToFileURL(main).href)) as { default: unknown };
  const file = join(folder, 'main.i18n.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ version: '1.0.0', contents }));
  const translations: Record<string, string> = { vscode: file };
  for (const name of readdirSync(join(modules, words, 'extensions')))
    translations[name.replace('.i18n.json', '')] = join(modules, words, 'extensions', name);
  const extension = { extensionIdentifier: { id: 'policy-lens.words' }, version: '1.0.0' };
  const pack = { hash: 'policy-lens', extensions: [extension], translations, label: '中文(简体)' };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
