/** All of the panel without a mouse. */
import assert from 'node:assert/strict';
import { focusedRow, focusView, goDown, goDownTo, missing, pressUntil, suite, workbench } from './session';

const prepare = () => workbench().openPanel();

suite('the panel by keyboard alone', { prepare }, () => {
  const level = (depth: number) => workbench().page.locator(`[aria-level="${depth}"]`);

  it('gets into the tree of missing remedies, whose rows say what they are', async () => {
    await focusView('缺失对策');
    await workbench().page.keyboard.press('Home');
    const group = focusedRow();
    await group.waitFor();
    assert.match((await group.getAttribute('aria-label')) ?? '', /[RS]\d/u);
    assert.match(await goDown(), /^[RS]\d\.\d.*(缺失|单薄)/u);
  });

  it('puts in the remedy with the focus and takes it back', async () => {
    await focusView('缺失对策');
    await goDownTo('S2.2');
    await workbench().page.keyboard.press('Control+Enter');
    await workbench().page.locator('.quick-input-widget input[placeholder*="S2.2"]').waitFor();
    await workbench().page.keyboard.press('Enter');
    await workbench().line('（八）').waitFor();
    // A draft with blanks is a thin answer.
    await missing('S2.2').filter({ hasText: '单薄' }).waitFor();
    await workbench().page.keyboard.press('Escape');
    await workbench().page.keyboard.press('Control+Z');
    await missing('S2.2').filter({ hasNotText: '单薄' }).waitFor();
  });

  it('goes from an open problem to a draft of what would answer it', async () => {
    await focusView('问题—对策');
    await goDownTo('R2.1');
    await workbench().page.keyboard.press('Enter');
    await workbench().page.locator('.quick-input-widget input[placeholder*="R2.1"]').waitFor();
    await workbench().page.keyboard.press('Escape');
    await workbench().page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });

  it('goes from a covered category to its place in the text', async () => {
    await focusView('已覆盖');
    await workbench().page.keyboard.press('Home');
    await pressUntil('ArrowDown', focusedRow().and(level(2)));
    const focusedTree = workbench().page.locator('.sidebar .monaco-list:focus .monaco-list-row');
    await pressUntil('ArrowRight', focusedTree.and(level(3)).first());
    await pressUntil('ArrowDown', focusedRow().and(level(3)));
    const label = (await focusedRow().getAttribute('aria-label')) ?? '';
    const [, line] = /第 (\d+) 行/u.exec(label) ?? [];
    assert.ok(line, label);
    await workbench().page.keyboard.press('Enter');
    await workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: `行 ${line}，` })
      .waitFor();
  });
});
