import type { ServerSettings } from '../protocol';
import type { Rule, Severity } from '../core/rules/model';

/** Used until the client has spoken, and by editors that send no settings. */
export const defaultSettings: ServerSettings = {
  language: 'zh-CN',
  enable: 'auto',
  preset: 'draft',
  rules: {},
  taxonomy: null,
};

const severities: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What a preset changes of the rules' own defaults. */
const presets: Record<ServerSettings['preset'], (rule: Rule) => Severity> = {
  quiet: (rule) => (rule.defaultSeverity === 'off' ? 'off' : 'hint'),
  draft: (rule) => rule.defaultSeverity,
  review: (rule) => (rule.defaultSeverity === 'off' ? 'hint' : rule.defaultSeverity),
};

/** Explicit values stand above the preset; a value that is no severity is ignored. */
export function severityOf(settings: ServerSettings, rules: readonly Rule[], id: string): Severity {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) return 'off';
  const explicit = settings.rules[id] ?? settings.rules[rule.name];
  return explicit !== undefined && severities.includes(explicit)
    ? (explicit as Severity)
    : presets[settings.preset](rule);
}

/** Settings from outside, field by field, so that one bad value costs only itself. */
export function readSettings(value: unknown): ServerSettings {
  if (typeof value !== 'object' || value === null) return defaultSettings;
  const given = value as Partial<Record<keyof ServerSettings, unknown>>;
  const oneOf = <T extends string>(candidate: unknown, allowed: readonly T[], fallback: T): T =>
    allowed.find((entry) => entry === candidate) ?? fallback;
  const taxonomy = given.taxonomy as ServerSettings['taxonomy'] | undefined;
  return {
    language: oneOf(given.language, ['zh-CN', 'en'], defaultSettings.language),
    enable: oneOf(given.enable, ['auto', 'always', 'never'], defaultSettings.enable),
    preset: oneOf(given.preset, ['quiet', 'review', 'draft'], defaultSettings.preset),
    rules:
      typeof given.rules === 'object' && given.rules !== null ? (given.rules as Record<string, string>) : {},
    taxonomy:
      taxonomy && typeof taxonomy.file === 'string' && typeof taxonomy.text === 'string' ? taxonomy : null,
  };
}
