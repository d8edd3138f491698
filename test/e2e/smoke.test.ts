/** A person opens the memo with gaps, sees what is missing, and puts it in. In a Chinese VS Code. */
import assert from 'node:assert/strict';
import { askHover, goToWord, memo, missing, suite, workbench } from './session';

const prepare = () => workbench().openPanel();

suite('the memo with gaps in VS Code', { prepare }, () => {
  it('shows in the side bar what is missing, and counts it', async () => {
    await missing('S2.2 风险管控').waitFor();
    const names = await workbench()
      .row(/^(R|S)\d\.\d/u)
      .allInnerTexts();
    assert.ok(
      names.some((name) => name.includes('可回应')),
      names.join(' | '),
    );
  });

  it('shows in the status bar how many remedies are covered', async () => {
    const item = workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /^\s*\d+\/19/u });
    await item.first().waitFor();
  });

  it('lists in Problems what is missing', async () => {
    await workbench().page.keyboard.press('Control+Shift+M');
    const entry = workbench().page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'PL102' });
    await entry.first().waitFor();
    assert.match(await entry.first().innerText(), /对策/u);
    await workbench().page.keyboard.press('Control+J');
  });

  it('shows a hint at the end of the paragraph with the cursor', async () => {
    const { line, column } = workbench().find(memo, '（五）打通成果转化环节');
    await workbench().goTo(line, column);
    await workbench()
      .page.locator('.view-line')
      .filter({ hasText: /◆技术转移与成果转化/u })
      .first()
      .waitFor();
  });

  it('explains a tag on hover', async () => {
    await goToWord('技术经理人');
    const hover = await askHover('R2.3');
    const text = await hover.innerText();
    for (const part of ['技术转移与成果转化', '为什么标在这里', '出处'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    await workbench().page.keyboard.press('Escape');
  });

  it('puts in a remedy, whose blanks make the category thin; undo takes it back', async () => {
    await missing('S2.2 风险管控').waitFor();
    await workbench().runCommand('插入对策段落');
    await workbench().quickInput.fill('S2.2');
    await workbench().choice('风险管控').waitFor();
    await workbench().page.keyboard.press('Enter');
    await workbench().page.locator('.quick-input-widget input[placeholder*="选择句式"]').waitFor();
    await workbench().page.keyboard.press('Enter');
    await missing('S2.2 风险管控').filter({ hasText: '单薄' }).waitFor();
    await workbench().line('（八）').waitFor();
    await workbench().page.keyboard.press('Escape');
    await workbench().page.keyboard.press('Control+Z');
    await missing('S2.2 风险管控').filter({ hasNotText: '单薄' }).waitFor();
  });
});
