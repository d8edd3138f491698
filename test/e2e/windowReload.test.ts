/** Reports outlive a reload of the window. In a workbench of its own, because the window is another one afterwards. */
import type { Locator } from 'playwright-core';
import { Workbench } from '../../scripts/host/workbench';
import { Session, suiteIn } from './suite';

const memo = '01-有缺口的备忘录.policy.md';

const session = new Session(
  () => Workbench.open(),
  async (workbench) => {
    await workbench.openFile(memo);
    await workbench.page.locator('.composite-bar .badge[aria-label*="missing"]').first().waitFor();
  },
);

suiteIn(session, 'a report in a window that is reloaded', { leave: () => session.close() }, () => {
  /** A figure of the report's page, which lies two frames deep. */
  const figure = (): Locator =>
    session.workbench.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('body[data-report="document"] button.n')
      .first();

  it('is filled again, and opens its sentences', async () => {
    const { workbench } = session;
    await workbench.runCommand('Coverage of This Document');
    await figure().waitFor();
    // An address that names a file opens just that; without one the tabs are restored.
    const address = new URL(workbench.page.url());
    const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
    address.searchParams.set('payload', JSON.stringify(payload.filter(([key]) => key !== 'openFile')));
    await workbench.page.evaluate((href) => {
      history.replaceState(null, '', href);
    }, address.href);
    // VS Code's own command, which writes down the open tabs before it goes.
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await figure().press('Enter');
    await workbench.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('dialog li')
      .first()
      .waitFor();
  });
});
