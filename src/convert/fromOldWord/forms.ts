/** What was filled into the fields of a form, as far as it stands in their data only ([MS-DOC] 2.9.78). */
import { escapeXml, oneRun } from '../writeXml';
import type { Bytes } from './bytes';

const box = 1;
const list = 2;
/** What stands for a choice that was never made: the one that the author of the form gave. */
const unchosen = 25;
/** Texts in front of the list: format, help, status, macros for entering and leaving. */
const textsBetween = 5;

/**
 * A box to tick as WordprocessingML has it, or the words that were chosen in a list; of other fields nothing.
 *
 * @param at Where the data of the field begin.
 * @throws RangeError where they are not whole.
 */
export function formXml(data: Bytes, at: number): string {
  const head = data.u16(at + 4);
  const form = data.part(at + head, data.u32(at) - head);
  if (form.u32(0) !== 0xffffffff) return '';
  const bits = form.u16(4);
  const kind = bits & 3;
  if (kind !== box && kind !== list) return '';
  let next = behindText(form, 10);
  const own = (bits >> 2) & 31;
  const chosen = own === unchosen ? form.u16(next) : own;
  if (kind === box) return boxXml(chosen === 1);
  next += 2;
  for (let skipped = 0; skipped < textsBetween; skipped++) next = behindText(form, next);
  return chosen < form.u16(next + 2) ? entryXml(form, next + 6, chosen) : '';
}

/** Texts have their length in front of them and a zero behind. */
function behindText(form: Bytes, at: number): number {
  return at + 4 + form.u16(at) * 2;
}

function entryXml(form: Bytes, first: number, chosen: number): string {
  let at = first;
  for (let index = 0; index < chosen; index++) at += 2 + form.u16(at) * 2;
  return oneRun(`<w:t xml:space="preserve">${escapeXml(form.text(at + 2, form.u16(at)))}</w:t>`);
}

function boxXml(isTicked: boolean): string {
  const data = `<w:ffData><w:checkBox><w:default w:val="${isTicked ? '1' : '0'}"/></w:checkBox></w:ffData>`;
  return (
    oneRun(`<w:fldChar w:fldCharType="begin">${data}</w:fldChar>`) +
    oneRun('<w:instrText>FORMCHECKBOX</w:instrText>') +
    oneRun('<w:fldChar w:fldCharType="end"/>')
  );
}
