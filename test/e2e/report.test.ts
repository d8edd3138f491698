/** The coverage report of the memo, read with the keyboard's and the screen reader's eyes. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Frame, Locator } from 'playwright-core';
import { doUntil, memo, suite, workbench } from './session';

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
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // All rules, but a description of the elements only where one is broken: a table has thousands.
    const found = await tool.run({ resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** The same of a report that is drawn anew while its documents come: a page that goes away under the test is asked again. */
async function violationsOf(kind: 'corpus' | 'comparison'): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    try {
      return await violations(await reportPage(kind));
    } catch (error) {
      if (tries === 4 || !/detached|destroyed/u.test(String(error))) throw error;
    }
  }
}

/** The page's body, which is replaced while documents come or change. */
function report(body = 'body'): Locator {
  return workbench().page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator(body);
}

async function closeTab(name: string): Promise<void> {
  const tab = workbench().page.locator('.tab').filter({ hasText: name }).first();
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

const ofTheMemo = {
  prepare: () => workbench().runCommand('计算本文覆盖度'),
  leave: () => closeTab('覆盖度'),
};

suite('the coverage report of the memo', ofTheMemo, () => {
  /** Opens the sentences of the first figure. */
  const openSentences = async (frame: Frame) => {
    await frame.locator('button.n').first().press('Enter');
    await frame.locator('dialog li').first().waitFor();
  };

  it('is accessible, and a figure opens its sentences', async () => {
    const frame = await reportPage('document');
    assert.deepEqual(await violations(frame), []);
    await openSentences(frame);
    assert.deepEqual(await violations(frame), []);
    await frame.locator('dialog button.close').press('Enter');
  });

  it('needs no scrolling sideways beside the text in a window at 200 %, tables apart', async () => {
    const { page } = workbench();
    const before = page.viewportSize();
    assert.ok(before);
    await page.setViewportSize({ width: 700, height: 700 });
    try {
      const frame = await reportPage('document');
      await frame.waitForFunction(() => window.innerWidth < 320);
      await openSentences(frame);
      const tooWide = await frame.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('dialog, fieldset')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ tagName, scrollWidth, clientWidth }) => `${tagName}: ${scrollWidth} > ${clientWidth}`),
      );
      assert.deepEqual(tooWide, []);
      await frame.locator('dialog button.close').press('Enter');
    } finally {
      await page.setViewportSize(before);
    }
  });

  it('shows the sentences of a category in context, by keyboard alone', async () => {
    const frame = await reportPage('document');
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
  });

  it('leads from a sentence to its place in the text', async () => {
    const frame = await reportPage('document');
    await openSentences(frame);
    await frame.locator('dialog .jump').first().click();
    const item = workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /已选择/u });
    await item.first().waitFor();
    await workbench().page.locator('.tab').filter({ hasText: '覆盖度' }).click();
    // The other sentences are still there.
    await frame.locator('dialog button.close').press('Enter');
  });

  it('stays as it is while the text is mended, takes no key from it, and has the focus where it was', async () => {
    const { page } = workbench();
    const frame = await reportPage('document');
    await frame.locator('#kwic input').fill('企业');
    await frame.locator('#kwic input').press('Enter');
    await frame.locator('#kwic-lines tbody tr').first().waitFor();
    await openSentences(frame);
    const before = await frame.locator('dialog li').count();
    await frame.locator('dialog .jump').nth(2).press('Enter');
    const { line } = workbench().find(memo, '依法推动产业检测数据开放流通');
    const selected = new RegExp(`行 ${String(line)}，.*已选择`, 'u');
    await page.locator('.statusbar-item').filter({ hasText: selected }).first().waitFor();
    // What is typed must not take the place of the selected sentence.
    const cursor = new RegExp(`行 ${String(line)}，列 \\d+$`, 'u');
    const placed = page.locator('.statusbar-item').filter({ hasText: cursor }).first();
    await doUntil(placed, () => page.keyboard.press('ArrowRight'));
    await frame.locator('body').evaluate((body) => body.setAttribute('data-before', ''));
    await page.keyboard.insertText('支持企业牵头组建创新联合体。');
    try {
      const redrawn = report('body:not([data-before])');
      await redrawn.locator('dialog[open] li').nth(before).waitFor();
      assert.equal(await redrawn.locator('#kwic input').inputValue(), '企业');
      await redrawn.locator('#kwic-lines tbody tr').first().waitFor();
      assert.ok(
        await page.locator('.monaco-editor.focused').first().isVisible(),
        'the focus has left the text',
      );
      await page.locator('.tab').filter({ hasText: '覆盖度' }).click();
      await report().locator('dialog:modal').waitFor();
      await report().locator('dialog li:nth-child(3) .jump:focus').waitFor();
      await page.keyboard.press('Escape');
      await report().locator('#summary button.n:focus').waitFor();
    } finally {
      const tab = page.locator('.tab').filter({ hasText: memo }).first();
      await tab.click();
      await doUntil(tab.and(page.locator(':not(.dirty)')), () => page.keyboard.press('Control+Z'));
      await page.locator('.tab').filter({ hasText: '覆盖度' }).click();
    }
  });
});

