/** Walkthrough, the state of a document behind the braces of the status bar, and views of what is no policy text. */
import assert from 'node:assert/strict';
import { missing, suite, workbench } from './session';

suite('first steps', {}, () => {
  const tab = (name: string) => workbench().page.locator('.tab').filter({ hasText: name }).first();

  const closeTab = async (name: string) => {
    await tab(name).click({ button: 'middle' });
    await tab(name).waitFor({ state: 'detached' });
  };

  it('the status item says that the memo is checked, and how much of it', async () => {
    const { page } = workbench();
    await page.locator('.statusbar-item[id="status.languageStatus"]').click();
    const hover = page.locator('.hover-language-status').filter({ hasText: '政策透镜：工作中' }).first();
    await hover.waitFor();
    const [, checked, total] = /已检查 (\d+)\/(\d+) 字符/u.exec(await hover.innerText()) ?? [];
    assert.ok(Number(checked) > 500, await hover.innerText());
    assert.equal(checked, total);
    await hover.locator('a, .monaco-button').filter({ hasText: '打开侧边栏' }).click();
    await missing('S2.2').waitFor();
  });

  it('a text that is no policy text is told, and analysed on request', async () => {
    const { page } = workbench();
    await page.keyboard.press('Control+P');
    await workbench().quickInput.fill('04-不是政策文本');
    await workbench().choice('04-不是政策文本.md').waitFor();
    await page.keyboard.press('Enter');
    await workbench().openPanel();
    const welcome = page.locator('.sidebar .welcome-view').filter({ hasText: '本文不像政策文本' }).first();
    await welcome.waitFor();
    await welcome.locator('.monaco-button').filter({ hasText: '仍然分析' }).click();
    await missing('S2.2').waitFor();
    await workbench().runCommand('不再强制分析本文');
    await welcome.waitFor();
    await closeTab('04-不是政策文本.md');
    await missing('S2.2').waitFor();
  });

  it('a new memo has its skeleton; while it is empty, a calm line stands for all that it lacks', async () => {
    const { page } = workbench();
    const status = (text: string | RegExp) =>
      page.locator('.statusbar-item').filter({ hasText: text }).first();
    await workbench().openPanel();
    await workbench().runCommand('新建政策文稿');
    await workbench().choice('若干措施').click();
    await workbench().line('促进科技创新和产业创新融合发展若干措施').waitFor();
    await page.keyboard.press('Control+Z');
    await page.locator('.sidebar .welcome-view').filter({ hasText: '文稿还没有正文' }).first().waitFor();
    await status('尚无正文').waitFor();
    await page.keyboard.insertText('我市科技成果转化率偏低。');
    await missing('S2.2').waitFor();
    await status(/\d\/19/u).waitFor();
    await workbench().runCommand('还原并关闭编辑器');
    await tab('01-有缺口').and(page.locator('.active')).waitFor();
    await missing('S2.2').waitFor();
  });

  it('the walkthrough has its steps, and the buttons of those about the memo do what they say', async () => {
    const { page } = workbench();
    await workbench().openPanel();
    await workbench().runCommand('打开演练');
    await workbench().quickInput.fill('政策透镜');
    await workbench().choice('政策透镜').waitFor();
    await page.keyboard.press('Enter');
    const step = (title: string) => page.locator('.getting-started-step').filter({ hasText: title });
    for (const title of ['打开一份样例', '看标注', '看还缺', '插入一段草稿', '计算整个文件夹', '调到合适'])
      await step(title).first().waitFor();
    await step('打开一份样例').locator('.monaco-button').filter({ hasText: '打开样例' }).click();
    // Without a name, so that saving asks for one.
    const copy = page.locator('.tab').filter({ hasText: /Untitled-1|无标题-1/ });
    await copy.waitFor();
    await workbench().line('关于推进传感器与功能膜产业').waitFor();
    await missing('S2.2').waitFor();
    const tick = (title: string) => step(title).locator('.codicon-getting-started-step-checked').waitFor();
    await tick('打开一份样例');
    // The walkthrough is still in sight, so that the next step can be taken from it.
    const press = async (title: string, button: string) => {
      await step(title).locator('.step-title').first().click();
      await step(title).locator('.monaco-button').filter({ hasText: button }).click();
    };
    const status = (text: string) => page.locator('.statusbar-item').filter({ hasText: text }).first();
    await press('看标注', '跳到第一处标注');
    await status('标注 1/').waitFor();
    await tick('看标注');
    await press('看还缺', '显示侧边栏');
    // The view was open before.
    await tick('看还缺');
    await missing('S2.2').waitFor();
    await press('插入一段草稿', '插入对策段落');
    await workbench().quickInput.fill('S2.2');
    await workbench().choice('S2.2').click();
    await workbench().choice('风险补偿').click();
    // A draft with blanks is a thin answer.
    await missing('S2.2').filter({ hasText: '单薄' }).waitFor();
    await tick('插入一段草稿');
    // Who pressed the button stands in the text, at the draft's first blank.
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await page.keyboard.insertText('某某局');
    await workbench().line('某某局').filter({ hasText: '风险补偿' }).waitFor();
    await workbench().runCommand('还原并关闭编辑器');
    await copy.waitFor({ state: 'detached' });
    await closeTab('欢迎');
  });
});
