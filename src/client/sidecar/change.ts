import type { NotApplicable, Sidecar, Suppression } from '../../core/suppress/model';

/** One step in what is said of a document. Its reverse undoes it, also after other steps were made. */
export interface SidecarChange {
  readonly addSuppressions?: readonly Suppression[];
  readonly removeSuppressions?: readonly Suppression[];
  readonly addNotApplicable?: readonly NotApplicable[];
  readonly removeNotApplicable?: readonly NotApplicable[];
}

/** The sidecar after a change; entries are told apart by id, or by category. */
export function applyChange(sidecar: Sidecar, change: SidecarChange): Sidecar {
  const {
    addSuppressions = [],
    removeSuppressions = [],
    addNotApplicable = [],
    removeNotApplicable = [],
  } = change;
  const ids = new Set([...addSuppressions, ...removeSuppressions].map(({ id }) => id));
  const codes = new Set([...addNotApplicable, ...removeNotApplicable].map(({ category }) => category));
  return {
    version: 1,
    suppressions: [...sidecar.suppressions.filter(({ id }) => !ids.has(id)), ...addSuppressions],
    notApplicable: [
      ...sidecar.notApplicable.filter(({ category }) => !codes.has(category)),
      ...addNotApplicable,
    ],
  };
}

/** The change that takes a change back. */
export function reverse(change: SidecarChange): SidecarChange {
  return {
    addSuppressions: change.removeSuppressions ?? [],
    removeSuppressions: change.addSuppressions ?? [],
    addNotApplicable: change.removeNotApplicable ?? [],
    removeNotApplicable: change.addNotApplicable ?? [],
  };
}

/** Whether anything that a change added still stands in a sidecar as it was added. */
export function holdsAdded(
  { suppressions, notApplicable }: Sidecar,
  { addSuppressions = [], addNotApplicable = [] }: SidecarChange,
): boolean {
  return (
    addSuppressions.some((added) => suppressions.some(({ id }) => id === added.id)) ||
    addNotApplicable.some((added) =>
      notApplicable.some(({ category, reason }) => category === added.category && reason === added.reason),
    )
  );
}
