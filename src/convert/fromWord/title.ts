import { isAddressee } from '../../core/text/addressee';
import { closesTitle, isTitleLine } from '../../core/text/title';
import { unspaced } from '../../core/text/unspaced';

/** A paragraph as far as titles are told by it. */
export interface TitleLine {
  /** Without the blanks around it. */
  readonly text: string;
  readonly isCentred: boolean;
  /** A table stands between the line and the one before. */
  readonly isBehindTable: boolean;
}

/** Paragraphs that make one title: the first, and the one behind the last. */
export interface TitleLines {
  readonly start: number;
  readonly end: number;
}

/** A title has its issuer, its subject and its kind on no more lines. */
const mostLines = 5;
/** What stands above a title on its page: the number of the copy, secrecy, urgency, the office, the document's number. */
const mostAbove = 25;

/** Of the head of a page: 某市人民政府文件, 某政发〔2026〕1号. */
const ofHead = /文件$|〔\d{4}〕|^第?\d+[号期]|^[（(]/;
const saysSubject = /关于|印发/;

/**
 * The titles in a document whose author marked none: its own, and those of papers that it says it comes with
 * (现将《……》印发给你们). All their lines stand in the middle, one below the other; the last one says the kind.
 */
export function titlesIn(lines: readonly TitleLine[]): TitleLines[] {
  const titles: TitleLines[] = [];
  const quoted = new Set<string>();
  let isFront = true;
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (/。/.test(text) || isAddressee(text) || at > mostAbove) isFront = false;
    for (const [, name = ''] of text.matchAll(/《([^《》]{8,120})》/g)) quoted.add(unspaced(name));
    const end = titleEnd(lines, at, (title) =>
      isFront && titles.length === 0 ? true : isQuoted(unspaced(title), quoted),
    );
    if (end === null) continue;
    titles.push({ start: at, end });
    at = end - 1;
  }
  return titles;
}

/** Behind the last line of the title that begins with a line; null where none does. */
function titleEnd(
  lines: readonly TitleLine[],
  start: number,
  isKnown: (title: string) => boolean,
): number | null {
  let title = '';
  for (let at = start; at < start + mostLines; at++) {
    const line = lines[at];
    if (at > start && line?.isBehindTable) return null;
    if (!line?.isCentred || !isTitleLine(line.text) || ofHead.test(line.text)) return null;
    title += line.text;
    if (!closesTitle(line.text)) continue;
    const isWhole = at === start || saysSubject.test(title);
    return isWhole && isKnown(title) ? at + 1 : null;
  }
  return null;
}

/** In the text a name may begin with the office that gives it out, which the title lacks. */
function isQuoted(title: string, quoted: ReadonlySet<string>): boolean {
  return title.length > 7 && (quoted.has(title) || [...quoted].some((name) => name.endsWith(title)));
}
