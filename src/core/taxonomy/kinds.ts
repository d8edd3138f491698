import { addTo } from '../grouped';
import type { Category, CategoryKind } from './model';

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

/** What tells a leaf of some kind. */
type Leaf = Pick<Category, 'kind' | 'isLeaf'>;

/** The categories that count as covered, thin or missing. */
export function remedyLeaves<C extends Leaf>(categories: readonly C[]): C[] {
  return categories.filter(({ kind, isLeaf }) => isLeaf && isRemedyKind(kind));
}

/** The categories that people code. */
export function codedLeaves<C extends Leaf>(categories: readonly C[]): C[] {
  return categories.filter(({ kind, isLeaf }) => isLeaf && isProblemOrRemedy(kind));
}

/** Codes of the pathways that rest on each part of the backbone 市场—企业—政府; empty for a taxonomy without one. */
export function pathwaysByActor(
  categories: readonly Pick<Category, 'code' | 'kind' | 'isLeaf' | 'backbone'>[],
): ReadonlyMap<string, readonly string[]> {
  const pathways = new Map<string, string[]>();
  for (const { code, kind, isLeaf, backbone } of categories)
    if (kind === 'R' && isLeaf && backbone !== null) addTo(pathways, backbone, code);
  return pathways;
}
