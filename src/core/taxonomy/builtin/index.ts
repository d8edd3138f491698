import generated from '../../../generated/taxonomy.json';
import { finishTaxonomy, type TaxonomyContent } from '../finish';
import type { Taxonomy } from '../model';

let taxonomy: Taxonomy | null = null;

/** The taxonomy of 周军、吴红 (2025), read from the YAML files beside this one at build time. Frozen; made once. */
export function builtinTaxonomy(): Taxonomy {
  if (!taxonomy) {
    const { fingerprint, ...content } = generated as TaxonomyContent & { fingerprint: string };
    taxonomy = finishTaxonomy(content, fingerprint);
  }
  return taxonomy;
}
