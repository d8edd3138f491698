/** The few assertions the integration tests use; Node's own module is not there in a web worker. */

const show = (value: unknown): string => JSON.stringify(value, null, 1) ?? String(value);

/** Fails unless the condition holds. */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless both have the same JSON. */
export function equal(actual: unknown, expected: unknown, message = 'not equal'): void {
  ok(show(actual) === show(expected), `${message}\n  actual: ${show(actual)}\nexpected: ${show(expected)}`);
}

/** Fails unless the text matches. */
export function match(text: string, pattern: RegExp, message = 'no match'): void {
  ok(pattern.test(text), `${message}: ${String(pattern)} in\n${text}`);
}
