import { availableParallelism } from 'node:os';
import { rules } from '../core/rules';
import { ruleLevels, type RuleLevel, type Severity } from '../core/rules/model';
import type { Language, Translator } from '../l10n/translator';
import type { AnalystOptions } from './analyst';
import { readBaseline, type Baseline } from './baseline';
import { placed } from './baselinePlace';
import { UsageError } from './io';
import { decode } from '../files/decode';
import { bytesOf } from './input/named';

/** Options of `annotate`, `coverage` and `export`, as commander gives them; other commands have some of them. */
export interface CommonOptions {
  readonly format: string;
  readonly output?: string;
  readonly taxonomy?: string;
  readonly rule: readonly string[];
  /** A run fails on findings that are as grave as this, or graver. */
  readonly failOn?: Severity;
  readonly baseline?: string;
  readonly changedSince?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly jobs?: number;
  readonly stdinNdjson?: boolean;
  readonly stdinFormat: 'plain' | 'markdown';
  readonly metadata?: string;
  readonly concordance: readonly string[];
}

/** Reads what the analysis needs: the taxonomy file and the severities of rules, where findings are told. */
export async function analystOptions(
  options: Pick<CommonOptions, 'taxonomy'> & Partial<Pick<CommonOptions, 'rule'>>,
  language: Language,
  cwd: string,
  t: Translator['t'],
): Promise<AnalystOptions> {
  const { taxonomy: file } = options;
  return {
    language,
    // By the path as it was typed: terminals open what is wrong there.
    taxonomy: file === undefined ? null : { name: file, text: await readNamed(file, cwd, t) },
    severities: Object.fromEntries((options.rule ?? []).map((each) => readRule(each, t))),
  };
}

function readRule(text: string, t: Translator['t']): [string, RuleLevel] {
  const [id = '', level = '', ...rest] = text.split('=');
  const severity = ruleLevels.find((each) => each === level);
  if (!severity || rest.length > 0) throw new UsageError(t('cli.usage.rule', text));
  if (!rules.some((rule) => rule.id === id || rule.name === id))
    throw new UsageError(t('cli.usage.unknownRule', id, rules.map((rule) => rule.id).join(t('cli.list'))));
  return [id, severity];
}

/** Reads the earlier output that `--baseline` names. */
export async function baselineOf(
  file: string | undefined,
  cwd: string,
  t: Translator['t'],
): Promise<Baseline | null> {
  if (file === undefined) return null;
  const baseline = readBaseline(await readNamed(file, cwd, t));
  if (!baseline) throw new UsageError(t('cli.usage.baseline', file));
  return placed(baseline, file, cwd);
}

/** Reads a text that an option names. */
export async function readNamed(file: string, cwd: string, t: Translator['t']): Promise<string> {
  const bytes = await bytesOf(file, cwd, t);
  const decoded = decode(bytes);
  if ('reason' in decoded) throw new UsageError(`${file}: ${t(`cli.reason.${decoded.reason}`)}`);
  return decoded.text;
}

/** Below this many documents another thread costs more than it brings. */
const worthAThread = 40;

/** Threads to use: as asked, but no more than documents; else by the number of documents and of cores. */
export function jobsFor(asked: number | undefined, documents: number): number {
  if (asked !== undefined) return Math.max(1, Math.min(asked, documents));
  return Math.max(1, Math.min(availableParallelism(), 8, Math.floor(documents / worthAThread)));
}
