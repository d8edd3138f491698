/** Whose code the bundles hold: names, versions and licences, as those licences ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ name: string; version: string; licence: string; text: string }} Notice */

const modules = join(root, 'node_modules');

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Packages under the MIT licence that come without its text. */
const holders = {
  format: 'Copyright 2010 - 2014 Sami Samhuri sami@samhuri.net',
  isarray: 'Copyright (c) 2013 Julian Gruber <julian@juliangruber.com>',
};

/** What packages hold of others, whose licence they do not bring along. */
const within = {
  unpdf: () => ({
    name: 'PDF.js',
    version: 'as built into unpdf',
    licence: 'Apache-2.0',
    // The compiler's licence is the same text.
    text: `Copyright Mozilla Foundation\n\n${readFileSync(join(modules, 'typescript/LICENSE.txt'), 'utf8').trim()}`,
  }),
  'jieba-wasm': () => ({
    name: 'jieba-rs, with the dictionary of jieba',
    version: 'as built into jieba-wasm',
    licence: 'MIT',
    text: `Copyright (c) 2018 messense\nCopyright (c) 2013 Sun Junyi\n\n${mit}`,
  }),
};

/**
 * The text that is shipped beside the bundles.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export function noticesOf(metafiles) {
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const notices = packagesOf(metafiles).flatMap((folder) => noticesIn(folder));
  const distinct = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  const list = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'Policy Lens holds code of the projects named here, under the licences that follow.',
    ...list.map(([title, { licence, text }]) => `${title}\nLicence: ${licence}\n\n${text}`),
  ]
    .join(rule)
    .concat('\n');
}

/** Folders of the packages that gave a file to a bundle. */
function packagesOf(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0] ?? [])
      .map((folder) => resolve(root, folder)),
  );
  // The check of taxonomies is generated before, with functions of its generator.
  return [...folders, join(modules, 'ajv')];
}

/** @returns {Notice[]} */
function noticesIn(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = license ?? licenses?.map(({ type }) => type).join(' / ');
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]e|copying|notice|third-?party-?notices)/iu.test(file),
  );
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && name in holders) texts.push(`${holders[name]}\n\n${mit}`);
  if (texts.length === 0 || !licence) throw new Error(`${name} ${version} comes without a licence.`);
  const own = { name, version, licence, text: texts.join('\n\n').replaceAll('\r\n', '\n') };
  return name in within ? [own, within[name]()] : [own];
}
