/** Runs work that is done in slices to its end at once, for callers that give nobody a turn. */
export function drain<T>(slices: Generator<void, T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}