const many = 130;
const folder = () => join(workbench().folder, '批量');

function write(number: number, more = ''): void {
  const body = `省科技厅负责培育技术经理人队伍。\n\n省财政厅设立知识产权质押融资风险补偿资金。\n${more}`;
  const name = `${String(number).padStart(3, '0')}.md`;
  writeFileSync(join(folder(), name), `# 若干措施第${String(number)}号\n\n## 一、培育技术经理人\n\n${body}`);
}

/**
 * Waits until the page has not been replaced for two seconds: the editor tells of new files a while after they are
 * there, and the report reads them once more.
 */
async function untilAllIsRead(): Promise<void> {
  for (;;) {
    await report().evaluate((body) => body.setAttribute('data-before', ''));
    await pause(2000);
    if (await report().evaluate((body) => body.hasAttribute('data-before'))) return;
  }
}

const ofMany = {
  prepare: async () => {
    mkdirSync(folder());
    for (let number = 0; number < many; number++) write(number);
    await workbench().runCommand('计算工作区覆盖度');
  },
  leave: async () => {
    rmSync(folder(), { recursive: true });
    // The next report does not begin with files that are about to go.
    await report().locator('#matrix:not([data-rows])').waitFor({ state: 'attached' });
    await closeTab('工作区覆盖度');
  },
};

