import type { Span } from './model';

/** Most lines looked at for the end of front matter; a rule between paragraphs may open a text, too. */
const mostLines = 50;

/** YAML as it is written for front matter: blank, a comment, an item of a list, or a key with or without a value. */
const yamlLine = /^[ \t]*(?:$|#|-(?:[ \t]|$)|[^\s:#-][^:]*:(?:[ \t]|$))/;

/** Front matter of a plain text with its fences, and what stands between them; null where a text has none. */
export interface FrontMatter {
  readonly whole: Span;
  readonly body: Span;
}

/** In plain text a line of dashes may mean anything, so that every line below it has to look like YAML. */
export function frontMatterAt(text: string): FrontMatter | null {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (open === undefined) return null;
  let at = open;
  for (let lines = 0; lines <= mostLines && at < text.length; lines++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end).replace(/\r$/, '');
    if (/^---[ \t]*$/.test(line))
      return { whole: { start: 0, end }, body: { start: open, end: Math.max(open, at - 1) } };
    if (!yamlLine.test(line)) return null;
    at = end + 1;
  }
  return null;
}
