import { analyzeInSlices, createEnvironment, createEvidenceCache } from '../core/analyze';
import type { EngineData } from '../core/engineData';
import { builtinModel } from '../core/match/scoring/learned';
import type { Analysis, Environment } from '../core/model';
import type { DocumentResult } from '../core/report/contract';
import { documentResult } from '../core/report/documentResult';
import { chosenFor, ruleOf } from '../core/rules';
import type { RuleLevel } from '../core/rules/model';
import { drain } from '../core/slices';
import { builtinTaxonomy } from '../core/taxonomy/builtin';
import type { Taxonomy } from '../core/taxonomy/model';
import { createJiebaTokenizer } from '../core/tokenize/jieba';
import { createTranslator, type Language, type Translator } from '../l10n/translator';
import { UsageError } from './io';
import type { SourceText } from './input/source';

/** All that an analysis depends on beside its text; plain data, so that it can be handed to a worker. */
export interface AnalystOptions {
  readonly language: Language;
  /** The user's taxonomy: its name and content. */
  readonly taxonomy: { readonly name: string; readonly text: string } | null;
  /** Rule id or name → severity, above the defaults. */
  readonly severities: Readonly<Record<string, RuleLevel>>;
}

/** What of a result is asked for; without the rest it takes less time. */
export interface Wanted {
  readonly evidence: boolean;
  readonly findings: boolean;
}

/** Analyses texts under one set of options. */
export interface Analyst {
  readonly environment: Environment;
  readonly taxonomy: Taxonomy;
  readonly translator: Translator;
  analyze(source: Pick<SourceText, 'text' | 'format' | 'sidecar'>): Analysis;
  result(source: SourceText, wanted: Wanted): DocumentResult;
}

/**
 * @param taxonomy From {@link taxonomyFor}, for the same options.
 */
export function createAnalyst(options: AnalystOptions, taxonomy: Taxonomy, data: EngineData): Analyst {
  const environment = createEnvironment(
    taxonomy,
    createJiebaTokenizer(data.tokenizer),
    builtinModel(data.weights),
  );
  const translator = createTranslator(options.language, taxonomy);
  const severity = (id: string): RuleLevel => severityOf(options, id);
  const run = (
    { text, format, sidecar = null }: Pick<SourceText, 'text' | 'format' | 'sidecar'>,
    { evidence, findings }: Wanted,
  ): Analysis => {
    const wantsRule = (id: string): boolean => findings && severity(id) !== 'off';
    // The cache finds paragraphs that stand more than once in a document, such as table cells and set phrases.
    const cache = createEvidenceCache();
    return drain(
      analyzeInSlices(text, format, environment, cache, { sidecar, lazyEvidence: !evidence, wantsRule }),
    );
  };
  return {
    environment,
    taxonomy,
    translator,
    analyze: (source) => run(source, { evidence: false, findings: false }),
    result: (source, wanted) =>
      documentResult(run(source, wanted), taxonomy, source, severity, translator.message, wanted.evidence),
  };
}

/**
 * The taxonomy to use: the user's, or the built-in one.
 *
 * @throws UsageError when the user's cannot be used; its message lists every problem with its line.
 */
export async function taxonomyFor({ taxonomy, language }: AnalystOptions): Promise<Taxonomy> {
  const builtin = builtinTaxonomy();
  if (!taxonomy) return builtin;
  // Loaded only here: most runs use the built-in taxonomy and start faster without the YAML reader.
  const { loadTaxonomy } = await import('../core/taxonomy/load');
  const { value, problems } = loadTaxonomy([taxonomy], builtin);
  if (value && problems.length === 0) return value;
  const { message } = createTranslator(language, builtin);
  throw new UsageError(
    problems.map(({ file, line, message: text }) => `${file}:${line} ${message(text)}`).join('\n'),
  );
}

function severityOf({ severities }: AnalystOptions, id: string): RuleLevel {
  const rule = ruleOf(id);
  return rule ? (chosenFor(severities, rule) ?? rule.defaultSeverity) : 'off';
}
