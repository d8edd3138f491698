/** A memo beside the versions that Git keeps of it, as the source control view opens them. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from '../../scripts/host/workbench';
import { doUntil } from './session';
import { Session, suiteIn } from './suite';

const memo = '01-有缺口的备忘录.policy.md';

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: session.workbench.folder });
}

const session = new Session(
  () =>
    Workbench.open({
      locale: 'zh-cn',
      viewport: { width: 1400, height: 1400 },
      settings: { 'git.enabled': true },
    }),
  async (workbench) => {
    git('init', '-q');
    git('add', '-A');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', '1');
    const file = join(workbench.folder, memo);
    writeFileSync(file, readFileSync(file, 'utf8').replace('（四）办好', '（四）努力办好'));
    await workbench.openFile(memo);
    await workbench.page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
  },
);

const page = () => session.workbench.page;
const tab = (words: string) => page().locator('.tab').filter({ hasText: words }).first();

/** A line on one side of the comparison in front. */
function line(side: 'original' | 'modified', text: string) {
  return page().locator(`.editor.${side} .view-line`).filter({ hasText: text }).first();
}

/** Opens the comparison of the only changed file, with the list of changes in the side bar. */
async function openChange(title: string): Promise<void> {
  await session.workbench.runCommand('焦点在 Changes 视图上');
  await page().locator('.scm-view .resource').filter({ hasText: memo }).first().click();
  await tab(title).waitFor();
  await line('modified', '努力办好').waitFor();
}

const surroundings = {
  prepare: async () => {
    await tab(memo).click({ button: 'middle' });
    await openChange('Working Tree');
  },
  leave: () => session.close(),
};

suiteIn(session, 'a memo beside versions that Git keeps', surroundings, () => {
  before('Git is on this machine', function () {
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
  });

  /** The cursor into the paragraph on people, which is the same on both sides. */
  const click = async (side: 'original' | 'modified') => {
    await line(side, '引进急需人才').click();
    await page().locator(`.editor.${side} .monaco-editor.focused`).waitFor();
  };
  const notice = (words: string) =>
    page().locator('.notifications-center .notification-list-item').filter({ hasText: words }).first();

  it('goes from tag to tag without leaving the comparison', async () => {
    await click('modified');
    const told = page()
      .locator('.statusbar-item')
      .filter({ hasText: /S3\.1|R1\.2/u });
    await doUntil(told, () => page().keyboard.press('Alt+F9'));
    await tab('Working Tree').waitFor();
    assert.equal(await page().locator('.tab').count(), 1);
    await page().locator('.editor.modified .monaco-editor.focused').waitFor();
  });

  it('takes no tag away while the cursor is in the older version, and says why', async () => {
    await click('modified');
    // The extension hears of the step to the other side a moment after it.
    await doUntil(notice('光标在文稿的另一个版本中'), async () => {
      await page().keyboard.press('Escape');
      await click('original');
      await page().keyboard.press('Alt+F7');
      await session.workbench.runCommand('显示通知');
    });
    assert.equal(await page().locator('.tab').count(), 1);
    await session.workbench.runCommand('清除所有通知');
  });

  it('puts a draft that is asked for from the older version into the text beside it', async () => {
    const { workbench } = session;
    await click('original');
    await page().keyboard.press('Control+K');
    await page().keyboard.press('Alt+R');
    await workbench.quickInput.fill('S2.2');
    await workbench.choice('S2.2').waitFor();
    await page().keyboard.press('Enter');
    await page().locator('.quick-input-widget input[placeholder*="S2.2"]').waitFor();
    await page().keyboard.press('Enter');
    await line('modified', '（八）').waitFor();
    assert.equal(await page().locator('.tab').count(), 1);
    await page().keyboard.press('Escape');
    await page().keyboard.press('Control+Z');
    await line('modified', '（八）').waitFor({ state: 'detached' });
  });

  it('offers to compare what two kept versions cover', async () => {
    git('add', '-A');
    await page().locator('.scm-view .resource-group').filter({ hasText: 'Staged' }).waitFor();
    await openChange('Index');
    await session.workbench.openPanel();
    await page().locator('.sidebar .monaco-button').filter({ hasText: '比较两版' }).click();
    await tab('比较：').waitFor();
  });
});
