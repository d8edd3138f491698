/**
 * The page after GB/T 9704—2012 §5 and §7: measures in twips (1/1440 inch) unless said otherwise. Lines and characters
 * have their places by exact heights and gaps rather than by Word's grid, which programs read differently: LibreOffice
 * gives a title two lines of it, and figures a whole cell.
 */

const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

const size = { width: millimetres(210), height: millimetres(297) };

/** The text has 156 by 225 mm: what is left of the page on the right and below. */
const margin = {
  top: millimetres(37),
  left: millimetres(28),
  right: millimetres(210 - 28 - 156),
  bottom: millimetres(297 - 37 - 225),
  /** The page number's line ends here; its dashes lie 7 mm under the text. */
  footer: millimetres(25.5),
};

const linesOnPage = 22;
const charactersInLine = 28;

const textWidth = size.width - margin.left - margin.right;
const lineHeight = Math.floor((size.height - margin.top - margin.bottom) / linesOnPage);

/** Sizes in half points, as Word counts them: 2号, 3号, 4号, 小四, 小五. */
export const fontSize = { second: 44, third: 32, fourth: 28, table: 24, footnote: 18 } as const;

export const page = {
  size,
  margin,
  textWidth,
  lineHeight,
  /** What a character may take of the line, with the gap behind it. */
  characterWidth: textWidth / charactersInLine,
  /** The gap behind each; a negative one, for 28 characters of 3号 are wider than the text. */
  characterSpacing: Math.floor(textWidth / charactersInLine - fontSize.third * 10),
} as const;
