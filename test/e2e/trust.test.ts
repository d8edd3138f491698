/** What a folder brings along is read only after the person has said that she trusts it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from '../../scripts/host/workbench';
import { Session, suiteIn } from './suite';

const memo = '01-有缺口的备忘录.policy.md';

const session = new Session(
  () =>
    Workbench.open({
      viewport: { width: 1400, height: 1400 },
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    }),
  async (workbench) => {
    const annotations = join(workbench.folder, '.policy-lens/annotations');
    mkdirSync(annotations, { recursive: true });
    const sidecar = {
      version: 1,
      suppressions: [],
      notApplicable: [{ category: 'S2.2', reason: 'a county has no fund of its own' }],
    };
    writeFileSync(join(annotations, `${memo}.json`), JSON.stringify(sidecar));
    await workbench.openFile(memo);
    await workbench.page.locator('.composite-bar .badge[aria-label*="missing"]').first().waitFor();
    await workbench.openPanel();
  },
);

suiteIn(session, 'a folder that is not trusted', { leave: () => session.close() }, () => {
  /** The category that the file beside the memo says does not apply, in the tree of what is missing. */
  const row = () =>
    session.workbench.page
      .getByRole('tree', { name: /Missing Remedies/u })
      .locator('.monaco-list-row')
      .filter({ hasText: 'S2.2' });

  /** In the view of what is suppressed, where nothing is read. */
  const told = () => session.workbench.page.getByText('stored suppressions are not read. Those made now');

  const report = () =>
    session.workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  it('is analysed, but what it says about its documents is not read, and that is told', async () => {
    await row().waitFor();
    const { page } = session.workbench;
    await page.locator('.sidebar .pane-header').filter({ hasText: 'Suppressed' }).click();
    await told().waitFor();
    await page.locator('.statusbar-item[id="status.languageStatus"]').click();
    await page.locator('.hover-language-status').filter({ hasText: 'workspace is not trusted' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is read as soon as it is trusted; a report of before says that it was not, and no more then', async () => {
    await row().waitFor();
    const { page } = session.workbench;
    await session.workbench.runCommand('Policy Lens: Coverage of This Document');
    await report().locator('.notice').filter({ hasText: 'The workspace is not trusted' }).waitFor();
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).click();
    await page
      .locator('.workspace-trust-editor .monaco-button')
      .filter({ hasText: /^Trust/u })
      .first()
      .click();
    await row().waitFor({ state: 'detached' });
    await told().waitFor({ state: 'detached' });
    await report().locator('body[data-report]').waitFor();
    await report().locator('.notice').waitFor({ state: 'detached' });
  });
});
