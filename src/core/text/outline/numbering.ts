import {
  formatByPlace,
  formatChineseNumber,
  isByPlace,
  parseChineseNumber,
  plainDigits,
} from './chineseNumber';
import type { Numbering, NumberingScheme } from '../model';

interface Form {
  readonly scheme: NumberingScheme;
  /** Sticky, anchored, every quantifier bounded: linear on any text. Group 1 is the number. */
  readonly pattern: RegExp;
}

const chinese = '[零〇一二两三四五六七八九十百千廿]{1,6}';
const number = `(?:${chinese}|[0-9０-９]{1,4})`;
const forms: readonly Form[] = [
  { scheme: 'part', pattern: new RegExp(`第(${number})(?:编|部分)[\\s\u3000]{0,4}`, 'y') },
  { scheme: 'chapter', pattern: new RegExp(`第(${number})章[\\s\u3000]{0,4}`, 'y') },
  { scheme: 'section', pattern: new RegExp(`第(${number})节[\\s\u3000]{0,4}`, 'y') },
  {
    scheme: 'article',
    // 第3条：…, 第5条建议… and 第3条、第4条… name an item of another list; an article's own words follow at once.
    pattern: new RegExp(
      `第(${number})条(?![：:第]|[、，,和与及至或]第|的?规定|建议|提案|意见|诉求)[\\s\u3000]{0,4}`,
      'y',
    ),
  },
  { scheme: 'chineseParenthesised', pattern: new RegExp(`[（(](${chinese})[）)][\\s\u3000、]{0,4}`, 'y') },
  { scheme: 'chinese', pattern: new RegExp(`(${chinese})[、．.][\\s\u3000]{0,4}`, 'y') },
  { scheme: 'arabicParenthesised', pattern: /[（(]([0-9０-９]{1,3})[）)][\s\u3000、]{0,4}/y },
  { scheme: 'arabic', pattern: /([0-9０-９]{1,3})(?:[、．]|\.(?![0-9０-９]))[\s\u3000]{0,4}/y },
  { scheme: 'ordinal', pattern: /([一二三四五六七八九十]{1,2})是(?!否|个|种|家|次|项)/y },
  { scheme: 'ordinal', pattern: /第([一二三四五六七八九十]{1,2})[，,]/y },
  { scheme: 'ordinal', pattern: /(首先|其次|再次|最后)[，,]/y },
];

const adverbs: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 4 };

/**
 * The numbering label at `start`, if any (GB/T 9704—2012 §7.3.3 for 一、（一）1.（1）).
 *
 * @param end The label must lie before it.
 */
export function numberingAt(text: string, start: number, end: number): Numbering | null {
  const first = text.charCodeAt(start);
  // Cheap refusal: most sentences begin with none of （ ( 第 首 其 再 最, a digit or a Chinese number.
  if (!startsLikeNumber(first)) return null;
  for (const { scheme, pattern } of forms) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (!found || start + found[0].length > end) continue;
    const value = valueOf(found[1] ?? '');
    if (value === null) continue;
    return { scheme, value, label: { start, end: start + found[0].length } };
  }
  return null;
}

/** Behind a number: it is cited, and opens nothing. */
const cited = /^(?:[项款目条]|的?规定|[和与及或至、]|所)/;

/** {@link numberingAt} of a line that begins at `start`; null where the number is cited there. */
export function openingNumberAt(text: string, start: number, end: number): Numbering | null {
  const numbering = numberingAt(text, start, end);
  return numbering && !cited.test(text.slice(numbering.label.end, numbering.label.end + 3))
    ? numbering
    : null;
}

const starters = new Set(
  [...'（(第首其再最零〇一二两三四五六七八九十百千廿０１２３４５６７８９'].map((c) => c.charCodeAt(0)),
);

function startsLikeNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || starters.has(code);
}

function valueOf(text: string): number | null {
  const adverb = adverbs[text];
  if (adverb !== undefined) return adverb;
  if (/^[0-9０-９]+$/.test(text)) return Number(plainDigits(text));
  return parseChineseNumber(text);
}

/**
 * A label like `before`, with another number: the same brackets, width and script.
 * `numberingLabel('chineseParenthesised', 3, '（二）')` is `（三）`.
 */
export function numberingLabel(scheme: NumberingScheme, value: number, before: string): string {
  if (scheme === 'ordinal') return before.replace(/[一二三四五六七八九十]{1,2}/, formatChineseNumber(value));
  const arabic = /[0-9０-９]+/.exec(before);
  if (arabic) {
    const wide = /[０-９]/.test(arabic[0]);
    const digits = wide
      ? String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))
      : String(value);
    return before.replace(arabic[0], digits);
  }
  return before.replace(/[零〇一二两三四五六七八九十百千廿]{1,6}/, (written) =>
    isByPlace(written) ? formatByPlace(value) : formatChineseNumber(value),
  );
}
