/** The tree that the editor asks: it knows its rows by the objects it was given. */
import assert from 'node:assert/strict';
import '../support/vscode';
import type { ViewNode } from '../../../src/client/views/node';
import { NodeTree, type TreeEntry } from '../../../src/client/views/nodeTree';

const node = (id: string, label: string, children: readonly ViewNode[] = []): ViewNode => ({
  id,
  label,
  state: children.length > 0 ? 'expanded' : 'leaf',
  target: { uri: 'file:///ws/a.txt' },
  children,
});

describe('a tree', () => {
  it('keeps the object of a node while its id is there, with what it says now and where it stands', () => {
    const tree = new NodeTree();
    tree.update([node('a', '甲', [node('b', '乙')]), node('c', '丙')]);
    const [a, c] = tree.getChildren();
    const [b] = tree.getChildren(a);
    const told: unknown[] = [];
    tree.onDidChangeTreeData((entries) => told.push(entries));
    tree.update([node('c', '丙', [node('b', '乙二')])]);
    assert.deepEqual(tree.getChildren(), [c]);
    assert.equal(tree.getChildren(c)[0], b);
    assert.equal(b?.node.label, '乙二');
    assert.equal(tree.getParent(b), c);
    assert.equal(told.length, 1);
    tree.dispose();
  });

  it('hands a row to what a click on it runs, as it stands there then', () => {
    const tree = new NodeTree();
    tree.update([
      node('a', '甲'),
      { ...node('b', '乙'), target: { uri: 'file:///ws/a.txt', action: 'reveal' } },
    ]);
    const [a, b] = tree.getChildren();
    const items = [a, b].map((entry) => tree.getTreeItem(entry as TreeEntry));
    assert.deepEqual(
      items.map(({ command }) => command?.arguments),
      [undefined, [b]],
    );
    tree.update([node('a', '甲'), node('b', '丙')]);
    assert.equal((items[1]?.command?.arguments?.[0] as TreeEntry).node.label, '丙');
    tree.dispose();
  });
});
