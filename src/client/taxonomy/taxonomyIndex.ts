import type { CategoryInfo, TaxonomyResult } from '../../protocol';
import { remedyLeaves } from '../../core/taxonomy/kinds';

/** The taxonomy as menus and trees look things up in it. */
export class TaxonomyIndex {
  private readonly byCode: ReadonlyMap<string, CategoryInfo>;

  constructor(readonly taxonomy: TaxonomyResult) {
    this.byCode = new Map(taxonomy.categories.map((category) => [category.code, category]));
  }

  get(code: string): CategoryInfo | undefined {
    return this.byCode.get(code);
  }

  /** `R2.3 技术转移与成果转化`; the code alone where it is unknown. */
  label(code: string): string {
    const category = this.get(code);
    return category ? `${code} ${category.name}` : code;
  }

  /** The group of a leaf, or the category itself where it stands in none. */
  groupOf(code: string): string {
    return this.get(code)?.parent ?? code;
  }

  /** The leaves that remedies are counted by, in taxonomy order. */
  get remedies(): readonly CategoryInfo[] {
    return remedyLeaves(this.taxonomy.categories);
  }

  /** Everything a sentence can be tagged with: what has no parts, of every kind; in taxonomy order. */
  get tags(): readonly CategoryInfo[] {
    const parents = new Set(this.taxonomy.categories.map(({ parent }) => parent));
    return this.taxonomy.categories.filter(({ code }) => !parents.has(code));
  }

  /** The leaves among problems and remedies, in taxonomy order; actors, theories and mechanisms are never leaves. */
  get leaves(): readonly CategoryInfo[] {
    return this.taxonomy.categories.filter(({ isLeaf }) => isLeaf);
  }
}
