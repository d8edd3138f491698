/** Preloaded into a measured process: writes its CPU time and memory to file descriptor 3 when it ends. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    try {
      writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, memory: maxRSS / 1024 }));
    } catch {
      // Nobody listens: the process is not being measured.
    }
  });
