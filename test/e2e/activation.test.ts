/** How long the extension holds its host up when the first memo is opened, by VS Code's own clock. */
import assert from 'node:assert/strict';
import { suite, workbench } from './session';

/** Loading the code and running `activate`, in milliseconds; generous, because other programs may want the processor. */
const most = 3000;

suite('activation', {}, () => {
  it('is short', async () => {
    const { page } = workbench();
    await workbench().runCommand('显示正在运行的扩展');
    const row = page
      .locator('.runtime-extensions-editor .monaco-list-row')
      .filter({ hasText: /^policy-lens\.policy-lens/u });
    const [, milliseconds] =
      /(\d+) ?(?:ms|毫秒)/u.exec(await row.locator('.activation-time').innerText()) ?? [];
    console.log(`      activated in ${milliseconds} ms`);
    assert.ok(Number(milliseconds) <= most, `more than ${most} ms`);
    await page.keyboard.press('Escape');
    await page.locator('.runtime-extensions-editor').waitFor({ state: 'detached' });
  });
});
