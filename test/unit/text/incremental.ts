import assert from 'node:assert/strict';
import { analyze, analyzeInSlices, createEvidenceCache } from '../../../src/core/analyze';
import { drain } from '../../../src/core/slices';
import type { DocumentFormat } from '../../../src/core/text/model';
import { builtinEnvironment } from '../support/environment';

/** A change of a text; `at` counts from the start again behind its end. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** After each edit the analysis that goes on from the last one is that of the text alone. */
export function assertIncremental(start: string, edits: readonly Edit[], format: DocumentFormat): void {
  const environment = builtinEnvironment();
  const cache = createEvidenceCache();
  let text = start;
  drain(analyzeInSlices(text, format, environment, cache));
  for (const { at, remove, insert } of edits) {
    const from = at % (text.length + 1);
    text = text.slice(0, from) + insert + text.slice(from + remove);
    const cached = drain(analyzeInSlices(text, format, environment, cache));
    assert.deepEqual(cached, analyze(text, format, environment));
  }
}
