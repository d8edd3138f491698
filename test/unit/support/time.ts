/** Time that passes at once, so that a test of what happens later need not wait for it. */
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
