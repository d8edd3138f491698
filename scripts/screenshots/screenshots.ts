/**
 * `npm run check:screenshots [-- THEME …]`: pictures of the product for the documentation, in the four kinds of theme, with a Chinese
 * interface. Light ones go to `docs/images`, the others to `docs/images/themes`. Needs a Chinese font.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Workbench } from '../host/workbench';
import { root } from '../paths.mjs';
import { scenes, type Scene } from './scenes';

/** Theme, the class it gives the workbench, and where its pictures go. */
const themes = {
  light: { name: 'Light 2026', mark: 'vs', folder: 'docs/images', suffix: '.png' },
  dark: { name: 'Dark 2026', mark: 'vs-dark', folder: 'docs/images/themes', suffix: '-dark.jpg' },
  'hc-black': {
    name: 'Default High Contrast',
    mark: 'hc-black',
    folder: 'docs/images/themes',
    suffix: '-hc-black.jpg',
  },
  'hc-light': {
    name: 'Default High Contrast Light',
    mark: 'hc-light',
    folder: 'docs/images/themes',
    suffix: '-hc-light.jpg',
  },
} as const;

type Theme = (typeof themes)[keyof typeof themes];

/** A still picture: the editor beside the text, nothing that blinks. */
const still = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'window.title': '${rootName}',
};

function requireChineseFont(): void {
  if (process.platform !== 'linux') return;
  let fonts = '';
  try {
    fonts = execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  } catch {
    // No fontconfig: no fonts that it would list.
  }
  if (fonts.trim() !== '') return;
  console.error('No font has Chinese characters. Debian: apt-get install fonts-noto-cjk');
  process.exit(1);
}

/** Takes pictures until two in a row are the same. */
async function settled(workbench: Workbench, type: 'png' | 'jpeg'): Promise<Buffer> {
  const options = type === 'png' ? { type } : { type, quality: 82 };
  let last = await workbench.page.screenshot(options);
  for (let tries = 0; tries < 20; tries++) {
    await workbench.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
    const next = await workbench.page.screenshot(options);
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

async function pictureOf(scene: Scene, workbench: Workbench, { mark, suffix }: Theme): Promise<Buffer> {
  for (let tries = 0; tries < 3; tries++) {
    const subject = await scene(workbench);
    await subject.waitFor();
    await workbench.page.locator(`.monaco-workbench.${mark}`).first().waitFor();
    const picture = await settled(workbench, suffix.endsWith('.png') ? 'png' : 'jpeg');
    if (await subject.isVisible()) return picture;
  }
  throw new Error('What the picture is about was gone three times before it was taken.');
}

async function main(): Promise<void> {
  requireChineseFont();
  const wanted = process.argv.slice(2);
  for (const [id, theme] of Object.entries(themes)) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const workbench = await Workbench.open({
      asPeopleSeeIt: true,
      locale: 'zh-cn',
      viewport: { width: 1240, height: 780 },
      settings: { ...still, 'workbench.colorTheme': theme.name },
    });
    try {
      for (const [name, scene] of Object.entries(scenes)) {
        const picture = await pictureOf(scene, workbench, theme);
        const path = join(root, theme.folder, `${name}${theme.suffix}`);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, picture);
        console.log(path);
      }
    } finally {
      await workbench.close();
    }
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
