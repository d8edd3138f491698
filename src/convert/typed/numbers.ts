/** Numbers that authors type at the beginning of a line. */
import type { NumberingScheme } from '../../core/text/model';
import { announcesAnnex } from '../../core/text/outline/annexes';
import { headingAt } from '../../core/text/outline/headings';

/** What is no heading in Word and PDF files, where nobody marked one, is left out. */
const levels: Readonly<Partial<Record<NumberingScheme, 2 | 3 | 4>>> = {
  part: 2,
  chapter: 2,
  section: 3,
  chinese: 2,
  chineseParenthesised: 3,
  arabic: 4,
};

/** Finds headings by their numbers, line after line of one document. */
export class NumberedHeadings {
  private isInAnnexList = false;

  /**
   * The level of a line that is a heading by its number (GB/T 9704—2012 §7.3.3); undefined for others, and for the
   * entries of a list of annexes (§7.3.4).
   */
  levelOf(line: string): 2 | 3 | 4 | undefined {
    const numbering = headingAt(line, [{ start: 0, end: line.length }])?.numbering;
    this.isInAnnexList = announcesAnnex.test(line) || (this.isInAnnexList && numbering?.scheme === 'arabic');
    if (this.isInAnnexList || /[。！？；]/.test(line)) return undefined;
    return numbering ? levels[numbering.scheme] : undefined;
  }
}
