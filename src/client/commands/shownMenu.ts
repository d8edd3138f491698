import type * as vscode from 'vscode';

/**
 * Shows a menu that the editor's own `showQuickPick` cannot make. Where nothing is found, Enter leaves it open: what was
 * typed can be mended.
 *
 * @param taken What the item that the user takes stands for.
 * @returns undefined where the user leaves.
 */
export function shownMenu<T extends vscode.QuickPickItem, R>(
  menu: vscode.QuickPick<T>,
  taken: (item: T) => R,
): Promise<R | undefined> {
  return new Promise((resolve) => {
    menu.onDidAccept(() => {
      const [item] = menu.activeItems;
      if (!item) return;
      resolve(taken(item));
      menu.hide();
    });
    menu.onDidHide(() => {
      resolve(undefined);
      menu.dispose();
    });
    menu.show();
  });
}