suite('a report of more documents than a page shows', ofMany, () => {
  const heads = () => report().locator('#matrix tbody th');
  const pager = () => report().locator('.long:has(#matrix) .pager');
  const range = (words: RegExp) => pager().locator('span').filter({ hasText: words }).waitFor();

  it('turns its pages by keyboard, tells them, and opens what is on them', async () => {
    await range(/^第 1–100 份，共 133 份$/u);
    await untilAllIsRead();
    const frame = await reportPage('corpus');
    assert.equal(await heads().count(), 100);
    assert.deepEqual(await violations(frame), []);
    const next = pager().getByRole('button', { name: '下一页' });
    await next.press('Enter');
    await range(/^第 101–133 份，共 133 份$/u);
    assert.match(await report().locator('#announce').innerText(), /^第 101–133 份，共 133 份$/u);
    assert.equal(await next.getAttribute('aria-disabled'), 'true');
    assert.ok(await next.evaluate((button) => button === document.activeElement), 'the focus is lost');
    const rows = report().locator('#matrix tbody tr');
    assert.equal(await rows.first().getAttribute('aria-rowindex'), '102');
    assert.deepEqual(await violations(frame), []);
    await rows.last().locator('button.n').first().press('Enter');
    await report().locator('dialog li').first().waitFor();
    await report().locator('dialog .jump').first().press('Enter');
    await workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /已选择/u })
      .first()
      .waitFor();
    await closeTab('129.md');
    await workbench().page.locator('.tab').filter({ hasText: '工作区覆盖度' }).click();
    await report().locator('dialog button.close').press('Enter');
  });

  it('has the sentences open that were, whichever page their figure stands on', async () => {
    await range(/^第 1–100 份|^第 101–133 份/u);
    await pager().getByRole('button', { name: '末页' }).press('Enter');
    await range(/^第 101–133 份/u);
    const row = report().locator('#matrix tbody tr').filter({ hasText: '批量/129.md' });
    await row.locator('td:has(button.n)').last().locator('button.n').press('Enter');
    const sentences = report().locator('dialog li');
    await sentences.first().waitFor();
    const count = await sentences.count();
    write(many - 1, '\n## 二、培育技术经理人\n\n省科技厅负责。\n');
    await sentences.nth(count).waitFor();
    await report().locator('dialog button.close').press('Enter');
    await sentences.first().waitFor({ state: 'hidden' });
    await pager().getByRole('button', { name: '首页' }).press('Enter');
  });

  it('sorts and filters over all rows, and stays where it is when documents come', async () => {
    await range(/共 133 份$/u);
    const byName = report().locator('#matrix thead button.sort').first();
    await byName.press('Enter');
    await range(/^第 1–100 份/u);
    await byName.press('Enter');
    await report().locator('#matrix tbody tr:first-child th', { hasText: '批量/129.md' }).waitFor();
    assert.equal(await report().locator('#matrix thead th').first().getAttribute('aria-sort'), 'descending');
    await report().locator('#filters input').fill('批量/00');
    await range(/^第 1–10 份，共 10 份$/u);
    assert.equal((await heads().allInnerTexts())[0], '批量/009.md');
    assert.match(await report().locator('#announce').innerText(), /10 \/ 133/u);
    await report().locator('#filters input').fill('批量');
    await range(/^第 1–100 份，共 130 份$/u);
    await pager().getByRole('button', { name: '末页' }).press('Enter');
    await range(/^第 101–130 份/u);
    write(many);
    await range(/^第 101–131 份，共 131 份$/u);
    await pager().locator('button.last:focus').waitFor();
    assert.equal((await heads().allInnerTexts()).at(-1), '批量/000.md');
  });
});

suite('reports of the workspace and of two documents', {}, () => {
  it('of the workspace is accessible, and leaves the panel its text where it is moved beside it', async () => {
    const { page } = workbench();
    await workbench().runCommand('计算工作区覆盖度');
    assert.deepEqual(await violationsOf('corpus'), []);
    await page.keyboard.press('Control+Alt+ArrowRight');
    await page.locator('.editor-group-container').nth(1).waitFor();
    await reportPage('corpus');
    await page.locator('.statusbar-item').filter({ hasText: '9/19' }).waitFor();
    await closeTab('工作区覆盖度');
  });

  it('of two documents is accessible, and led through by keyboard', async () => {
    const other = '02-完整的实施方案.policy.md';
    await workbench().page.keyboard.press('Control+P');
    await workbench().quickInput.fill(other);
    await workbench().choice(other).waitFor();
    await workbench().page.keyboard.press('Enter');
    await workbench().line('实施方案').waitFor();
    await workbench().runCommand('比较两份文稿的对策覆盖');
    await workbench().quickInput.fill(memo);
    await workbench().choice(memo).waitFor();
    await workbench().page.keyboard.press('Enter');
    assert.deepEqual(await violationsOf('comparison'), []);
    const frame = await reportPage('comparison');
    /** Heading and table that the focus stands under and in. */
    const focused = () =>
      frame.evaluate(() => {
        const { activeElement: at } = document;
        return [at?.closest('section')?.querySelector('h2')?.id, at?.querySelector('table')?.id ?? at?.id];
      });
    // What the contents lead to has the focus: reading and Tab go on there.
    await frame.locator('nav a[href="#section-change-gained"]').press('Enter');
    assert.deepEqual(await focused(), ['section-change-gained', 'section-change-gained']);
    await workbench().page.keyboard.press('Tab');
    assert.deepEqual(await focused(), ['section-change-gained', 'change-P2-2']);
    await frame.locator('#changes a', { hasText: 'R2.3' }).press('Enter');
    assert.deepEqual(await focused(), ['section-change-reworded', 'change-R2-3']);
    // Sentences stand under their counts, as in the text: nothing sorts them.
    assert.equal(await frame.locator('[id^="change-"] button.sort').count(), 0);
    await closeTab('比较：');
    await closeTab(other);
  });
});
