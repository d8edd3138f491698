/**
 * What no person writes and what would hold the parser up for seconds or minutes: it is read as text, which is what a
 * reader sees. All of it keeps its length, so that offsets hold.
 */

/** Most quotes and lists that begin on one line: nobody nests more, and the parser takes quadratic time for them. */
const mostNested = 16;

/** Columns from which on no quote and no list begins: sixteen levels of lists, each set in by four. */
const widestNesting = 64;

/** Stands for the first mark that is too deep; what follows on its line is text, then. */
const textMark = '·';

/** The text as the parser is to have it. */
export function withoutFloods(text: string): string {
  // Both end a line for the parser.
  const lines = text.replace(/\r(?!\n)/g, '\n');
  return withoutMarkFloods(
    withoutRuleFloods(withoutLazyFloods(withoutBlankFloods(withoutTurns(withoutDepths(lines))))),
  );
}

/** A line's beginning that may open or go on with quotes and lists. */
const nesting = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*)+/gm;

/** Quotes and lists beyond {@link mostNested} and {@link widestNesting}. */
function withoutDepths(text: string): string {
  return text.replace(nesting, (found, at: number) => {
    if (found.length <= mostNested) return found;
    const deep = firstTooDeep(found);
    return deep < 0 || at + deep >= ruleStart(text, at)
      ? found
      : found.slice(0, deep) + textMark + found.slice(deep + 1);
  });
}

/** Most times that lists go from one depth to another: each time the parser copies all that it has read. */
const mostTurns = 1000;

/** An item that begins with a quote or with another item, up to the mark of that. */
const innerItem = /(?:[-+*]|\d[.)])[ \t]+\d*(?=[^\d \t])/;

/** Items that are set in, and what begins within an item's first line, beyond {@link mostTurns}; the others stay. */
function withoutTurns(text: string): string {
  let turns = 0;
  let before = 0;
  return text.replace(nesting, (found, at: number) => {
    const indent = found.search(/[^ \t]/);
    const item = innerItem.exec(found);
    const inner = item ? item.index + item[0].length : -1;
    const goesIn = inner >= 0 && at + inner < ruleStart(text, at);
    if (indent !== before || goesIn) turns++;
    before = indent;
    if (turns <= mostTurns || (indent === 0 && !goesIn)) return found;
    const mark = indent === 0 ? inner : found.search(/[^\d \t]/);
    return found.slice(0, mark) + textMark + found.slice(mark + 1);
  });
}

/** Where, in a line's beginning, the first mark stands that is too deep: of a number, its point. -1 without one. */
function firstTooDeep(opening: string): number {
  let column = 0;
  let count = 0;
  for (let at = 0; at < opening.length; at++) {
    const character = opening.charAt(at);
    if (/[^\d \t]/.test(character) && (++count > mostNested || column >= widestNesting)) return at;
    column += character === '\t' ? 4 - (column % 4) : 1;
  }
  return -1;
}

/** Where a line drawn of marks (`- - -`) begins that goes on to the end of the line at `from`; its end without one. */
function ruleStart(text: string, from: number): number {
  const rest = text.slice(from).search(/[\r\n]/);
  const end = rest < 0 ? text.length : from + rest;
  let at = end;
  let mark = '';
  let count = 0;
  for (let before = end - 1; before >= from; before--) {
    const character = text.charAt(before);
    if (character === ' ' || character === '\t') continue;
    if (mark === '' && (character === '-' || character === '*')) mark = character;
    if (character !== mark) break;
    count++;
    at = before;
  }
  return count >= 3 ? at : end;
}

/** Blank lines in a row beyond a hundred; the last line end is what follows them. */
const blankFlood = /(\r?\n)((?:[ \t]*\r?\n){100,})/g;

/** Each blank line is asked of every list and quote that is open: many become one. */
function withoutBlankFloods(text: string): string {
  return text.replace(blankFlood, (_, first: string, more: string) => {
    const last = more.endsWith('\r\n') ? 2 : 1;
    return first + more.slice(0, -last).replace(/[\r\n]/g, ' ') + more.slice(-last);
  });
}

