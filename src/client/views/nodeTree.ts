import * as vscode from 'vscode';
import { changedNodes, type ViewNode } from './node';

/** The tree's handle on a node: one object for each id, for as long as the tree lives. */
export class TreeEntry {
  parent: TreeEntry | undefined;

  constructor(public node: ViewNode) {}
}

/** Run by a click or Enter on a node, with its entry; not contributed. */
const openNodeCommand = 'policyLens.openNode';

/** Shows plain nodes and redraws only those that look different. */
export class NodeTree implements vscode.TreeDataProvider<TreeEntry>, vscode.Disposable {
  private roots: readonly ViewNode[] = [];
  private entries = new Map<string, TreeEntry>();
  private readonly changed = new vscode.EventEmitter<TreeEntry[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  /** Replaces the tree; keeps entries of the same id. */
  update(roots: readonly ViewNode[]): void {
    const changes = changedNodes(this.roots, roots);
    const kept = this.entries;
    this.entries = new Map();
    this.roots = roots;
    for (const node of roots) this.adopt(node, undefined, kept);
    if (changes === 'root') this.changed.fire(undefined);
    else if (changes.length > 0) this.changed.fire(changes.flatMap((id) => this.entries.get(id) ?? []));
  }

  getChildren(entry?: TreeEntry): TreeEntry[] {
    return (entry?.node.children ?? this.roots).flatMap(({ id }) => this.entries.get(id) ?? []);
  }

  getParent(entry: TreeEntry): TreeEntry | undefined {
    return entry.parent;
  }

  getTreeItem(entry: TreeEntry): vscode.TreeItem {
    const { node } = entry;
    const item = new vscode.TreeItem(node.label, collapsible[node.state]);
    item.id = node.id;
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(node.tooltip);
    if (node.context !== undefined) item.contextValue = node.context;
    if (node.icon) item.iconPath = icon(node.icon);
    if (node.target.action) item.command = { command: openNodeCommand, title: '', arguments: [entry] };
    item.accessibilityInformation = {
      label: node.accessible ?? [node.label, node.description].filter(Boolean).join(', '),
    };
    return item;
  }

  private adopt(node: ViewNode, parent: TreeEntry | undefined, kept: ReadonlyMap<string, TreeEntry>): void {
    const entry = kept.get(node.id) ?? new TreeEntry(node);
    entry.node = node;
    entry.parent = parent;
    this.entries.set(node.id, entry);
    for (const child of node.children) this.adopt(child, entry, kept);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

const collapsible: Record<ViewNode['state'], vscode.TreeItemCollapsibleState> = {
  leaf: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

function icon({ id, color }: { readonly id: string; readonly color?: string }): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
}
