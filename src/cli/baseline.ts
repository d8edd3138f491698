import type { DiagnosticResult, DocumentResult } from '../core/report/contract';
import { unspaced } from '../core/text/unspaced';

/** Findings that are known already: path → the diagnostics of an earlier JSON output. */
export type Baseline = ReadonlyMap<string, readonly BaselineFinding[]>;

/** What identifies a finding when line numbers have moved. */
type BaselineFinding = Pick<DiagnosticResult, 'rule' | 'quote' | 'categories'>;

/** Reads the JSON output of an earlier run; null when it is none. */
export function readBaseline(text: string): Baseline | null {
  let output: unknown;
  try {
    output = JSON.parse(text);
  } catch {
    return null;
  }
  const documents = (output as { documents?: unknown } | null)?.documents;
  if (!Array.isArray(documents)) return null;
  const baseline = new Map<string, BaselineFinding[]>();
  for (const document of documents as (Partial<DocumentResult> | null)[]) {
    if (typeof document?.path !== 'string' || !Array.isArray(document.diagnostics)) return null;
    const findings: BaselineFinding[] = [];
    for (const finding of document.diagnostics as (Partial<BaselineFinding> | null)[]) {
      if (typeof finding !== 'object' || finding === null) return null;
      findings.push({
        rule: String(finding.rule),
        quote: String(finding.quote),
        categories: Array.isArray(finding.categories) ? finding.categories.map(String) : [],
      });
    }
    baseline.set(document.path, findings);
  }
  return baseline;
}

/**
 * The document without the findings the baseline has. A finding is known when the same rule found the same words
 * before and named at least the same categories: a gap that has become smaller is not new.
 */
export function withoutKnown(
  result: DocumentResult,
  baseline: Baseline,
): { result: DocumentResult; known: number } {
  const left = [...(baseline.get(result.path) ?? [])];
  const diagnostics = result.diagnostics.filter((finding) => {
    const at = left.findIndex((old) => isSame(old, finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { result: { ...result, diagnostics }, known: result.diagnostics.length - diagnostics.length };
}

function isSame(old: BaselineFinding, now: DiagnosticResult): boolean {
  return (
    old.rule === now.rule &&
    unspaced(old.quote) === unspaced(now.quote) &&
    now.categories.every((category) => old.categories.includes(category))
  );
}
