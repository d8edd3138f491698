import { fingerprintOf } from '../fingerprint';
import type { Taxonomy } from './model';

/** A taxonomy before its index and fingerprint are made. */
export type TaxonomyContent = Omit<Taxonomy, 'byCode' | 'fingerprint'>;

/**
 * Freezes a taxonomy and adds index and fingerprint.
 *
 * @param fingerprint Where it is known from the build.
 */
export function finishTaxonomy(content: TaxonomyContent, fingerprint?: string): Taxonomy {
  freeze(content);
  return Object.freeze({
    ...content,
    byCode: new Map(content.categories.map((category) => [category.code, category])),
    fingerprint: fingerprint ?? fingerprintOf([JSON.stringify(content)]),
  });
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
