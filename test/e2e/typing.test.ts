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

suite('typing', () => {
  before(async () => {
    await workbench().openPanel();
    await missing('S2.2').waitFor();
    const { line } = workbench().find(memo, '以上报告妥否');
    await workbench().goTo(line);
  });

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
