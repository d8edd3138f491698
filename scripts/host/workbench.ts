/** Opens the extension in a real VS Code in a browser and drives it as a person does, for UI tests and pictures. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../paths.mjs';
import { workbenchAddress } from './address';
import { launchBrowser, openPlainPage } from './browser';
import { startServer, type RunningServer } from './server';
import type { Settings } from './userData';

/** How the workbench shall look. */
export interface WorkbenchOptions {
  readonly settings?: Settings;
  /** `zh-cn` for a Chinese interface. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Folders of extensions besides ours. */
  readonly installed?: readonly string[];
  /** For pictures and measurements; tests need less, which is far cheaper to draw. */
  readonly asPeopleSeeIt?: boolean;
}

/** A running workbench on a copy of the samples. */
export class Workbench {
  private constructor(
    readonly page: Page,
    /** The folder that is open: a copy, thrown away at the end. */
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: RunningServer,
  ) {}

  /** Starts server and browser and opens a copy of the samples. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    // A name as people have them, which no step on the way may garble.
    const folder = join(mkdtempSync(join(tmpdir(), 'policy-lens-workspace-')), '政策 文稿');
    cpSync(join(root, 'samples'), folder, { recursive: true });
    const server = await startServer({
      settings: options.settings ?? {},
      installed: options.installed ?? [],
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    const browser = await launchBrowser();
    const look = {
      viewport: options.viewport ?? { width: 1400, height: 900 },
      locale: options.locale === 'zh-cn' ? 'zh-CN' : 'en-US',
    };
    const page = await (options.asPeopleSeeIt === true
      ? browser.newPage(look)
      : openPlainPage(browser, look));
    // A machine with other work is slow, not wrong.
    page.setDefaultTimeout(60_000);
    return new Workbench(page, folder, browser, server);
  }

  /** Loads the workbench with this file of the folder in the editor. */
  async openFile(name: string): Promise<void> {
    const { page, folder } = this;
    const address = workbenchAddress({
      port: this.server.port,
      folder,
      file: join(folder, name),
      extension: root,
    });
    await page.goto(address);
    await this.editor.waitFor();
  }

  /** The text editor in front. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** A line of the text, as far as it is on the screen. */
  line(text: string): Locator {
    return this.page.locator('.view-line').filter({ hasText: text }).first();
  }

  /** Rows of one of our trees, by what they say. */
  row(text: string | RegExp): Locator {
    return this.page.locator('.sidebar .monaco-list-row').filter({ hasText: text });
  }

  /** The field of the quick input, where commands are typed and choices filtered. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input').first();
  }

  /** Choices of the quick input. */
  choice(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  /** Opens our container in the side bar, if it is not open. */
  async openPanel(): Promise<void> {
    if (await this.page.locator('.sidebar [id="workbench.view.extension.policyLens"]').isVisible()) return;
    const icon = this.page.locator('[class*="activity-workbench-view-extension-policyLens"]').first();
    // The badge lies over the icon.
    await icon.click({ force: true });
  }

  /**
   * Opens the quick input by its key and types into it. It closes again where something else takes the focus just
   * then, such as a page that is done loading: then it is opened anew.
   */
  private async askQuickly(key: string, text: string, choice?: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press(key);
      try {
        await this.quickInput.fill(text, { timeout: 2000 });
        if (choice) await this.choice(choice).waitFor({ timeout: 4000 });
        return;
      } catch (error) {
        if (tries === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Runs a command as the command palette lists it. */
  async runCommand(title: string): Promise<void> {
    await this.askQuickly('F1', `>${title}`, title);
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor at a line and column, both from 1, and the focus into the text. */
  async goTo(line: number, column = 1): Promise<void> {
    // Without a column: VS Code counts two for a Chinese character there.
    await this.askQuickly('Control+G', `:${line}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    for (let step = 1; step < column; step++) await this.page.keyboard.press('ArrowRight');
  }

  /** Line and column, both from 1, of a word in a file of the folder. */
  find(name: string, word: string): { line: number; column: number } {
    const lines = readFileSync(join(this.folder, name), 'utf8').split(/\r?\n/u);
    const index = lines.findIndex((line) => line.includes(word));
    if (index < 0) throw new Error(`${name} has no ${word}`);
    return { line: index + 1, column: (lines[index]?.indexOf(word) ?? 0) + 1 };
  }

  /** Changes user settings while the workbench runs; all others go back to what they are without any. */
  changeSettings(settings: Settings): void {
    this.server.changeSettings(settings);
  }

  /** Keeps a picture of the screen in `out/test`, for whoever looks into a failure. */
  async keepPicture(title: string): Promise<void> {
    const path = join(root, 'out/test', `${title.replace(/[^\p{L}\d]+/gu, '-')}.png`);
    await this.page.screenshot({ path });
    console.log(`      picture: ${path}`);
  }

  /** Ends browser and server and removes the folder. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }
}
