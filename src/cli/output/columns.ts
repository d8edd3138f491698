import stringWidth from 'string-width';
import { unsteering } from '../../core/text/controls';

/** Most UTF-16 units of a text whose width is remembered: cells of tables are short and always the same. */
const longestCell = 4;

/** What stays on one line: a word of Latin letters or one Chinese character, with the marks it must not be parted from. */
const unbroken = /[“‘（《−]*(?:[\x21-\x7e]+ ?|[^])[，。、；：！？”’）》]*/gu;

/** Most widths remembered. */
const mostCells = 10_000;

const widths = new Map<string, number>();

/** Columns a text takes in a terminal; a Chinese character takes two. */
export function widthOf(text: string): number {
  if (text.length > longestCell) return stringWidth(text);
  let width = widths.get(text);
  if (width === undefined) {
    width = stringWidth(text);
    if (widths.size < mostCells) widths.set(text, width);
  }
  return width;
}

/** Characters of a column, with all marks set on one: what is longer does not fit, and to measure it takes long. */
const mostPerColumn = 20;

function fits(text: string, columns: number): boolean {
  return text.length <= columns * mostPerColumn && widthOf(text) <= columns;
}

/** Pads with spaces to a number of columns; longer texts stay whole. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text on one line, cut with … to a number of columns. */
export function clip(text: string, columns: number): string {
  const line = printable(text);
  if (fits(line, columns)) return line;
  let width = 1;
  let cut = '';
  for (const character of line) {
    width += widthOf(character);
    if (width > columns) break;
    cut += character;
  }
  return `${cut}…`;
}

/**
 * Breaks a text over lines of a number of columns; Chinese may break anywhere but before a closing mark or behind an
 * opening one, and a minus sign stays with its number.
 *
 * @param head What stands on the first line already.
 * @param indent What the other lines begin with.
 */
export function wrap(text: string, columns: number, head = '', indent = ''): string[] {
  const words = printable(text);
  // Not word by word: each time the whole line would be measured.
  if (columns === Infinity) return [(head + words).trimEnd()];
  const lines: string[] = [];
  let line = head;
  for (const word of words.match(unbroken) ?? []) {
    if (widthOf(line + word.trimEnd()) > columns && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** The text as it is where it fits, else broken over lines as by {@link wrap}. */
export function fit(text: string, columns: number, head = '', indent = ''): string[] {
  return fits(head + text, columns) ? [head + text] : wrap(text, columns, head, indent);
}

/** The text on one line, cut to a number of columns with … in its middle: names differ in where they begin or end. */
export function clipMiddle(text: string, columns: number): string {
  const line = printable(text);
  if (fits(line, columns)) return line;
  const characters = [...line];
  let left = columns - 1;
  let [head, tail] = [0, characters.length];
  // From both ends in turn, the end first: endings and years stand there.
  for (let atEnd = true; head < tail; atEnd = !atEnd) {
    left -= widthOf(characters[atEnd ? tail - 1 : head] ?? '');
    if (left < 0) break;
    if (atEnd) tail--;
    else head++;
  }
  return `${characters.slice(0, head).join('')}…${characters.slice(tail).join('')}`;
}

/**
 * One line that cannot steer the terminal: line ends and tabs become a space, other control characters (among them
 * the one that begins escape sequences) and lone surrogates U+FFFD.
 */
export function printable(text: string): string {
  return printableLines(text.replace(/\s+/g, ' ')).trim();
}

/** Text of several lines that cannot steer the terminal, as {@link printable}. */
export function printableLines(text: string): string {
  return unsteering(text.toWellFormed(), '\ufffd');
}
