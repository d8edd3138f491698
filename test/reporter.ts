/**
 * Mocha reporter of every suite here, in Node, in both extension hosts and for the UI tests: one line a test, the
 * failures with their stack, and as its last line `N passed, N failed, N skipped`, which `npm test` adds up.
 *
 * Reporter options: `quiet` prints only what failed or was skipped; `prefix` stands before every line, so that the
 * host's launcher can tell the tests' output from VS Code's own log.
 */
export default function Reporter(runner: Mocha.Runner, options?: Mocha.MochaOptions): void {
  const { quiet = false, prefix = '' } = (options?.reporterOptions ?? {}) as {
    quiet?: boolean | string;
    prefix?: string;
  };
  const count = { passed: 0, failed: 0, skipped: 0 };
  const print = (text: string) => {
    for (const line of text.split('\n')) console.log(prefix + line);
  };
  const title = (test: Mocha.Runnable) => test.titlePath().join(' › ');
  runner.on('pass', (test) => {
    count.passed++;
    if (!quiet) print(`  ✓ ${title(test)}${test.speed === 'slow' ? ` (${test.duration} ms)` : ''}`);
  });
  runner.on('pending', (test) => {
    count.skipped++;
    print(`  - ${title(test)} (skipped)`);
  });
  const wrong = (sign: string, test: Mocha.Runnable, error: Error) =>
    print(`  ${sign} ${title(test)}\n${(error.stack ?? String(error)).replace(/^/gmu, '      ')}`);
  runner.on('retry', (test, error: Error) => wrong('↻ once more:', test, error));
  runner.on('fail', (test, error: Error) => {
    count.failed++;
    wrong('✗', test, error);
  });
  runner.on('end', () => {
    print(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  });
}
