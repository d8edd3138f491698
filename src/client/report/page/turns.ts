/** Milliseconds of work until others get a turn: keystrokes, a click on cancel. */
const turn = 12;

/**
 * Does work that comes in slices and gives the extension host a turn every few milliseconds.
 *
 * @returns What the work returns; undefined where it is no longer wanted.
 */
export async function inTurns<T>(
  slices: Iterator<unknown, T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  let until = Date.now() + turn;
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return undefined;
    until = Date.now() + turn;
  }
}
