/** What a folder brings along is read only after the person has said that she trusts it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from '../../scripts/host/workbench';

const memo = '01-有缺口的备忘录.policy.md';

describe('a folder that is not trusted', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      viewport: { width: 1400, height: 1400 },
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    });
    const annotations = join(workbench.folder, '.policy-lens/annotations');
    mkdirSync(annotations, { recursive: true });
    const sidecar = {
      version: 1,
      suppressions: [],
      notApplicable: [{ category: 'S2.2', reason: 'a county has no fund of its own' }],
    };
    writeFileSync(join(annotations, `${memo}.json`), JSON.stringify(sidecar));
    await workbench.openFile(memo);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.keepPicture(this.currentTest.title);
  });
  after(() => workbench.close());

  /** The category that the file beside the memo says does not apply, in the tree of what is missing. */
  const row = () =>
    workbench.page
      .getByRole('tree', { name: /Missing Remedies/u })
      .locator('.monaco-list-row')
      .filter({ hasText: 'S2.2' });

  it('is analysed, but what it says about its documents is not read', async () => {
    await workbench.page.locator('.composite-bar .badge[aria-label*="missing"]').first().waitFor();
    await workbench.openPanel();
    await row().waitFor();
  });

  it('is read as soon as it is trusted', async () => {
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).click();
    await workbench.page
      .locator('.workspace-trust-editor .monaco-button')
      .filter({ hasText: /^Trust/u })
      .first()
      .click();
    await row().waitFor({ state: 'detached' });
  });
});
