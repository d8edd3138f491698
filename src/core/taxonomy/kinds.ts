import type { CategoryKind } from './model';

/** Whether categories of a kind are remedies: pathways and safeguards. */
export function isRemedyKind(kind: CategoryKind | undefined): boolean {
  return kind === 'R' || kind === 'S';
}

/** Whether categories of a kind are problems or remedies; actors, dimensions and mechanisms only go with them. */
export function isProblemOrRemedy(kind: CategoryKind): boolean {
  return kind === 'P' || isRemedyKind(kind);
}

/** What a tag of a kind says: a problem, a remedy, or neither. */
export function stanceOf(kind: CategoryKind): 'problem' | 'remedy' | null {
  return kind === 'P' ? 'problem' : isRemedyKind(kind) ? 'remedy' : null;
}
