import * as vscode from 'vscode';
import type { HighlightKind, ServerSettings } from '../../protocol';
import { oneOf, presetViews, type HintMode, type Preset } from './presets';

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

/** What the settings say for one document or folder; presets are worked in already. */
export interface DocumentSettings {
  readonly enable: ServerSettings['enable'];
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, string>>;
  readonly include: readonly string[];
  readonly hints: HintMode;
  readonly hintText: NonNullable<ServerSettings['hintText']>;
  readonly highlights: boolean;
  readonly highlightKinds: ReadonlySet<HighlightKind>;
  readonly suppressions: 'auto' | 'text' | 'sidecar';
}

/** Reads the settings that hold for `scope` (a document, a folder, or the window). */
export function readSettings(scope?: vscode.ConfigurationScope | null): DocumentSettings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const preset = oneOf<Preset>(configuration.get('preset'), ['quiet', 'draft', 'review'], 'draft');
  const views = presetViews[preset];
  return {
    enable: oneOf(configuration.get('enable'), ['auto', 'always', 'never'], 'auto'),
    preset,
    rules: severities(configuration.get('rules')),
    include: strings(configuration.get('include')),
    // `auto`, the default, is no mode of its own: the preset decides.
    hints: oneOf(configuration.get('hints'), ['off', 'cursorParagraph', 'onDemand', 'all'], views.hints),
    hintText: oneOf(configuration.get('hintText'), ['name', 'nameAndCode', 'code'], 'name'),
    highlights: boolean(explicit(configuration, 'highlights.enabled'), views.highlights),
    highlightKinds: new Set(
      highlightKinds.filter((kind) => boolean(configuration.get(`highlights.kinds.${kind}`), true)),
    ),
    suppressions: oneOf(configuration.get('suppressions'), ['auto', 'text', 'sidecar'], 'auto'),
  };
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

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function boolean(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}
