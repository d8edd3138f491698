import type { CoverageResult, DocumentResult } from '../core/report/contract';
import type { Severity } from '../core/rules/model';
import { looksTraditional } from '../core/text/traditional';
import type { Analyst } from './analyst';
import { withoutKnown, type Baseline } from './baseline';
import { readSource, type Skipped, type SourceText } from './input/source';
import { renderer, showsEvidence, showsFindings, type RenderOptions } from './output/renderers';
import type { Work } from './workers/protocol';

/** Findings of one document by severity. */
export type FindingCounts = Readonly<Partial<Record<Severity, number>>>;

/** What the run as a whole needs to know of a document after it has been written. */
export interface Digest {
  readonly path: string;
  readonly sha256: string;
  readonly isPolicyText: boolean;
  readonly coverage: CoverageResult;
  readonly findings: FindingCounts;
  readonly hasBrokenSidecar: boolean;
  readonly looksTraditional: boolean;
  /** Findings left out because the baseline has them. */
  readonly known: number;
}

/**
 * A document done: its digest, the pieces of its text in the output format, its own text if asked for; or why it was
 * not analysed.
 */
export type Outcome =
  | { readonly digest: Digest; readonly pieces: Iterable<string>; readonly source?: string }
  | { readonly skipped: Skipped };

/** How documents become outcomes; plain data, so that it can be handed to a worker. */
export interface OutcomeOptions {
  readonly render: RenderOptions;
  readonly baseline: Baseline | null;
  /** The numbers of findings are wanted, whatever is written. */
  readonly countsFindings: boolean;
  /** The document's own text is wanted too. */
  readonly withSource: boolean;
}

/** What turns work into outcomes; the same in the main thread and in workers. */
export function outcomeMaker(analyst: Analyst, options: OutcomeOptions): (work: Work) => Promise<Outcome> {
  const render = renderer(options.render, analyst);
  const wanted = {
    evidence: showsEvidence(options.render),
    findings: options.countsFindings || options.baseline !== null || showsFindings(options.render),
  };
  const analyzed = (source: SourceText): Outcome => {
    const full = analyst.result(source, wanted);
    const { result, known } = options.baseline
      ? withoutKnown(full, options.baseline)
      : { result: full, known: 0 };
    const digest = digestOf(result, known, source);
    const pieces = render(result, source);
    return options.withSource ? { digest, pieces, source: source.text } : { digest, pieces };
  };
  return async (work) => {
    if ('outcome' in work) return work.outcome;
    if ('source' in work) return analyzed(work.source);
    // Others get a turn before: the reader of the output may have gone.
    await new Promise((resolve) => setImmediate(resolve));
    const source = readSource(work.input);
    return 'reason' in source ? { skipped: source } : analyzed(source);
  };
}

function digestOf(result: DocumentResult, known: number, source: SourceText): Digest {
  const findings: Partial<Record<Severity, number>> = {};
  for (const { severity } of result.diagnostics) findings[severity] = (findings[severity] ?? 0) + 1;
  const { path, sha256, coverage, checked } = result;
  return {
    path,
    sha256,
    isPolicyText: checked.isPolicyText,
    coverage,
    findings,
    hasBrokenSidecar: source.hasBrokenSidecar ?? false,
    looksTraditional: looksTraditional(source.text),
    known,
  };
}
