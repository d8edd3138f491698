/**
 * Reports outlive a reload of the window. The last suite in the shared workbench, by its name: the window is another one
 * afterwards, so it is thrown away.
 */
import type { Locator } from 'playwright-core';
import { discard, suite, workbench } from './session';

/** VS Code starts anew in the page, in milliseconds: more than for anything that is done in it. */
const starting = 120_000;

suite('a report in a window that is reloaded', { leave: discard }, () => {
  /** A figure of the report's page, which lies two frames deep. */
  const figure = (): Locator =>
    workbench()
      .page.frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('body[data-report="document"] button.n')
      .first();

  it('is filled again, and opens its sentences', async () => {
    const { page } = workbench();
    await workbench().runCommand('计算本文覆盖度');
    await figure().waitFor();
    // An address that names a file opens just that; without one the tabs are restored.
    const address = new URL(page.url());
    const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
    address.searchParams.set('payload', JSON.stringify(payload.filter(([key]) => key !== 'openFile')));
    await page.evaluate((href) => {
      history.replaceState(null, '', href);
    }, address.href);
    // VS Code's own command, which writes down the open tabs before it goes.
    const reloaded = page.waitForEvent('load');
    await workbench().runCommand('重新加载窗口');
    await reloaded;
    await figure().press('Enter', { timeout: starting });
    await page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('dialog li')
      .first()
      .waitFor();
  });
});