/**
 * Most lines that go on with a paragraph in a list or a quote: for each the parser looks through all it has read of
 * the paragraph (measured: 20,000 take eight seconds).
 */
const mostLines = 2000;

/** A line that ends a paragraph: a blank one, a heading, a fence, HTML, a line drawn of marks, a list or a quote. */
const endsParagraph =
  /^[ \t]*(?:$|>|#{1,6}(?:[ \t]|$)|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|`{3}|~{3}|<|[-=*_][-=*_ \t]*$)/;

/** A line with which a list or a quote begins or goes on. */
const opens = /^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$))/;

/** Line ends between too many such lines become blanks, which read the same. */
function withoutLazyFloods(text: string): string {
  if (text.length < mostLines) return text;
  const parts: string[] = [];
  let done = 0;
  let count = 0;
  let isNested = false;
  let isAfterBlank = true;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
    // At the margin after a blank line, nothing goes on.
    isNested = opens.test(line) || (isNested && !(isAfterBlank && /^[^ \t]/.test(line)));
    isAfterBlank = /^[ \t]*$/.test(line);
    count = !isNested || endsParagraph.test(line) ? 0 : count + 1;
    if (count > mostLines) {
      const from = text.charAt(start - 2) === '\r' ? start - 2 : start - 1;
      parts.push(text.slice(done, from), ' '.repeat(start - from));
      done = start;
    }
    if (end < 0) break;
    start = end + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}

/** Most lines drawn under headings or between paragraphs: for each the parser copies all that it has read. */
const mostRules = 300;

function withoutRuleFloods(text: string): string {
  let count = 0;
  return text.replace(/^( {0,3})[-=](?=[-=]*[ \t]*$)/gm, (rule, indent: string) =>
    ++count > mostRules ? indent + textMark : rule,
  );
}

/**
 * Most marks of emphasis in one paragraph: the parser pairs them in quadratic time (measured: 16,000 take a second
 * and a half). No paragraph that people write has so many.
 */
const mostMarks = 2000;

/** Most beginnings of HTML comments and the like that have no end: for each the parser reads on to the paragraph's. */
const mostUnended = 50;

/** Most brackets in one paragraph: nested, they take quadratic time. */
const mostBrackets = 2000;

/** What parts paragraphs: blank lines, and the beginning of a heading, of a list's item and of a table's row. */
const partings = /(\n(?:[ \t]*\r?\n|(?= {0,3}(?:#{1,6}|[-+*]|\d{1,9}[.)])[ \t])|(?= {0,3}\|)))/;

/** Marks that paragraphs may be flooded with, how many they may have, and what is done about more. */
const markFloods: readonly (readonly [mark: RegExp, most: number, without: (part: string) => string])[] = [
  [/[*_~]/g, mostMarks, (part) => part.replace(/[*_~]/g, ' ')],
  [/[[\]]/g, mostBrackets, (part) => part.replace(/[[\]]/g, textMark)],
  // HTML without an end is text anyway.
  [/<[?!]/g, mostUnended, withoutUnended],
];

function withoutMarkFloods(text: string): string {
  const floods = markFloods.filter(([mark, most]) => (text.match(mark)?.length ?? 0) > most);
  if (floods.length === 0) return text;
  return text
    .split(partings)
    .map((whole) =>
      floods.reduce(
        (part, [mark, most, without]) => ((part.match(mark)?.length ?? 0) > most ? without(part) : part),
        whole,
      ),
    )
    .join('');
}

/** How HTML that is no element begins inside of a line, and how it ends. */
const unended: readonly (readonly [start: RegExp, end: string])[] = [
  [/(?<=[^\r\n])<(?=\?)/g, '?>'],
  [/(?<=[^\r\n])<(?=!--)/g, '-->'],
  [/(?<=[^\r\n])<(?=!\[CDATA\[)/g, ']]>'],
  [/(?<=[^\r\n])<(?=![A-Za-z])/g, '>'],
];

function withoutUnended(part: string): string {
  return unended.reduce((text, [start, end]) => {
    const last = text.lastIndexOf(end);
    return text.replace(start, (mark, at: number) => (at > last ? textMark : mark));
  }, part);
}
