/** Time in tests: it passes at once where something happens later, and is the work's own where it is measured. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';

/** From here on, what waits with `setTimeout` waits for {@link pass}, until {@link goOn}. */
export function stopTime(): void {
  mock.timers.enable({ apis: ['setTimeout'] });
}

/** Lets so many milliseconds go by, and finishes what begins in them. */
export async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await new Promise((resolve) => setImmediate(resolve));
}

/** Gives the test real time again. */
export function goOn(): void {
  mock.timers.reset();
}

/** Does something as if it were another moment. */
export async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ['Date'], now: Date.parse(moment) });
  try {
    return await work();
  } finally {
    mock.timers.reset();
  }
}

/** Does something, and sees that it takes less CPU time than this: what others do on the machine does not count. */
export function within<T>(seconds: number, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const taken = (user + system) / 1e6;
  assert.ok(taken < seconds, `${taken.toFixed(1)} s of CPU, not ${String(seconds)}`);
  return result;
}
