/** Writes docs/rules from the rules; `test/unit/rules/docs.test.ts` fails when they are stale. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleDocs } from './ruleDocs';

const folder = join(process.cwd(), 'docs/rules');
mkdirSync(folder, { recursive: true });
const pages = ruleDocs();
for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
for (const [file, text] of pages) writeFileSync(join(folder, file), text);
