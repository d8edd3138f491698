/** Beside another extension that decorates, explains and annotates the same Markdown, both keep working. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../../scripts/paths.mjs';
import { noise } from '../../scripts/host/server';
import { Workbench } from '../../scripts/host/workbench';
import { askHover } from './session';
import { Session, suiteIn } from './suite';

const report = '03-调研报告.md';
const word = '技术经理人';
/** How our hint behind the word's paragraph ends. */
const ourHint = '成果转化 +1';

/** How the neighbour colours words, and the sign it puts behind them. */
const neighbour = { color: 'rgb(1, 2, 3)', background: 'rgb(250, 251, 4)', sign: '¶' };

/** What the console of any of the workbenches says about either of the two. */
const complaints: string[] = [];

const session = new Session(
  () =>
    Workbench.open({
      locale: 'zh-cn',
      viewport: { width: 1400, height: 1400 },
      installed: [join(root, 'test/fixtures/neighbour')],
    }),
  async (workbench) => {
    const note = (text: string) => {
      if (/policy-?lens|neighbour/iu.test(text) && !noise.test(text)) complaints.push(text);
    };
    workbench.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') note(message.text());
    });
    workbench.page.on('pageerror', (error) => note(String(error)));
    await workbench.openFile(report);
    await workbench.page.locator('.composite-bar .badge[aria-label*="缺失"]').first().waitFor();
  },
);

/** The line with a hint, or with its end where it is wrapped. */
function hint(text: string): Locator {
  return session.workbench.page.locator('.view-line').filter({ hasText: text }).first();
}

const surroundings = {
  prepare: async () => {
    const { line, column } = session.workbench.find(report, word);
    await session.workbench.goTo(line, column + 1);
    await hint(ourHint).waitFor();
  },
  leave: () => session.close(),
};

suiteIn(session, 'another extension that decorates the same text', surroundings, () => {
  /** Waits until the word is drawn as both want it. */
  const drawnByBoth = () =>
    session.workbench.page.waitForFunction(
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

  /** The lenses over a heading, ours and theirs. */
  const lenses = () =>
    session.workbench.page
      .locator('.codelens-decoration:visible')
      .filter({ hasText: /(?:问题|对策)：/u })
      .filter({ hasText: 'neighbour' })
      .first();

  it('both are seen on the same word', async () => {
    await drawnByBoth();
  });

  it('both are read in one hover', async () => {
    const hover = await askHover('R2.3', session.workbench.page);
    assert.match(await hover.innerText(), new RegExp(`The neighbour on ${word}`, 'u'));
    await session.workbench.page.keyboard.press('Escape');
  });

  it('both have lenses over the same heading, and hints in the same text', async () => {
    await lenses().waitFor();
    await hint(ourHint).waitFor();
    await hint('neighbour').waitFor();
  });

  it('both follow what is typed and undone', async () => {
    await session.workbench.page.keyboard.press('Home');
    await session.workbench.page.keyboard.type('x');
    await drawnByBoth();
    await lenses().waitFor();
    await session.workbench.page.keyboard.press('Control+Z');
    await drawnByBoth();
  });

  it('neither complains', () => assert.deepEqual(complaints, []));
});
