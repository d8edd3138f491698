/** The reports in their webviews: they open, can be read with a screen reader, and lead back to the text. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { memo, suite, workbench } from './session';

/** The page inside of the webview in front. */
async function reportFrame(): Promise<Frame> {
  const { page } = workbench();
  const inner = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await inner.getByRole('heading', { name: '总览' }).first().waitFor();
  const handle = await inner.locator('html').elementHandle();
  const frame = await handle?.ownerFrame();
  assert.ok(frame, 'the webview has no page');
  return frame;
}

/** What axe-core finds wrong, by rule. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  // The page's own copy, not the one this file imports.
  const { violations: found } = (await frame.evaluate('axe.run(document)')) as axe.AxeResults;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

suite('reports', () => {
  afterEach(async () => {
    await workbench().openFile(memo);
    await workbench().page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
  });

  it('of the document: no violation of accessibility, and a quote leads to its place', async () => {
    await workbench().runCommand('计算本文覆盖度');
    const frame = await reportFrame();
    assert.deepEqual(await violations(frame), []);
    const quote = frame.locator('li').filter({ hasText: '三年培养技术经理人50名' }).first();
    await quote.getByText('打开').click();
    const { line } = workbench().find(memo, '三年培养技术经理人50名');
    await workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: `行 ${line}，` })
      .waitFor();
  });

  it('of the workspace: no violation of accessibility', async () => {
    await workbench().runCommand('计算工作区覆盖度');
    const frame = await reportFrame();
    await frame.getByText('完整的实施方案').first().waitFor();
    assert.deepEqual(await violations(frame), []);
  });
});
