/**
 * Prints how well the tags agree with people's codes: on the small sample that ships, and on the larger development
 * set where it stands beside the project. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const folders = ['test/gold', '../shared/gold/dev'].filter((folder) => existsSync(join(root, folder)));
for (const folder of folders) {
  console.log(`\n== ${folder}`);
  const { status } = spawnSync(
    process.execPath,
    ['out/cli.js', 'evaluate', '--gold', folder, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
