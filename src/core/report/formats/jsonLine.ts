/**
 * JSON for a file of lines. Readers of lines end one at more than `\n` (Python's `splitlines`, some editors), and texts
 * from Word and PDF hold such characters: they are escaped, as JSON escapes the others.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
