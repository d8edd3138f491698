/** What the panel does while someone types. */
import assert from 'node:assert/strict';
import { memo, missing, suite, workbench } from './session';

/** Counts rows that leave the tree of missing remedies from now on: each would be a flicker. */
async function watchRows(): Promise<() => Promise<number>> {
  const { page } = workbench();
  const tree = page.getByRole('tree', { name: /缺失对策/u });
  const handle = await tree.elementHandle();
  assert.ok(handle);
  const counter = await page.evaluateHandle((element) => {
    const seen = { removed: 0 };
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes)
        for (const node of removedNodes)
          if (node instanceof HTMLElement && node.classList.contains('monaco-list-row')) seen.removed++;
    }).observe(element, { childList: true, subtree: true });
    return seen;
  }, handle);
  return () => counter.evaluate(({ removed }) => removed);
}

/**
 * Notes, inside the page, how long after the last key the row of a category comes to or leaves the tree of missing
 * remedies: milliseconds from the key's own event to the change of the tree.
 */
async function timeRow(category: string): Promise<() => Promise<number | null>> {
  const { page } = workbench();
  const tree = await page.getByRole('tree', { name: /缺失对策/u }).elementHandle();
  assert.ok(tree);
  const noted = await page.evaluateHandle(
    ([element, code]) => {
      const times = {
        key: 0,
        isThere: true,
        changed: null as number | null,
        look() {
          const rows = [...element.querySelectorAll('.monaco-list-row')];
          return rows.some((row) => row.textContent?.startsWith(code));
        },
      };
      times.isThere = times.look();
      document.addEventListener(
        'keydown',
        () => {
          times.key = performance.now();
          times.changed = null;
        },
        true,
      );
      new MutationObserver(() => {
        if (times.look() === times.isThere) return;
        times.isThere = !times.isThere;
        times.changed = performance.now() - times.key;
      }).observe(element, { childList: true, subtree: true, characterData: true });
      return times;
    },
    [tree, category] as const,
  );
  return () => noted.evaluate(({ changed }) => changed);
}

/** How soon views follow a pause in typing, in milliseconds; the waiting for the pause is in it. */
const soon = 300;

/** Most keys pressed until one is followed soon: on a machine with other work a single one may be late. */
const mostTries = 24;

const prepare = async () => {
  await workbench().openPanel();
  await missing('S2.2').waitFor();
  const { line } = workbench().find(memo, '以上报告妥否');
  await workbench().goTo(line);
};

suite('typing', { prepare }, () => {
  it('takes a category out of the tree soon after the sentence is there, and keeps what is open', async () => {
    const { page } = workbench();
    const badge = page.locator('.composite-bar .badge[aria-label*="缺失"]').first();
    const before = Number(/缺失 (\d+) 类/u.exec((await badge.getAttribute('aria-label')) ?? '')?.[1]);
    const counted = (number: number) =>
      page.locator(`.composite-bar .badge[aria-label*="缺失 ${number} 类"]`).first();
    const level = (depth: number) => page.locator(`[aria-level="${depth}"]`);
    const sibling = missing('').and(level(2)).first();
    await sibling.locator('.monaco-tl-twistie').click();
    const child = missing('').and(level(3)).first();
    await child.waitFor();
    const { line } = workbench().find(memo, '以上报告妥否');
    await workbench().line('以上报告妥否').click();
    await workbench().goTo(line);
    await page.keyboard.insertText(
      '由市财政局牵头设立科技创新风险补偿资金池3亿元，对科技贷款本金损失给予50%的风险补偿。',
    );
    const started = Date.now();
    await counted(before - 1).waitFor();
    console.log(`      the tree followed after ${Date.now() - started} ms`);
    assert.ok(await child.isVisible(), 'the sibling closed');
    await missing('S2.2').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await counted(before).waitFor();
    await missing('S2.2').waitFor();
    assert.ok(await child.isVisible(), 'the sibling closed on undo');
    await sibling.locator('.monaco-tl-twistie').click();
    await child.waitFor({ state: 'detached' });
  });

  it('is followed by the tree soon after the last key', async () => {
    const { page } = workbench();
    const { line } = workbench().find(memo, '以上报告妥否');
    await workbench().line('以上报告妥否').click();
    await workbench().goTo(line);
    await page.keyboard.insertText('设立科技创新风险补偿资金池，对科技贷款本金损失给予50%的风险补偿。');
    await missing('S2.2').waitFor({ state: 'detached' });
    const elapsed = await timeRow('S2.2');
    const times: number[] = [];
    // Undo and redo change the text with one key each, as the last key before a pause does.
    for (let tries = 0; tries < mostTries && !times.some((time) => time <= soon); tries++) {
      await page.keyboard.press(tries % 2 === 0 ? 'Control+Z' : 'Control+Y');
      await missing('S2.2').waitFor({ state: tries % 2 === 0 ? 'visible' : 'detached' });
      times.push(Math.round((await elapsed()) ?? Infinity));
    }
    console.log(`      the tree changed ${times.join(', ')} ms after the key`);
    if (times.length % 2 === 0) await page.keyboard.press('Control+Z');
    await missing('S2.2').waitFor();
    assert.ok(Math.min(...times) <= soon, `never within ${soon} ms`);
  });

  it('takes one word at a time, by double click and by keys', async () => {
    const { page } = workbench();
    const text = '财政局设立风险补偿资金池。';
    await workbench().line('以上报告妥否').click();
    await workbench().goTo(workbench().find(memo, '以上报告妥否').line);
    await page.keyboard.insertText(text);
    await workbench().line(text).waitFor();
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    const selected = page.locator('.statusbar-item').filter({ hasText: /已选择/u });
    await selected.waitFor();
    const [, count] = /已选择\s*(\d+)/u.exec(await selected.innerText()) ?? [];
    assert.ok(Number(count) < text.length, `two words of ${count ?? ''} characters`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Backspace');
    await page.keyboard.press('Control+Backspace');
    await workbench().line('财政局设立风险').waitFor();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await workbench().line(text).waitFor({ state: 'detached' });
  });

  it('closes marks once that were put around selected words', async () => {
    const { page } = workbench();
    await workbench().line('以上报告妥否').click();
    await workbench().goTo(workbench().find(memo, '以上报告妥否').line);
    await page.keyboard.insertText('名称');
    await workbench().line('名称以上报告妥否').waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    for (const typed of ['《', '办法', '》', '和']) await page.keyboard.insertText(typed);
    await workbench().line('《办法》和以上报告妥否').waitFor();
    for (let step = 0; step < 6; step++) await page.keyboard.press('Control+Z');
    await workbench().line('《办法》').waitFor({ state: 'detached' });
    await workbench().line('名称以上报告妥否').waitFor({ state: 'detached' });
  });

  it('through an input method disturbs nothing until the word is chosen', async () => {
    const { page } = workbench();
    const { line } = workbench().find(memo, '以上报告妥否');
    await workbench().line('以上报告妥否').click();
    await workbench().goTo(line);
    const removed = await watchRows();
    const session = await page.context().newCDPSession(page);
    for (const text of ['f', 'fe', "fen'd", "fen'dan"])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await workbench().line("fen'dan").waitFor();
    await session.send('Input.insertText', { text: '分担' });
    await workbench().line('分担以上报告妥否').waitFor();
    assert.equal(await removed(), 0);
    await page.keyboard.press('Control+Z');
    await workbench().line('分担以上报告妥否').waitFor({ state: 'detached' });
  });
});
