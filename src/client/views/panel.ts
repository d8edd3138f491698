import * as vscode from 'vscode';
import type { Overview } from '../../protocol';
import { setContext } from '../contextKeys';
import { shownName } from '../documents/shownPath';
import type { Shown } from '../documents/panelState';
import type { Words } from '../settings/words';
import type { TaxonomyCache } from '../taxonomy/taxonomyCache';
import { coveredTree } from './covered';
import { missingCount, missingTree } from './missing';
import type { ViewNode } from './node';
import { NodeTree, type TreeEntry } from './nodeTree';
import type { TreeContext } from './parts';
import { problemTree } from './problems';
import { suppressedTree } from './suppressed';

const builders = {
  missing: missingTree,
  covered: coveredTree,
  problems: problemTree,
  suppressed: suppressedTree,
} as const satisfies Record<string, (context: TreeContext, overview: Overview) => ViewNode[]>;

type ViewName = keyof typeof builders;

/** The views of the panel, from top to bottom. */
export const viewNames = Object.keys(builders) as readonly ViewName[];

interface View {
  readonly tree: NodeTree;
  readonly view: vscode.TreeView<TreeEntry>;
}

/** The four views of the activity-bar container; all show the current document. */
export class Panel implements vscode.Disposable {
  private readonly views: ReadonlyMap<ViewName, View>;
  private readonly opened = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[] = [this.opened];
  /** A view came into sight, which takes the focus out of the text as a rule. */
  readonly onDidOpen = this.opened.event;

  constructor(
    private readonly taxonomy: TaxonomyCache,
    private readonly words: Words,
  ) {
    this.views = new Map(
      viewNames.map((name) => {
        const tree = new NodeTree();
        const view = vscode.window.createTreeView(`policyLens.${name}`, {
          treeDataProvider: tree,
          showCollapseAll: name !== 'missing',
        });
        const listener = view.onDidChangeVisibility(({ visible }) => {
          if (visible) this.opened.fire();
        });
        this.disposables.push(listener, tree, view);
        return [name, { tree, view }];
      }),
    );
  }

  /** What is selected in a view; for commands run from the keyboard there. */
  selected(name: ViewName): TreeEntry | undefined {
    return this.views.get(name)?.view.selection[0];
  }

  /** Brings the views to what is known of the current document. */
  show({ document, overview }: Shown): void {
    const { current: taxonomy } = this.taxonomy;
    const { current: words } = this.words;
    const context = document && taxonomy && { uri: document.uri.toString(), taxonomy, words };
    // The words for a text that has hardly begun take the place of those for one that lacks nothing.
    void setContext('policyLens.isBlank', overview?.isBlank === true);
    for (const [name, { tree, view }] of this.views) {
      const nodes = context && overview ? builders[name](context, overview) : [];
      tree.update(nodes);
      // Without this key VS Code shows the words for an empty tree until the first rows of a view that is opened are
      // there; who opens it by keyboard loses the focus with them.
      void setContext(`policyLens.${name}.isEmpty`, nodes.length === 0);
      if (name === 'missing') this.decorate(view, document, overview);
    }
  }

  private decorate(
    view: vscode.TreeView<TreeEntry>,
    document: vscode.TextDocument | undefined,
    overview: Overview | undefined,
  ): void {
    const count = overview ? missingCount(overview) : 0;
    const description = document && overview ? shownName(document.uri) : '';
    if ((view.description ?? '') !== description) view.description = description;
    const tooltip = count === 0 ? undefined : this.words.t('client.missing.badge', count);
    // The words change with the language, too.
    if (view.badge?.tooltip === tooltip) return;
    // Undefined, not 0: an empty badge would stay where nothing is missing, or where there is no policy text.
    view.badge = tooltip === undefined ? undefined : { value: count, tooltip };
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
