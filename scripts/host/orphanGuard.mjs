/**
 * Loaded into processes that must not outlive the one that started them: when that one is gone, for whatever
 * reason, its end of the pipe closes and the process group that we lead, or else this process, ends. Children
 * inherit the flag that loads this file but not the variable, so they only follow.
 */
if (process.env.POLICY_LENS_GUARD === '1') {
  delete process.env.POLICY_LENS_GUARD;
  process.stdin.resume();
  process.stdin.on('close', () => {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      process.exit(1);
    }
  });
  process.stdin.unref?.();
}
