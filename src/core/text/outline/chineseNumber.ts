const digits = '零一二三四五六七八九';

/** Digits by their place, as in 一〇 for 十 and 一〇五 for 一百零五 (GB/T 15835—2011). */
const byPlace = /^[零〇一二两三四五六七八九]{2,}$/;

/**
 * The value of 一 … 九千九百九十九 (also 〇, 两, 廿), or of digits one after the other; null when the text is no such
 * number.
 */
export function parseChineseNumber(text: string): number | null {
  if (isByPlace(text)) return Number([...text].map(digitOf).join(''));
  let total = 0;
  let current = 0;
  let seen = false;
  for (const character of text) {
    const unit = '十百千'.indexOf(character);
    if (unit >= 0) {
      total += (current || 1) * 10 ** (unit + 1);
      current = 0;
    } else if (character === '廿') {
      total += 20;
    } else {
      const digit = digitOf(character);
      if (digit < 0) return null;
      current = digit;
    }
    seen = true;
  }
  return seen ? total + current : null;
}

/** Full-width digits as those of ASCII. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** The value of a Chinese digit; -1 for what is none. */
export function digitOf(character: string): number {
  return character === '〇' ? 0 : character === '两' ? 2 : digits.indexOf(character);
}

/** 1 → 一, 12 → 十二, 105 → 一百零五. Values outside 1–9999 are written in Arabic digits. */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  let text = '';
  let skipped = false;
  for (const [power, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += '零';
    skipped = false;
    text += `${digits[digit] ?? ''}${unit}`;
  }
  return text.replace(/^一十/, '十');
}

/** Whether a number is written digit by digit; a single digit is not known to be. */
export function isByPlace(text: string): boolean {
  return byPlace.test(text);
}

/** 10 → 一〇, 105 → 一〇五: digit by digit. */
export function formatByPlace(value: number): string {
  return String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : (digits[Number(digit)] ?? '')));
}
