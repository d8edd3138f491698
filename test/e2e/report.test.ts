/** The coverage report of the memo, read with the keyboard's and the screen reader's eyes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { suite, workbench } from './session';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** The page inside the webview, which lies two frames deep. */
async function reportPage(): Promise<Frame> {
  const outer = workbench().page.frameLocator('iframe.webview.ready');
  await outer.frameLocator('#active-frame').locator('body[data-report="document"]').waitFor();
  for (const frame of workbench().page.frames())
    if ((await frame.locator('body[data-report="document"]').count()) > 0) return frame;
  throw new Error('the report has no frame');
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await tool.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

suite('the coverage report of the memo', () => {
  after(async () => {
    await workbench().runCommand('关闭组中的所有编辑器');
  });

  it('is accessible, and a figure opens its sentences', async () => {
    await workbench().runCommand('计算本文覆盖度');
    const frame = await reportPage();
    assert.deepEqual(await violations(frame), []);
    await frame.locator('button.n').first().press('Enter');
    await frame.locator('dialog li').first().waitFor();
    assert.deepEqual(await violations(frame), []);
  });

  it('leads from a sentence to its place in the text', async () => {
    const frame = await reportPage();
    await frame.locator('dialog .jump').first().click();
    const item = workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /已选择/u });
    await item.first().waitFor();
    await workbench().page.locator('.tab').filter({ hasText: '覆盖度' }).click();
  });
});
