import type { Span } from './model';

/** Front matter with its fences, and what stands between them. */
export interface FrontMatter {
  /** From the start of the text to the end of the closing fence's line, without that line's end. */
  readonly whole: Span;
  readonly body: Span;
}

/** How far front matter may reach, and what ends it. */
interface Reach {
  readonly mostLines?: number;
  readonly mostCharacters?: number;
  /** The fence below; the one above always is `---`. */
  readonly end: RegExp;
  /** What every line between the fences has to look like. */
  readonly line?: RegExp;
}

const dashes = /^---[ \t]*$/;
const dashesOrDots = /^(?:---|\.\.\.)[ \t]*$/;

/** YAML as it is written for front matter: blank, a comment, an item of a list, or a key with or without a value. */
const yamlLine = /^[ \t]*(?:$|#|-(?:[ \t]|$)|[^\s:#-][^:]*:(?:[ \t]|$))/;

/** Whether a text begins as front matter does, which it may be without an end. */
export function opensFrontMatter(text: string): boolean {
  return openingOf(text) > 0;
}

/** Front matter of Markdown, as its parser sees it: whatever stands between two lines of dashes. */
export function markdownFrontMatter(text: string): FrontMatter | null {
  return between(text, { end: dashes });
}

/**
 * Front matter of plain text, in which a line of dashes may mean anything, also a rule between paragraphs: it is
 * short, and every line in it has to look like YAML.
 */
export function plainFrontMatter(text: string): FrontMatter | null {
  return between(text, { end: dashes, mostLines: 50, line: yamlLine });
}

/** What may hold metadata, in a text of either format: YAML, whose documents may end in dots, too. */
export function yamlFrontMatter(text: string): FrontMatter | null {
  return between(text, { end: dashesOrDots, mostCharacters: 20_000 });
}

/** Where the line that opens front matter ends; 0 where a text does not open with one. */
function openingOf(text: string): number {
  return /^\ufeff*---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
}

function between(
  text: string,
  { mostLines = Infinity, mostCharacters = Infinity, end: fence, line: wanted = /^/ }: Reach,
): FrontMatter | null {
  const open = openingOf(text);
  if (open === 0) return null;
  let at = open;
  for (let lines = 0; lines <= mostLines && at < text.length && at - open <= mostCharacters; lines++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end).replace(/\r$/, '');
    if (fence.test(line))
      return { whole: { start: 0, end }, body: { start: open, end: Math.max(open, at - 1) } };
    if (!wanted.test(line)) return null;
    at = end + 1;
  }
  return null;
}
