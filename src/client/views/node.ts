import type { Range } from 'vscode-languageserver-types';

/** What commands need to know of a node; never shown. */
export interface NodeTarget {
  readonly uri: string;
  readonly category?: string;
  /** Id of an annotation in the document's version that the tree was made from. */
  readonly annotation?: string;
  readonly range?: Range;
  readonly suppression?: { readonly id: string; readonly where: 'text' | 'sidecar' };
  readonly notApplicable?: boolean;
  /** What a click (or Enter) does; `reveal` shows `range`. */
  readonly action?: 'reveal' | 'insert';
}

/** One line of a tree, without the editor's types, so that it can be tested and compared. */
export interface ViewNode {
  /** Unique in its tree and the same for the same thing in the next version: expansion and selection hang on it. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** What a screen reader says; the label and the description where absent. */
  readonly accessible?: string;
  readonly icon?: { readonly id: string; readonly color?: string };
  readonly state: 'leaf' | 'collapsed' | 'expanded';
  /** Words that the manifest's `viewItem` conditions look for. */
  readonly context?: string;
  readonly target: NodeTarget;
  readonly children: readonly ViewNode[];
}

/**
 * What must be drawn again: `root`, or the ids of the topmost nodes that look different or whose children came, went
 * or moved. Targets do not count: they are looked up when they are needed.
 */
export function changedNodes(
  before: readonly ViewNode[],
  after: readonly ViewNode[],
): 'root' | readonly string[] {
  if (!sameIds(before, after)) return 'root';
  return after.flatMap((node, index) => changesBelow(before[index] as ViewNode, node));
}

function changesBelow(before: ViewNode, after: ViewNode): readonly string[] {
  if (looks(before) !== looks(after) || !sameIds(before.children, after.children)) return [after.id];
  return after.children.flatMap((child, index) => changesBelow(before.children[index] as ViewNode, child));
}

function looks(node: ViewNode): string {
  const { label, description, tooltip, accessible, icon, state, context, target } = node;
  return JSON.stringify([label, description, tooltip, accessible, icon, state, context, target.action]);
}

function sameIds(before: readonly ViewNode[], after: readonly ViewNode[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}
