import generated from '../../../generated/taxonomy.json';
import { finishTaxonomy } from '../finish';
import type { Category, Indicator, IndicatorPattern, Taxonomy } from '../model';

/** What scripts/generate.mjs writes: patterns name their word groups by number. */
interface Packed extends Omit<Taxonomy, 'byCode' | 'categories'> {
  readonly categories: readonly (Omit<Category, 'indicators'> & {
    readonly indicators: readonly PackedIndicator[];
  })[];
  readonly slots: readonly (readonly string[])[];
}
type PackedIndicator = Omit<Indicator, 'patterns'> & {
  readonly patterns: readonly (Omit<IndicatorPattern, 'slots'> & { readonly slots: readonly number[] })[];
};

let taxonomy: Taxonomy | null = null;

/** The taxonomy of 周军、吴红 (2025), read from the YAML files beside this one at build time. Frozen; made once. */
export function builtinTaxonomy(): Taxonomy {
  taxonomy ??= unpack(generated as Packed);
  return taxonomy;
}

function unpack({ fingerprint, slots, ...content }: Packed): Taxonomy {
  const unpackIndicator = (indicator: PackedIndicator): Indicator => ({
    ...indicator,
    patterns: indicator.patterns.map((pattern) => ({
      ...pattern,
      slots: pattern.slots.map((number) => slots[number] ?? []),
    })),
  });
  const categories = content.categories.map((category) => ({
    ...category,
    indicators: category.indicators.map(unpackIndicator),
  }));
  return finishTaxonomy({ ...content, categories }, fingerprint);
}
