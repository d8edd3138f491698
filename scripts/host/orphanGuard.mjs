/**
 * Loaded into the VS Code server: when the process that started it is gone, for whatever reason, its end of the
 * pipe closes and the whole process group ends. The server's own children inherit the flag that loads this file
 * but not the variable, so they only follow.
 */
if (process.env.POLICY_LENS_GUARD === '1') {
  delete process.env.POLICY_LENS_GUARD;
  process.stdin.resume();
  process.stdin.on('close', () => {
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
  });
  process.stdin.unref?.();
}
