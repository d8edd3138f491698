import type { Taxonomy } from './model';

const builtin = 'zhou-wu-2025';

/** Whether a taxonomy is the built-in one or extends it. Of any other, neither sources nor links are the paper's or ours. */
export function isOfThePaper({ id, base }: Pick<Taxonomy, 'id' | 'base'>): boolean {
  return id === builtin || base === builtin;
}

/** Whether a category of a taxonomy is the paper's or our supplement to it, and not one that a user added. */
export function isThePapers(taxonomy: Pick<Taxonomy, 'id' | 'base' | 'byCode'>, code: string): boolean {
  return isOfThePaper(taxonomy) && !taxonomy.byCode.get(code)?.isAdded;
}
