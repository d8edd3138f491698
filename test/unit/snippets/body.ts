/** One tab stop of a snippet: its number and the text it starts with (the first choice of a choice). */
interface TabStop {
  readonly number: number;
  readonly text: string;
}

/** A parsed snippet body: what is inserted before anything is filled in, and its tab stops. */
interface SnippetBody {
  readonly text: string;
  readonly stops: readonly TabStop[];
}

/** What the editor puts for `${CURRENT_YEAR}`. */
export const currentYear = '2031';

/**
 * Reads the part of VS Code's snippet grammar that ours use: `$1`, `${1}`, `${1:text}`, `${1|a,b|}`, `${CURRENT_YEAR}`.
 * @throws Error when a `$` opens none of these, or a brace is left open.
 */
export function parseBody(body: string): SnippetBody {
  const stop = /\$(?:(\d+)|\{(\d+)(?::([^{}$]*)|\|([^{}$|]+)\|)?\})/gu;
  const stops: TabStop[] = [];
  const texts = new Map<number, string>();
  const text = body
    .replaceAll('${CURRENT_YEAR}', currentYear)
    .replace(stop, (_whole, bare?: string, number?: string, words?: string, choice?: string) => {
      const index = Number(bare ?? number);
      const given = words ?? choice?.split(',')[0];
      if (given !== undefined) texts.set(index, given);
      const value = texts.get(index) ?? '';
      stops.push({ number: index, text: value });
      return value;
    });
  if (/[$}]|\{(?!\})/u.test(text)) throw new Error(`not a snippet: ${text}`);
  return { text, stops };
}
