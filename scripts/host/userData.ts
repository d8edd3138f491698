/** The user data a server starts with: settings and, for a Chinese interface, the language pack. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/**
 * A language pack that translates nothing of VS Code itself. It makes VS Code offer the extension its Chinese
 * strings, which the server does only for a language it has a pack for.
 * @param folder the server's `data` folder
 */
export function writeLanguagePack(folder: string, locale: string): void {
  const translations = join(folder, 'languagepack.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = { hash: 'policy-lens', extensions: [], translations: { vscode: translations } };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
