import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleDocs } from '../../../scripts/ruleDocs';

const folder = join(import.meta.dirname, '../../../docs/rules');

describe('docs/rules', () => {
  it('is what the rules say (else run npm run docs)', () => {
    const pages = ruleDocs();
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
    for (const [file, text] of pages) assert.equal(readFileSync(join(folder, file), 'utf8'), text, file);
  });
});
