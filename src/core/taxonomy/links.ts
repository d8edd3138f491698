import type { Taxonomy } from './model';

/** Codes of the remedies that answer a problem first of all; none where no link says so. */
export function primaryRemedies({ links }: Pick<Taxonomy, 'links'>, problem: string): readonly string[] {
  return links.find((link) => link.problem === problem)?.primary ?? [];
}
