import { formatByPlace, formatChineseNumber } from '../../core/text/outline/chineseNumber';

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const formal = '零壹贰叁肆伍陆柒捌玖';

/**
 * A number in one of Word's formats (ECMA-376 Part 1, §17.18.59 ST_NumberFormat), as far as Chinese documents use
 * them; others are written in Arabic digits.
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return formatChineseNumber(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return formatByPlace(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return formatChineseNumber(value).replace(/[零一二三四五六七八九十百千]/g, (character) =>
        '十百千'.includes(character)
          ? '拾佰仟'.charAt('十百千'.indexOf(character))
          : formal.charAt('零一二三四五六七八九'.indexOf(character)),
      );
    case 'ideographTraditional':
      return cycle(stems, value);
    case 'ideographZodiac':
      return cycle(branches, value);
    case 'ideographZodiacTraditional':
      return cycle(stems, ((value - 1) % 10) + 1) + cycle(branches, ((value - 1) % 12) + 1);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `(${String(value)})`;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(value);
  }
}

function cycle(signs: string, value: number): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}

/** A … Z, AA, BB … as Word repeats letters. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 4) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}
