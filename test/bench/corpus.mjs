import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';

/** Generates documents in a temporary folder, hands it over, and removes it. */
export async function corpus({ documents, characters }, use) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-lens-corpus-'));
  try {
    execFileSync(
      process.execPath,
      [
        ...['--import', 'tsx', 'test/bench/generate.ts'],
        ...['--documents', String(documents), '--characters', String(characters), '--out', folder],
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
