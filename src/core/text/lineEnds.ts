import { isAddressee } from './addressee';
import { opensAnnexes } from './outline/annexes';
import { isChinese, isClosing, isWordCharacter } from './characters';
import { withoutMarks } from './markdown/marks';
import { isShortLine } from './outline/headings';
import { numberingAt, openingNumberAt } from './outline/numbering';
import { opensEndMatter, signatureIn } from './outline/signature';
import { splitSentences } from './sentences';
import { closesTitle } from './title';

/** Longer lines are no titles and no headings, in characters. */
const longest = 60;
/** No editor breaks lines to fit at more than 120 columns, which are so many characters. */
const widestBroken = 60;
/** Of anything that stands in a line of its own. */
const leastChinese = 3;

/** The first of numbers in circles and the like, which no heading has. */
const firstOfItems = /^[①⑴⒈]/;

/** A date, a number or a state under a title: （2026年4月）, （试行）. */
const inBrackets = /^[（(〔【][^（）()〔〕【】]+[）)〕】]$/;

/**
 * Which line ends of a paragraph of Markdown were meant: official texts pasted without blank lines have title, headings,
 * addressees and signature on lines of their own. A line broken to fit is about as wide as the widest; a numbered one
 * without a mark at its end and not half as wide was ended on purpose, and so was any such line where another is wider
 * than lines are broken to fit, or the next one begins to count.
 */
export class LineEnds {
  private readonly lines: readonly string[];
  private readonly widest: number;
  /** For each line whether it belongs to a signature: offices, and under them a date. */
  private readonly isSigned: readonly boolean[];

  /** @param lines Without white space and marks around them. */
  constructor(lines: readonly string[]) {
    this.lines = lines.map(withoutMarks);
    this.widest = this.lines.reduce((most, line) => Math.max(most, line.length), 0);
    this.isSigned = signed(this.lines);
  }

  /**
   * Whether a line and the next one are two paragraphs.
   *
   * @param isOpened Whether the line begins a paragraph.
   * @param endsSentence Whether it ends a sentence; asked only where that decides.
   */
  part(index: number, isOpened: boolean, endsSentence: () => boolean): boolean {
    const line = this.lines[index] ?? '';
    const next = this.lines[index + 1] ?? '';
    if (opensEndMatter.test(next)) return true;
    if (closesTitle(line) && isAddressee(next)) return true;
    if (this.isSigned[index] !== this.isSigned[index + 1]) return true;
    if (isOpened && (isAddressee(line) || this.isShort(index) || this.isOverList(index))) return true;
    // The last line may be short, however it was broken.
    const opensShort = index + 2 < this.lines.length && this.isShort(index + 1);
    if (opensShort && numberingAt(next, 0, next.length)) return true;
    return (opensAnnexes.test(next) || opensShort || this.isOverList(index + 1)) && endsSentence();
  }

  /** Whether a line is a heading without a number, since what is below it begins to count: 存在问题, 一是……. */
  private isOverList(index: number): boolean {
    const [line = '', next = ''] = this.lines.slice(index, index + 2);
    const isFirst = firstOfItems.test(next) || openingNumberAt(next, 0, next.length)?.value === 1;
    return isFirst && isShortLine(line, splitSentences(line, 0, line.length));
  }

  private isShort(index: number): boolean {
    const line = this.lines[index] ?? '';
    if (line.length > longest || 2 * line.length >= this.widest || /[。；！？]/.test(line)) return false;
    if (inBrackets.test(line)) return this.widest > widestBroken;
    const isNumbered = numberingAt(line, 0, line.length) !== null;
    if (!isNumbered && (this.widest <= widestBroken || line.includes('，'))) return false;
    const last = line.charCodeAt(line.length - 1);
    if (!isWordCharacter(last) && !isClosing(last) && !line.endsWith('》')) return false;
    let count = 0;
    for (let i = 0; i < line.length && count < leastChinese; i++) if (isChinese(line.charCodeAt(i))) count++;
    return count >= leastChinese;
  }
}

function signed(lines: readonly string[]): boolean[] {
  const found = lines.map(() => false);
  for (let i = lines.length - 1; i >= 0; i--) {
    const { office, date } = signatureIn(lines[i] ?? '') ?? { office: '', date: '' };
    found[i] = date !== '' || (office !== '' && found[i + 1] === true);
  }
  return found;
}
