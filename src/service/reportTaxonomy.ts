import type { Taxonomy } from '../core/taxonomy/model';
import type { ReportTaxonomyResult } from '../protocol';

/** The taxonomy as reports take it: without what only the analysis needs. */
export function reportTaxonomy(taxonomy: Taxonomy): ReportTaxonomyResult {
  const { id, version, fingerprint, title, reference, links } = taxonomy;
  return {
    id,
    version,
    fingerprint,
    title,
    reference,
    links,
    categories: taxonomy.categories.map(
      ({ code, kind, parent, isLeaf, name, definition, backbone, supplement }) => ({
        code,
        kind,
        parent,
        isLeaf,
        name,
        definition,
        backbone,
        supplement,
      }),
    ),
  };
}
