import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * The script of a package's program, to be run by Node: what npm puts into `node_modules/.bin` is a batch file on
 * Windows, which only a shell runs, and that one reads blanks and brackets in its own way.
 */
export function programOf(name, program = name.split('/').at(-1)) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}
