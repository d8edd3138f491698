import type { Locator } from 'playwright-core';
import type { Workbench } from '../host/workbench';

const memo = '01-有缺口的备忘录.policy.md';

/**
 * Brings the workbench to where a picture is taken, and gives what must be on it; called again where that is gone when
 * the picture is taken, as a hover may be.
 */
export type Scene = (workbench: Workbench) => Promise<Locator>;

const openMemo = async (workbench: Workbench): Promise<void> => {
  await workbench.openFile(memo);
  await workbench.page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
  await workbench.openPanel();
  await workbench
    .row(/^[RS]\d/u)
    .first()
    .waitFor();
};

const goToWord = async (workbench: Workbench, word: string): Promise<void> => {
  const { line, column } = workbench.find(memo, word);
  await workbench.goTo(line, column + 1);
};

/** The pictures, by file name, in the order they are taken: each goes on from the one before. */
export const scenes: Readonly<Record<string, Scene>> = {
  editor: async (workbench) => {
    await openMemo(workbench);
    await goToWord(workbench, '（五）打通成果转化环节');
    return workbench.page.locator('.view-line').filter({ hasText: '◆技术转移与成果转化' }).first();
  },
  hover: async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await goToWord(workbench, '技术经理人');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+I');
    return workbench.page.locator('.monaco-hover:visible').filter({ hasText: 'R2.3' }).first();
  },
  'quick-fix': async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await goToWord(workbench, '关于推进传感器');
    await workbench.page.keyboard.press('Control+.');
    return workbench.page.locator('.action-widget').first();
  },
  panel: async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Shift+M');
    await workbench.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: 'PL102' })
      .first()
      .waitFor();
    // Room for what stands below a row.
    for (const view of ['问题—对策', '已覆盖'])
      await workbench.page.locator('.sidebar .pane-header', { hasText: view }).click();
    // A click opens the row; the mouse goes where it brings up nothing.
    await workbench.row('S2.2').first().click();
    const row = workbench.page.locator('.sidebar .monaco-list-row[aria-expanded="true"]', {
      hasText: 'S2.2',
    });
    await row.waitFor();
    await workbench.page.locator('.statusbar').hover({ position: { x: 600, y: 10 } });
    return row;
  },
  report: async (workbench) => {
    await workbench.page.keyboard.press('Control+J');
    await workbench.runCommand('计算工作区覆盖度');
    return workbench.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('body[data-report]');
  },
  walkthrough: async (workbench) => {
    await workbench.runCommand('关闭所有编辑器');
    await workbench.page.locator('.tab').first().waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Control+B');
    await workbench.runCommand('打开演练');
    await workbench.quickInput.fill('政策透镜');
    await workbench.choice('政策透镜').waitFor();
    await workbench.page.keyboard.press('Enter');
    return workbench.page.locator('.getting-started-step').first();
  },
};
