import { FootnoteReferenceRun, Paragraph, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { withoutControls } from '../../core/text/controls';
import type { HeadingLevel, Paragraph as LaidOut, Role, Run } from './model';
import { page } from './page';
import { sliceRuns, textOf } from './runs';
import { headingFont, styleOf } from './styles';

/** In them nothing is set off: their font says what they are. */
const uniform: ReadonlySet<Role> = new Set([
  'title',
  'chapter',
  'section',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'annexMark',
]);

/** A paragraph in the words of the library. */
export function paragraphOf(paragraph: LaidOut): Paragraph {
  const { role, runs, runIn, opensPage, isApart, isApartBehind, keepsNext, isSetOff, indent } = paragraph;
  const twips = (characters: number): number => Math.round(characters * page.characterWidth);
  return new Paragraph({
    style: styleOf[role],
    // Every page has its 22 lines, also where one of a paragraph stands alone there.
    widowControl: false,
    children: runIn
      ? withHeading(runs, runIn)
      : childrenOf(uniform.has(role) ? withoutBold(runs) : runs, isSetOff ? { bold: true } : {}),
    ...(keepsNext ? { keepNext: true } : {}),
    ...(opensPage ? { pageBreakBefore: true } : {}),
    ...(isApart || isApartBehind
      ? {
          spacing: {
            ...(isApart ? { before: page.lineHeight } : {}),
            ...(isApartBehind ? { after: page.lineHeight } : {}),
          },
        }
      : {}),
    ...(indent
      ? {
          indent: {
            left: twips(indent.left ?? 0),
            hanging: twips(indent.hanging ?? 0),
            right: twips(indent.right ?? 0),
          },
        }
      : {}),
  });
}

/** The same for other places: cells and footnotes. */
export function childrenOf(runs: readonly Run[], dress: Partial<IRunOptions> = {}): ParagraphChild[] {
  return runs.flatMap(({ text, bold, italic, strike, footnote }): ParagraphChild[] => {
    if (footnote !== undefined) return [new FootnoteReferenceRun(footnote)];
    const options = {
      ...dress,
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(strike ? { strike } : {}),
    };
    return withoutControls(text)
      .split('\n')
      .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 ? { break: 1 } : {}) }));
  });
}

/** A heading and the text behind it in one paragraph. */
function withHeading(
  runs: readonly Run[],
  { length, level }: { readonly length: number; readonly level: HeadingLevel },
): ParagraphChild[] {
  return [
    ...childrenOf(withoutBold(sliceRuns(runs, 0, length)), { font: headingFont(level) }),
    ...childrenOf(sliceRuns(runs, length, textOf(runs).length)),
  ];
}

function withoutBold(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, bold: false, italic: false }));
}
