/** "Not this" and "does not apply here", by keyboard, and taking both back from the tree. */
import { join } from 'node:path';
import { discard, focusView, goDownTo, goToWord, missing, suite, workbench } from './session';

const prepare = () => workbench().openPanel();

/** Closed again: open, it takes room from the other trees. */
const leave = () => workbench().page.locator('.pane-header').filter({ hasText: '已排除' }).click();

/** Of a missing remedy, in the panel. */
async function sayNotApplicable(code: string, reason: string): Promise<void> {
  const { page } = workbench();
  await focusView('缺失对策');
  await goDownTo(code);
  await page.keyboard.press('Delete');
  await page.locator('.quick-input-widget').filter({ hasText: '理由' }).waitFor();
  await page.keyboard.insertText(reason);
  await page.keyboard.press('Enter');
  await missing(code).waitFor({ state: 'detached' });
}

suite('correcting by keyboard', { prepare, leave }, () => {
  const suppressed = (text: string) =>
    workbench()
      .page.getByRole('tree', { name: /已排除/u })
      .locator('.monaco-list-row')
      .filter({ hasText: text });

  /** Up to the menu of scopes, which asks for a reason. */
  const askWhy = async () => {
    const { page } = workbench();
    await goToWord('技术经理人');
    await page.keyboard.press('Alt+F7');
    // Several tags speak under the cursor.
    await workbench().quickInput.fill('R2.3');
    await workbench().choice('R2.3').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget input[placeholder*="理由"]').waitFor();
  };

  it('takes a tag away with one key and a reason; the tree lists it and takes it back', async () => {
    const { page } = workbench();
    await askWhy();
    await page.keyboard.insertText('外省做法');
    await page.keyboard.press('Enter');
    await workbench().line('policy-lens-disable-here R2.3: 外省做法').waitFor();
    await focusView('已排除');
    await goDownTo('R2.3');
    await suppressed('外省做法').waitFor();
    await page.keyboard.press('Delete');
    await suppressed('外省做法').waitFor({ state: 'detached' });
    await workbench().line('policy-lens-disable-here').waitFor({ state: 'detached' });
  });

  it('keeps the scope that was chosen while a reason is typed', async () => {
    const { page } = workbench();
    await askWhy();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    // Letter by letter, as people type: each is a change of its own.
    await page.keyboard.type('off topic', { delay: 60 });
    await page.keyboard.press('Enter');
    await missing('R2.3').waitFor();
    // What holds for the whole text stands at its top.
    await page.keyboard.press('Control+Home');
    await workbench().line('policy-lens-disable-file R2.3: off topic').waitFor();
    await workbench().runCommand('恢复已排除的内容');
    await workbench().line('policy-lens-disable-file').waitFor({ state: 'detached' });
  });

  it('puts another category in place, found by its pinyin; the editor’s own undo takes it back', async () => {
    const { page } = workbench();
    await goToWord('技术经理人');
    await workbench().runCommand('改判为其他类别');
    await workbench().choice('R2.3').waitFor();
    await page.keyboard.press('Enter');
    const asked = page.locator('.quick-input-widget input[placeholder*="应当是哪一类"]');
    await asked.fill('rcpy');
    await workbench().choice('S3.2').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').filter({ hasText: '理由' }).waitFor();
    await page.keyboard.insertText('本市口径');
    await page.keyboard.press('Enter');
    await workbench().line('policy-lens-disable-here R2.3=S3.2: 本市口径').waitFor();
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+Z');
    await workbench().line('policy-lens-disable-here').waitFor({ state: 'detached' });
  });

  it('marks a missing remedy as not applicable, with a reason, and takes it back', async () => {
    await sayNotApplicable('S4.2', '县里没有外资企业');
    await focusView('已排除');
    await suppressed('县里没有外资企业').waitFor();
    await workbench().runCommand('恢复已排除的内容');
    await missing('S4.2').waitFor();
  });

  it('what is said of the memo is said of it when it is saved under another name', async () => {
    const { page } = workbench();
    await sayNotApplicable('S4.2', '县里没有外资企业');
    await goToWord('技术经理人');
    await page.keyboard.press('Control+Shift+S');
    await page.locator('.quick-input-widget').filter({ hasText: '另存为' }).waitFor();
    // The dialog begins with the path of the memo, once it has read the folder.
    await workbench().choice('03-调研报告').waitFor();
    await workbench().quickInput.fill(join(workbench().folder, '定稿.policy.md'));
    await page.keyboard.press('Enter');
    await page.locator('.tab').filter({ hasText: '定稿' }).waitFor();
    await focusView('已排除');
    await suppressed('县里没有外资企业').waitFor();
    await missing('S4.2').waitFor({ state: 'detached' });
    await discard();
  });
});
