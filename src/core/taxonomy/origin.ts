import type { Taxonomy } from './model';

const builtin = 'zhou-wu-2025';

/** Whether a taxonomy is the built-in one or extends it. Of any other, neither sources nor links are the paper's or ours. */
export function isOfThePaper({ id, base }: Pick<Taxonomy, 'id' | 'base'>): boolean {
  return id === builtin || base === builtin;
}
