import { unfilledSentences } from './coverage/blanks';
import { summarize } from './coverage/summarize';
import { compiledFor, type Compiled } from './match/scoring/compiled';
import { decide } from './match/decide';
import { EvidenceCache, gatherEvidence } from './match/evidence/gather';
import { fingerprintOf } from './fingerprint';
import type { Model } from './match/scoring/modelFile';
import { checkText } from './match/policyText';
import type { SentenceEvidence } from './match/evidence/sentenceEvidence';
import type { Analysis, AnalyzeOptions, Environment, InstrumentHit } from './model';
import { checkRules, rules } from './rules';
import { drain } from './slices';
import { Suppressions } from './suppress/suppressions';
import { parseInSlices } from './text/parseDocument';
import type { DocumentFormat, ParsedDocument } from './text/model';
import type { Taxonomy } from './taxonomy/model';
import type { Tokenizer } from './tokenize/tokenizer';

export type { EvidenceCache } from './match/evidence/gather';

/** Raised with every change of the engine that can change an analysis; part of the fingerprint. */
const engineVersion = '14';

/**
 * Puts together what the analysis of a text needs. Cheap until the first analysis; build once, use for many
 * documents.
 *
 * @param model The learned model; used where it was trained for the taxonomy or the one it extends.
 */
export function createEnvironment(
  taxonomy: Taxonomy,
  tokenizer: Tokenizer,
  model: Model | null,
): Environment {
  const serves = model && (model.taxonomy === taxonomy.id || model.taxonomy === taxonomy.base);
  return {
    taxonomy,
    tokenizer,
    model: serves ? model : null,
    fingerprint: fingerprintOf([
      engineVersion,
      taxonomy.fingerprint,
      tokenizer.id,
      serves ? model.id : 'weights set by hand',
    ]),
  };
}

/** A cache of evidence for one document; see {@link analyzeInSlices}. */
export function createEvidenceCache(): EvidenceCache {
  return new EvidenceCache();
}

/** Analyses a text at once. Total: any string has an analysis. */
export function analyze(
  text: string,
  format: DocumentFormat,
  environment: Environment,
  options: AnalyzeOptions = {},
): Analysis {
  return drain(analyzeInSlices(text, format, environment, null, options));
}

/**
 * Analyses a text in slices: yields after each chunk of at most 2,000 UTF-16 units, so that the caller can give
 * others a turn or drop the work.
 *
 * @param cache Keeps the evidence of unchanged paragraphs between two versions of one document.
 */
export function* analyzeInSlices(
  text: string,
  format: DocumentFormat,
  environment: Environment,
  cache: EvidenceCache | null = null,
  options: AnalyzeOptions = {},
): Generator<void, Analysis> {
  const compiled = compiledFor(environment);
  cache?.prepare(environment.fingerprint);
  const document = yield* parseInSlices(withinLimit(text, options.limit), format, cache?.parse ?? null);
  yield;
  const evidence = yield* gatherEvidence(document, environment.tokenizer, compiled.extractor, cache);
  const analysis = yield* conclude(environment, compiled, document, evidence, options);
  return document.text.length === text.length
    ? analysis
    : { ...analysis, checked: { ...analysis.checked, total: text.length } };
}

/** The whole text, or its first lines that fit into `limit`. */
function withinLimit(text: string, limit: number | undefined): string {
  if (limit === undefined || text.length <= limit) return text;
  const end = text.lastIndexOf('\n', limit - 1) + 1;
  return text.slice(0, end > 0 ? end : limit);
}

function* conclude(
  environment: Environment,
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
  { sidecar, lazyEvidence = false, wantsRule = () => true }: AnalyzeOptions,
): Generator<void, Analysis> {
  const { taxonomy } = environment;
  const suppressions = new Suppressions(document, taxonomy, sidecar);
  const decision = yield* decide(compiled, document, evidence, lazyEvidence);
  yield;
  const annotations = suppressions.annotations(decision.annotations);
  const nearest = suppressions.nearest(decision.nearest);
  yield;
  const instruments = instrumentsOf(compiled, document, evidence);
  yield;
  const coverage = summarize(annotations, taxonomy, unfilledSentences(document));
  yield;
  const analysis = {
    document,
    taxonomy: { id: taxonomy.id, version: taxonomy.version, fingerprint: taxonomy.fingerprint },
    fingerprint: sidecar
      ? fingerprintOf([environment.fingerprint, JSON.stringify(sidecar)])
      : environment.fingerprint,
    annotations,
    instruments,
    nearest,
    coverage,
    suppressed: suppressions.applied,
    notApplicable: suppressions.notApplicable,
    checked: checkText(compiled.lexicon, evidence, document),
  };
  const findings = yield* checkRules(analysis, taxonomy, wantsRule);
  return { ...analysis, findings: suppressions.findings(findings, rules) };
}

function instrumentsOf(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
): InstrumentHit[] {
  const found: InstrumentHit[] = [];
  evidence.forEach((sentence, index) => {
    for (const { entry, start, end, stance } of sentence.hits) {
      if (compiled.isInstrument[entry] !== 1) continue;
      const offset = (document.sentences[index]?.start ?? 0) - sentence.start;
      found.push({
        start: start + offset,
        end: end + offset,
        indicator: compiled.lexicon.entries[entry]?.indicator.id ?? '',
        text: document.text.slice(start + offset, end + offset),
        sentence: index,
        isWanting: stance === 'defect',
      });
    }
  });
  return found;
}
