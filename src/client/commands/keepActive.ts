import type * as vscode from 'vscode';

/** Milliseconds within which the editor tells of the new value after it went to the first item because of it. */
const burst = 50;

/**
 * Keeps the item that was chosen in a menu whose typed words are no filter. The editor goes to the first item at every
 * change of the value, and tells of that before it tells of the value; so only a step to the first item that no value
 * follows at once is the user's.
 */
export function keepActive<T extends vscode.QuickPickItem>(menu: vscode.QuickPick<T>): void {
  let chosen = menu.items[0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  menu.onDidChangeActive(([active]) => {
    clearTimeout(timer);
    if (active && active !== menu.items[0]) chosen = active;
    else timer = setTimeout(() => (chosen = active), burst);
  });
  menu.onDidChangeValue(() => {
    clearTimeout(timer);
    menu.activeItems = chosen ? [chosen] : [];
  });
}
