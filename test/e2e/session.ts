/** What the UI tests share: a Chinese VS Code with the memo with gaps, and how a person moves about in it. */
import type { Locator } from 'playwright-core';
import { Workbench } from '../../scripts/host/workbench';
import { Session, suiteIn, type Surroundings } from './suite';

/** The memo's file name. */
export const memo = '01-有缺口的备忘录.policy.md';

const shared = new Session(
  // High enough for all rows of the trees: those out of sight are not in the page.
  () => Workbench.open({ locale: 'zh-cn', viewport: { width: 1400, height: 1400 } }),
  async (workbench) => {
    await workbench.openFile(memo);
    await workbench.page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
  },
);
after(() => shared.close());

/** Throws the workbench away where a suite leaves it other than it was; the next one has a new one. */
export function discard(): Promise<void> {
  return shared.close();
}

/** The workbench, inside of tests and hooks. */
export function workbench(): Workbench {
  return shared.workbench;
}

/** Rows of the tree of missing remedies, by what they say; all of them with an empty text. */
export function missing(text: string): Locator {
  const tree = workbench().page.getByRole('tree', { name: /缺失对策/u });
  return tree.locator('.monaco-list-row').filter({ hasText: text });
}

/**
 * Puts the keyboard's focus into one of our views and waits for its rows. A view that draws its rows anew just then
 * loses the focus: it is asked for again.
 */
export async function focusView(name: string): Promise<void> {
  const tree = workbench().page.getByRole('tree', { name: new RegExp(name, 'u') });
  const row = tree.and(workbench().page.locator(':focus')).locator('.monaco-list-row').first();
  for (let tries = 1; ; tries++) {
    await workbench().runCommand(`焦点在 ${name} 视图上`);
    try {
      await row.waitFor({ timeout: 6000 });
      return;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** What a screen reader says of the row with the focus. */
export function focusedRow(): Locator {
  return workbench().page.locator('.sidebar .monaco-list:focus .monaco-list-row.focused');
}

/**
 * Does something, as often as a person would, until it has had its effect: what is drawn anew just then may lose a key
 * or close a hover.
 *
 * @param wait Milliseconds after each time.
 */
export async function doUntil(
  effect: Locator,
  act: () => Promise<void>,
  { times = 4, wait = 5000 } = {},
): Promise<void> {
  for (let done = 0; done < times && !(await effect.isVisible()); done++) {
    await act();
    await effect.waitFor({ timeout: wait }).catch(() => undefined);
  }
  await effect.waitFor();
}

/** Goes one row down and waits until it has the focus, as a screen reader does before it speaks; what it says. */
export async function goDown(): Promise<string> {
  const from = (await focusedRow().getAttribute('data-index')) ?? '';
  const next = focusedRow().and(workbench().page.locator(`:not([data-index="${from}"])`));
  await doUntil(next, () => workbench().page.keyboard.press('ArrowDown'), { wait: 3000 });
  return (await next.getAttribute('aria-label')) ?? '';
}

/** Goes down from the first row to one whose label begins so. */
export async function goDownTo(code: string): Promise<void> {
  await workbench().page.keyboard.press('Home');
  await focusedRow().waitFor();
  let label = '';
  for (let step = 0; step < 60 && !label.startsWith(code); step++) label = await goDown();
}

/** Puts the cursor into a word of the memo, and the focus into the text. */
export async function goToWord(word: string): Promise<void> {
  const { line, column } = workbench().find(memo, word);
  await workbench().goTo(line, column + 2);
  await workbench().page.locator('.monaco-editor.focused').first().waitFor();
}

/** The hover with these words, asked for by keyboard. */
export async function askHover(words: string, page = workbench().page): Promise<Locator> {
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: words }).first();
  await doUntil(hover, async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
  });
  return hover;
}

/** Presses a key until the row is there. */
export async function pressUntil(key: string, row: Locator): Promise<void> {
  await doUntil(row, () => workbench().page.keyboard.press(key), { times: 8, wait: 2000 });
}

/** A suite in the workbench with the memo. */
export function suite(title: string, surroundings: Surroundings, body: () => void): void {
  suiteIn(shared, title, surroundings, body);
}
