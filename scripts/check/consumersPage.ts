/** Opens a report page in a browser: no error, no accessibility violation, and it does what it says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';

/** @returns What was seen, in one line. */
export async function checkPage(file: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const seen: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      for (const forcedColors of ['none', 'active'] as const) {
        // The policy of the page must not stand in the way of the checker, so the checker gets a page of its own.
        const checked = await browser.newPage({ colorScheme, forcedColors, bypassCSP: true });
        await checked.goto(pathToFileURL(file).href);
        seen.push(...(await violations(checked)));
        await checked.close();
      }
    assert.deepEqual(seen, []);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    await use(page);
    assert.deepEqual(complaints, []);
    return 'axe finds nothing in light, dark and forced colours; sorting, filter and evidence work by keyboard';
  } finally {
    await browser.close();
  }
}

async function violations(page: Page): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.addScriptTag({ content: source });
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

async function use(page: Page): Promise<void> {
  const rows = page.locator('#documents tbody tr');
  const all = await rows.count();
  // Sort by coverage with the keyboard: the largest comes first.
  await page.locator('#documents thead button.sort').nth(7).focus();
  await page.keyboard.press('Enter');
  const values = await page
    .locator('#documents tbody tr td:nth-child(8) [data-value]')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  assert.deepEqual(
    values,
    [...values].sort((a, b) => b - a),
  );
  assert.equal(await page.locator('#documents th[aria-sort="descending"]').count(), 1);
  // Filter, and take the filter away.
  await page.locator('#filters input').fill('02');
  assert.equal(await page.locator('#documents tbody tr:visible').count(), 1);
  await page.locator('#filters input').fill('');
  assert.equal(await page.locator('#documents tbody tr:visible').count(), all);
  // A figure opens as many sentences as it says, and Escape returns to it.
  const figure = page.locator('#matrix button.n').first();
  await figure.focus();
  await page.keyboard.press('Enter');
  assert.equal(String(await page.locator('#evidence li').count()), await figure.textContent());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#evidence[open]').count(), 0);
  assert.equal(await figure.evaluate((element) => element === document.activeElement), true);
}
