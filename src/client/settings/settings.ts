import * as vscode from 'vscode';
import { settingValues, type HighlightKind, type ServerSettings } from '../../protocol';
import { presetViews, type HintMode, type Preset } from './presets';

/** All settings live under this name. */
export const section = 'policyLens';

/** Every kind that can be underlined, in the order of the settings. */
export const highlightKinds: readonly HighlightKind[] = [
  'problem',
  'pathway',
  'safeguard',
  'actor',
  'instrument',
];

/** What the settings say for one document or folder, each read when it is asked for; presets are worked in already. */
export interface DocumentSettings {
  readonly enable: ServerSettings['enable'];
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, string>>;
  readonly include: readonly string[];
  readonly hints: HintMode;
  readonly codeLens: boolean;
  readonly highlights: boolean;
  readonly highlightKinds: ReadonlySet<HighlightKind>;
  readonly suppressions: 'auto' | 'text' | 'sidecar';
}

/**
 * Reads the settings that hold for `scope` (a document or a folder; null: the window). Settings of the window alone are
 * not among them: the editor warns in its log of each that is read for a document.
 */
export function readSettings(scope: vscode.ConfigurationScope | null): DocumentSettings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const views = () => presetViews[presetOf(configuration)];
  return {
    get enable() {
      return knownOr(configuration.get('enable'), settingValues.enable, 'auto');
    },
    get preset() {
      return presetOf(configuration);
    },
    get rules() {
      return severities(configuration.get('rules'));
    },
    get include() {
      return strings(configuration.get('include'));
    },
    get hints() {
      // `auto`, the default, is no mode of its own: the preset decides.
      return knownOr(
        configuration.get('hints'),
        ['off', 'cursorParagraph', 'onDemand', 'all'],
        views().hints,
      );
    },
    get codeLens() {
      return boolean(configuration.get('codeLens'), true);
    },
    get highlights() {
      return boolean(explicit(configuration, 'highlights.enabled'), views().highlights);
    },
    get highlightKinds() {
      return new Set(
        highlightKinds.filter((kind) => boolean(configuration.get(`highlights.kinds.${kind}`), true)),
      );
    },
    get suppressions() {
      return knownOr(configuration.get('suppressions'), ['auto', 'text', 'sidecar'], 'auto');
    },
  };
}

/** What hints say, in the whole window. */
export function readHintText(): NonNullable<ServerSettings['hintText']> {
  const configuration = vscode.workspace.getConfiguration(section);
  return knownOr(configuration.get('hintText'), settingValues.hintText, 'name');
}

function presetOf(configuration: vscode.WorkspaceConfiguration): Preset {
  return knownOr(configuration.get('preset'), settingValues.preset, 'draft');
}

/** A value that someone has set, as opposed to the manifest's default, which stands below the preset. */
function explicit(configuration: vscode.WorkspaceConfiguration, key: string): unknown {
  const found = configuration.inspect(key);
  return found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
}

/** A copy: what the editor hands out is a proxy, which cannot be sent to a worker. */
function severities(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** `value` where it is one of `allowed`, else `fallback`: a slip in a settings file costs only itself. */
export function knownOr<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

/** A setting that is a list; one string is a list of one, whatever else stands there says nothing. */
export function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function boolean(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}
