/** A report saved as one HTML file, opened in a browser without us: long tables have pages, and all is there without scripts. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { launchBrowser } from '../../scripts/host/browser';
import { root } from '../../scripts/paths.mjs';

function coverageTo(file: string, folder: string): void {
  const cli = join(root, 'out/cli.js');
  execFileSync(process.execPath, [cli, 'coverage', '.', '--format', 'html', '--output', file], {
    cwd: folder,
    stdio: 'ignore',
  });
}

describe('a saved report of more documents than a page shows', function () {
  this.retries(1);
  const many = 105;
  let folder: string;
  let address: string;
  let browser: Browser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-lens-saved-'));
    for (let number = 0; number < many; number++) {
      const label = String(number).padStart(3, '0');
      const body =
        '支持市技术转移中心培养技术经理人，促进科技成果转化。\n\n由市财政设立知识产权质押融资风险补偿资金。\n';
      writeFileSync(join(folder, `${label}.md`), `# 若干措施第${label}号\n\n## 一、科技成果转化\n\n${body}`);
    }
    const file = join(folder, 'report.html');
    coverageTo(file, folder);
    address = pathToFileURL(file).href;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const heads = (page: Page) => page.locator('#matrix tbody th:visible');

  it('turns its pages, sorts and filters by script', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    const pager = page.locator('.long:has(#matrix) .pager');
    const range = (words: string) => pager.locator('span').filter({ hasText: words }).waitFor();
    await range(`第 1–100 份，共 ${String(many)} 份`);
    assert.equal(await heads(page).count(), 100);
    await pager.getByRole('button', { name: '下一页' }).press('Enter');
    await range(`第 101–105 份，共 ${String(many)} 份`);
    assert.equal((await heads(page).allInnerTexts()).at(-1), '104.md');
    const byName = page.locator('#matrix thead button.sort').first();
    await byName.press('Enter');
    await byName.press('Enter');
    await heads(page).first().filter({ hasText: '104.md' }).waitFor();
    await page.locator('#filters input').fill('00');
    await range('第 1–11 份，共 11 份');
    const found = await heads(page).allInnerTexts();
    assert.ok(found.length > 0 && found.every((name) => name.includes('00')), found.join());
    await page.close();
  });

  it('can be read in a narrow window, however long an unbroken name is', async () => {
    const long = join(folder, 'long');
    mkdirSync(long);
    const name = 'national_innovation_consortium_implementation_plan_2025_final_revision_1.policy.md';
    for (const file of [name, name.replace('1.', '2.')])
      writeFileSync(join(long, file), '# 若干措施\n\n支持市技术转移中心培养技术经理人。\n');
    const file = join(long, 'report.html');
    coverageTo(file, long);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    for (const width of [320, 640, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      const [whole, head, frame] = await page.evaluate(() => {
        const first = document.querySelector('#matrix tbody th');
        return [
          document.documentElement.scrollWidth,
          first?.getBoundingClientRect().width ?? 0,
          first?.closest('.scroll')?.clientWidth ?? 0,
        ] as const;
      });
      assert.ok(whole <= width, `the page is ${String(whole)} wide at ${String(width)}`);
      assert.ok(head > 0 && head < 0.75 * frame, `names take ${String(head)} of ${String(frame)}`);
    }
    await page.close();
  });

  it('has wide tables in a narrow window: documents as cards, others that scroll and say so', async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    await page.goto(address);
    const caption = page.locator('#matrix caption');
    const said = () => caption.evaluate((each) => getComputedStyle(each, '::after').content);
    await page.waitForFunction(() => document.querySelector('#matrix caption')?.hasAttribute('data-wide'));
    assert.match(await said(), /左右滚动/u);
    const frame = page.getByRole('group', { name: '各文件各类别的标注数' });
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('#matrix')?.parentElement?.scrollLeft ?? 0) > 0);
    // The names stay in sight.
    const [name, own] = await Promise.all([heads(page).first().boundingBox(), frame.boundingBox()]);
    assert.ok(name && own && Math.abs(name.x - own.x) <= 1, `${String(name?.x)} of ${String(own?.x)}`);
    const cards = page.locator('#documents');
    assert.equal(
      await cards.evaluate(({ parentElement: all }) => all!.scrollWidth <= all!.clientWidth),
      true,
    );
    assert.equal(await page.locator('#documents caption').getAttribute('data-wide'), null);
    const cell = cards.locator('tbody tr').first().locator('td.num').last();
    assert.match(await cell.evaluate((each) => getComputedStyle(each, '::before').content), /PMC/u);
    assert.equal(await cards.getByRole('columnheader', { name: 'PMC' }).count(), 1);
    await page.locator('#pmc caption').scrollIntoViewIfNeeded();
    await page.locator('#pmc caption[data-wide]').waitFor();
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.locator('#pmc caption:not([data-wide])').waitFor();
    await page.close();
  });

  it('gives sentences room in a narrow window', async () => {
    const memo = join(folder, 'memo');
    mkdirSync(memo, { recursive: true });
    const sentence =
      '企业创新能力偏弱，多数中小企业不敢投、不会投，在全市科技项目的选题和评审中很少有发言权。';
    writeFileSync(join(memo, 'memo.md'), `# 调研报告\n\n## 一、存在问题\n\n${sentence}\n`);
    const file = join(memo, 'report.html');
    coverageTo(file, memo);
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    await page.goto(pathToFileURL(file).href);
    for (const selector of ['td > .quotes', '[id^="gaps-"] td:last-child']) {
      const box = await page.locator(selector).first().boundingBox();
      assert.ok(box && box.width >= 200, `${selector} is ${String(box?.width)} wide`);
      assert.ok(box.x + box.width <= 400, `${selector} ends at ${String(box.x + box.width)}`);
    }
    // Each says what it is, and its column still has its head for screen readers.
    const label = await page
      .locator('#problems-0 td.prose')
      .last()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    assert.match(label, /原句/u);
    await page.locator('#problems-0').getByRole('columnheader', { name: '原句' }).waitFor();
    await page.close();
  });

  it('is printed across, each page of a table with its head', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const text = (await extractText(pdf)).text.map((each) => each.normalize('NFKC'));
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    assert.ok(width > height, `${String(width)} by ${String(height)}`);
    const withRows = text.filter((each) => /\d{3}\.md/.test(each));
    assert.ok(withRows.length > 2);
    for (const each of withRows) assert.match(each, /文件/, each.slice(0, 200));
    assert.match(text.join('\n'), /R2\.3\s*技术转移与成果转化/, 'what the codes say is on paper');
    await page.close();
  });

  it('shows every row without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    assert.equal(await heads(page).count(), many);
    await context.close();
  });
});
