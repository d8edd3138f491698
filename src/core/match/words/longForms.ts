/**
 * Reads a table of short forms.
 *
 * @param table A short form a line, and behind it the words of its long form, a blank before each.
 */
export function longFormsOf(table: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [short = '', ...words] = line.split(' ');
        return [short, words];
      }),
  );
}
