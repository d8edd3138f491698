/** Last by its name: the window is another one afterwards. */
import { suite, workbench } from './session';

/** A figure of the report's page, which lies two frames deep. */
const shown = () =>
  workbench()
    .page.frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .locator('body[data-report="document"] button.n')
    .first()
    .waitFor();

suite('a report', () => {
  it('is there again after the window was reloaded', async () => {
    await workbench().runCommand('计算本文覆盖度');
    const { page } = workbench();
    await shown();
    // An address that names a file opens just that; without one the tabs are restored.
    const address = new URL(page.url());
    const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
    address.searchParams.set('payload', JSON.stringify(payload.filter(([key]) => key !== 'openFile')));
    await page.goto(address.href);
    await shown();
  });
});
