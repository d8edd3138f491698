/** Fields: what Word computes, with the instruction and the result that was last shown ([MS-DOC] 2.8.25). */
import { closesLink, escapeXml, oneRun, opensLink } from '../writeXml';

/** What stands in the text in place of characters, up to where it goes on. */
export interface Replacement {
  readonly xml: string;
  readonly next: number;
}

interface Field {
  readonly begin: number;
  separator: number | null;
}

/** Longer than any address or formula; broken files have fields in fields without end. */
const mostInstruction = 3000;
/** Fields of a form that may have no words of their own. */
const isForm = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i;
const begins = '\x13';
const separates = '\x14';
const ends = '\x15';

/**
 * By their places, what is read for the marks and instructions of fields: of most, only the result; of links, also
 * the address; of what is written one over the other (words with their pronunciation), the words; of forms, what was
 * filled in.
 *
 * @param from The first character of the part of the text, and `to` the one behind its last.
 * @param formAt What the data say that a character in an instruction stands for.
 */
export function readFields(
  text: string,
  from: number,
  to: number,
  formAt: (at: number) => string,
): Map<number, Replacement> {
  const replacements = new Map<number, Replacement>();
  const open: Field[] = [];
  const marks = /\p{Cc}/gu;
  marks.lastIndex = from;
  for (let match = marks.exec(text); match && match.index < to; match = marks.exec(text)) {
    const at = match.index;
    const [mark] = match;
    if (mark < begins || mark > ends) continue;
    // Marks that belong to no field are not shown.
    replacements.set(at, { xml: '', next: at + 1 });
    const field = open.at(-1);
    if (mark === begins) open.push({ begin: at, separator: null });
    else if (mark === separates && field) field.separator ??= at;
    else if (mark === ends && field) {
      open.pop();
      settle(text, field, at, replacements, formAt);
    }
  }
  return replacements;
}

function settle(
  text: string,
  { begin, separator }: Field,
  end: number,
  into: Map<number, Replacement>,
  formAt: (at: number) => string,
): void {
  const whole = text.slice(begin + 1, separator ?? end);
  const instruction = whole.length > mostInstruction ? '' : whole;
  if (/^\s*EMBED\s+Equation/i.test(instruction)) into.set(begin, { xml: '<m:oMath/>', next: end + 1 });
  else if (isForm.test(instruction) && (separator ?? end - 1) === end - 1) {
    const data = instruction.indexOf('\x01');
    into.set(begin, { xml: data < 0 ? '' : formAt(begin + 1 + data), next: end + 1 });
  } else if (separator === null) into.set(begin, { xml: withoutResult(instruction), next: end + 1 });
  else {
    const target = targetOf(instruction);
    into.set(begin, { xml: target === null ? '' : opensLink(target), next: separator + 1 });
    if (target !== null) into.set(end, { xml: closesLink, next: end + 1 });
  }
}

/** Where a link leads, without what is said of it or of its window (`\o "…" \t "_blank"`); null for other fields. */
function targetOf(instruction: string): string | null {
  const link = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?/i.exec(instruction);
  const address = link?.[1] ?? link?.[2] ?? '';
  if (address !== '') return `"${address}"`;
  const place = link && /\\l\s+"([^"]+)"/i.exec(instruction)?.[1];
  return place ? `\\l "${place}"` : null;
}

/** Words over one another are in the instruction: the last ones are those that stand in the line (`\o\ad(…,翼)`). */
function withoutResult(instruction: string): string {
  if (!/^\s*EQ\b/i.test(instruction)) return '';
  const base = /\\o\s*(?:\\a[clrd]\s*)?\(.*[,;，；]([^,;，；]+)\)\s*$/is.exec(instruction)?.[1]?.trim();
  return base === undefined
    ? '<m:oMath/>'
    : oneRun(`<w:t xml:space="preserve">${escapeXml(base.replace(/[()\\]/g, ''))}</w:t>`);
}
