/** A user's taxonomy in one file, as tests of loading have it. */
import assert from 'node:assert/strict';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { loadTaxonomy } from '../../../src/core/taxonomy/load';
import type { Taxonomy } from '../../../src/core/taxonomy/model';

export const base = builtinTaxonomy();
/** What a taxonomy says of itself; standing alone, and upon the built-in one. */
export const head = 'id: mine\nversion: 1.0.0\n';
export const own = `${head}extends: zhou-wu-2025\n`;

/** A taxonomy without a mistake. */
export function load(text: string): Taxonomy {
  const { value, problems } = loadTaxonomy([{ name: 'mine.yaml', text }], base);
  assert.deepEqual(problems, []);
  assert.ok(value);
  return value;
}

/** `line message-id` of each problem. */
export function problemsOf(text: string): string[] {
  const { value, problems } = loadTaxonomy([{ name: 'mine.yaml', text }], base);
  assert.equal(value === null, problems.length > 0);
  return problems.map(({ file, line, message }) => {
    assert.equal(file, 'mine.yaml');
    return `${String(line)} ${message.id}`;
  });
}
