/** Beside another extension that decorates, explains and annotates the same Markdown, both keep working. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { noise } from '../../scripts/host/server';
import { Workbench } from '../../scripts/host/workbench';

const report = '03-调研报告.md';
const word = '技术经理人';

/** How the neighbour colours words, and the sign it puts behind them. */
const neighbour = { color: 'rgb(1, 2, 3)', background: 'rgb(250, 251, 4)', sign: '¶' };

describe('another extension that decorates the same text', () => {
  let workbench: Workbench;
  const complaints: string[] = [];

  before(async () => {
    workbench = await Workbench.open({
      locale: 'zh-cn',
      viewport: { width: 1400, height: 1400 },
      installed: [join(root, 'test/fixtures/neighbour')],
    });
    const note = (text: string) => {
      if (/policy-?lens|neighbour/iu.test(text) && !noise.test(text)) complaints.push(text);
    };
    workbench.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') note(message.text());
    });
    workbench.page.on('pageerror', (error) => note(String(error)));
    await workbench.openFile(report);
    await workbench.page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
    const { line, column } = workbench.find(report, word);
    await workbench.goTo(line, column + 1);
    await hint('◆R2.3').waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.keepPicture(this.currentTest.title);
  });
  after(() => workbench.close());

  /** Waits until the word is drawn as both want it. */
  const drawnByBoth = () =>
    workbench.page.waitForFunction(
      ([text, color, background, sign]) => {
        const spans = [...document.querySelectorAll('.view-line span')].filter(
          (span) => span.children.length === 0 && span.textContent === text,
        );
        const drawn = spans.some((span) => {
          const style = getComputedStyle(span);
          return style.color === color && style.textDecorationLine === 'underline';
        });
        const boxes = [...document.querySelectorAll('.view-overlays .cdr')];
        return (
          drawn &&
          boxes.some((box) => getComputedStyle(box).backgroundColor === background) &&
          [...document.querySelectorAll('.view-line span')].some(
            (span) => getComputedStyle(span, '::after').content === `"${sign}"`,
          )
        );
      },
      [word, neighbour.color, neighbour.background, neighbour.sign] as const,
    );

  /** The line with a hint. */
  const hint = (text: string) => workbench.page.locator('.view-line').filter({ hasText: text }).first();

  /** The lenses over a heading, ours and theirs. */
  const lenses = () =>
    workbench.page
      .locator('.codelens-decoration:visible')
      .filter({ hasText: /(?:问题|对策)：/u })
      .filter({ hasText: 'neighbour' })
      .first();

  it('both are seen on the same word', async () => {
    await drawnByBoth();
  });

  it('both are read in one hover', async () => {
    const hover = workbench.page.locator('.monaco-hover:visible').filter({ hasText: 'R2.3' });
    // A hint that is drawn just then closes a hover; a person asks again.
    for (let asked = 0; asked < 4 && !(await hover.first().isVisible()); asked++) {
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Control+I');
      await hover
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
    }
    assert.match(await hover.first().innerText(), new RegExp(`The neighbour on ${word}`, 'u'));
    await workbench.page.keyboard.press('Escape');
  });

  it('both have lenses over the same heading, and hints in the same text', async () => {
    await lenses().waitFor();
    await hint('◆R2.3').waitFor();
    await hint('neighbour').waitFor();
  });

  it('both follow what is typed and undone', async () => {
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.type('x');
    await drawnByBoth();
    await lenses().waitFor();
    await workbench.page.keyboard.press('Control+Z');
    await drawnByBoth();
  });

  it('neither complains', () => assert.deepEqual(complaints, []));
});
