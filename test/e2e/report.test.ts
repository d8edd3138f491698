/** The coverage report of the memo, read with the keyboard's and the screen reader's eyes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { memo, suite, workbench } from './session';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** The page inside the webview, which lies two frames deep. */
async function reportPage(kind: 'document' | 'corpus' | 'comparison'): Promise<Frame> {
  const body = `body[data-report="${kind}"]`;
  for (let tries = 0; tries < 600; tries++) {
    for (const frame of workbench().page.frames())
      if (
        (await frame
          .locator(body)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    await workbench().page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  }
  throw new Error(`no report of kind ${kind}`);
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
    const frame = await reportPage('document');
    assert.deepEqual(await violations(frame), []);
    await frame.locator('button.n').first().press('Enter');
    await frame.locator('dialog li').first().waitFor();
    assert.deepEqual(await violations(frame), []);
  });

  it('shows the sentences of a category in context, by keyboard alone', async () => {
    const frame = await reportPage('document');
    await frame.locator('dialog button.close').press('Enter');
    await frame.locator('#kwic select').selectOption('R1.2');
    await frame.locator('#kwic input').press('Enter');
    await frame.locator('#kwic-lines tbody tr').first().waitFor();
    const all = await frame.locator('#kwic-lines tbody tr').count();
    assert.match(await frame.locator('#kwic-status').innerText(), new RegExp(`共 ${String(all)} 处`, 'u'));
    assert.deepEqual(await violations(frame), []);
    await frame.locator('#kwic input').fill('人才');
    await frame.locator('#kwic input').press('Enter');
    await frame
      .locator('#kwic-lines tbody td', { hasText: /^人才 / })
      .first()
      .waitFor();
    await frame.locator('#kwic-lines .jump').first().press('Enter');
    const item = workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /已选择\s*2\D/u });
    await item.first().waitFor();
    await workbench().page.locator('.tab').filter({ hasText: '覆盖度' }).click();
    await frame.locator('button.n').first().press('Enter');
    await frame.locator('dialog li').first().waitFor();
  });

  it('leads from a sentence to its place in the text', async () => {
    const frame = await reportPage('document');
    await frame.locator('dialog .jump').first().click();
    const item = workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /已选择/u });
    await item.first().waitFor();
    await workbench().page.locator('.tab').filter({ hasText: '覆盖度' }).click();
  });
});

suite('reports of the workspace and of two documents', () => {
  const closeTab = async (name: string) => {
    const tab = workbench().page.locator('.tab').filter({ hasText: name }).first();
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
  };

  it('of the workspace is accessible', async () => {
    await workbench().runCommand('计算工作区覆盖度');
    const frame = await reportPage('corpus');
    assert.deepEqual(await violations(frame), []);
    await closeTab('工作区覆盖度');
  });

  it('of two documents is accessible', async () => {
    const other = '02-完整的实施方案.policy.md';
    await workbench().page.keyboard.press('Control+P');
    await workbench().quickInput.fill(other);
    await workbench().choice(other).waitFor();
    await workbench().page.keyboard.press('Enter');
    await workbench().line('实施方案').waitFor();
    await workbench().runCommand('比较两份文稿');
    await workbench().quickInput.fill(memo);
    await workbench().choice(memo).waitFor();
    await workbench().page.keyboard.press('Enter');
    const frame = await reportPage('comparison');
    assert.deepEqual(await violations(frame), []);
    await closeTab('比较：');
    await closeTab(other);
  });
});
