import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { outputFormats, reportsByName } from '../../../src/cli/formats';
import { reportFormats } from '../../../src/core/report';

/** The names in the first column of each table with this head. */
function firstColumns(file: string, head: RegExp): string[][] {
  const [, ...tables] = readFileSync(file, 'utf8').split(head);
  return tables.map((table) => {
    const rows = /^\n(?:\|.*\n)+/u.exec(table)?.[0] ?? '';
    return [...rows.matchAll(/^\| ([^|]+) \|/gmu)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w-]+)`/gu)].map(([, name = '']) => name),
    );
  });
}

describe('formats', () => {
  it('are all told in docs/cli.md, in both languages', () => {
    const tables = firstColumns('docs/cli.md', /^\| `--format` \|.*$/mu);
    assert.equal(tables.length, 2);
    for (const names of tables) assert.deepEqual(names, outputFormats);
  });

  it('are all told in docs/exports.md by the name that the code has for them', () => {
    const [names = []] = firstColumns('docs/exports.md', /^\| 格式 \|.*$/mu);
    assert.deepEqual(names, reportFormats);
  });

  it('have names that help shows, and the code’s own', () => {
    for (const name of outputFormats.slice(2)) assert.ok(reportsByName.has(name), name);
    for (const format of reportFormats)
      if (format !== 'json') assert.equal(reportsByName.get(format), format);
  });
});
