/** One workbench for all UI tests: a Chinese VS Code with the memo with gaps. */
import type { Locator } from 'playwright-core';
import { Workbench } from '../../scripts/host/workbench';

/** The memo's file name. */
export const memo = '01-有缺口的备忘录.policy.md';

let open: Workbench | undefined;

/** The workbench, inside of tests and hooks. */
export function workbench(): Workbench {
  if (open === undefined) throw new Error('the workbench is not open yet');
  return open;
}

/** Rows of the tree of missing remedies, by what they say; all of them with an empty text. */
export function missing(text: string): Locator {
  const tree = workbench().page.getByRole('tree', { name: /缺失对策/u });
  return tree.locator('.monaco-list-row').filter({ hasText: text });
}

/** A suite that uses the workbench; the first one opens it. */
export function suite(title: string, body: () => void): void {
  describe(title, () => {
    before('a workbench opens', async () => {
      if (open !== undefined) return;
      // High enough for all rows of the trees: those out of sight are not in the page.
      open = await Workbench.open({ locale: 'zh-cn', viewport: { width: 1400, height: 1400 } });
      await open.openFile(memo);
      await open.page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await open?.keepPicture(this.currentTest.title);
    });
    body();
  });
}

after(() => open?.close());
