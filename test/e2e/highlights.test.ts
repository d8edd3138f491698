/** Underlines, and the links of hover and hint. */
import assert from 'node:assert/strict';
import { askHover, doUntil, goToWord, suite, workbench } from './session';

/** Colours of the underlines on the screen, each once. */
function colours(): Promise<string[]> {
  return workbench().page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('.view-line span')]
        .map((span) => getComputedStyle(span))
        .filter(({ textDecorationLine }) => textDecorationLine === 'underline')
        .map(({ textDecorationColor }) => textDecorationColor),
    ),
  ]);
}

/** Waits until so many colours of underlines are on the screen. */
async function awaitColours(wanted: (count: number) => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (wanted((await colours()).length)) return;
    await workbench().page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  assert.fail(`underlined in ${(await colours()).join(' ')}`);
}

const prepare = async () => {
  await workbench().openPanel();
  await goToWord('技术经理人');
};

suite('underlines', { prepare }, () => {
  it('tell kinds apart, go with one command and come back with it', async () => {
    await awaitColours((count) => count >= 3);
    await workbench().runCommand('切换高亮');
    await awaitColours((count) => count === 0);
    await workbench().runCommand('切换高亮');
    await awaitColours((count) => count >= 3);
  });

  it('show one category only, from the menu of the tree', async () => {
    const { page } = workbench();
    await workbench()
      .page.getByRole('tree', { name: /已覆盖/u })
      .locator('.monaco-list-row')
      .filter({ hasText: 'R2.3' })
      .first()
      .click({ button: 'right' });
    // A menu that has just opened ignores the mouse for a moment: the key does not.
    const item = page.getByRole('menuitem', { name: '只高亮此类别' });
    await item.hover();
    await page.keyboard.press('Enter');
    await item.waitFor({ state: 'detached' });
    await awaitColours((count) => count === 1);
    await workbench().runCommand('恢复全部高亮');
    await awaitColours((count) => count >= 3);
  });

  it('a word has one underline, whatever it speaks for', async () => {
    const doubled = await workbench().page.evaluate(() =>
      [...document.querySelectorAll('.view-line span')]
        .filter(({ className }) => (className.match(/\bced-\S+-1\b/gu) ?? []).length > 1)
        .map(({ textContent }) => textContent),
    );
    assert.deepEqual(doubled, []);
  });
});

suite('links of a hover', {}, () => {
  const follow = async (link: string) => {
    // A hint that is drawn just then closes the hover with its links; a person asks again.
    for (let asked = 1; ; asked++) {
      await goToWord('技术经理人');
      const hover = await askHover('R2.3');
      try {
        await hover.locator('a').filter({ hasText: link }).click({ timeout: 5000 });
        return;
      } catch (error) {
        if (asked === 4) throw error;
      }
    }
  };

  it('list all places of the category', async () => {
    await follow('全部标注');
    const peek = workbench().page.locator('.peekview-widget').filter({ hasText: '技术经理人' });
    await peek.first().waitFor();
    await workbench().page.keyboard.press('Escape');
    await peek.first().waitFor({ state: 'detached' });
  });

  it('open the entry of the taxonomy', async () => {
    await follow('分类条目');
    const tab = workbench().page.locator('.tab').filter({ hasText: 'R2.3' });
    await tab.first().waitFor();
    await tab.first().click({ button: 'middle' });
    await tab.first().waitFor({ state: 'detached' });
  });

  it('ask what is wrong about the tag, and which category is right', async () => {
    const { page } = workbench();
    await follow('不是这一类');
    await page.locator('.quick-input-widget input[placeholder*="理由"]').waitFor();
    await page.keyboard.press('Escape');
    await follow('应当是');
    await page.locator('.quick-input-widget').filter({ hasText: 'S3.2' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('a hint gives its reasons, and lists its places, too', async () => {
    const { page } = workbench();
    await goToWord('技术经理人');
    const hint = page.locator('.view-line span').filter({ hasText: /^◆技术转移与成果转化$/u });
    await hint.first().waitFor();
    const reasons = page.locator('.monaco-hover:visible').filter({ hasText: '“技术经理人”属于' });
    // A hint that is drawn anew under the mouse has no hover until the mouse moves.
    await doUntil(reasons.first(), async () => {
      await page.mouse.move(0, 0);
      await hint.first().hover();
    });
    const peek = page.locator('.peekview-widget').filter({ hasText: '技术经理人' });
    await doUntil(peek.first(), async () => {
      await hint.first().hover();
      // It is drawn anew, as a link, once the key is down: pressed where the mouse is, and not looked for again.
      await page.keyboard.down('Control');
      await page.mouse.down();
      await page.mouse.up();
      await page.keyboard.up('Control');
    });
    await page.keyboard.press('Escape');
    await peek.first().waitFor({ state: 'detached' });
  });
});
