import type { Bytes } from './bytes';

/** A change of one property; what it changes it to depends on the code ([MS-DOC] 2.2.5, 2.6). */
export interface Modifier {
  readonly code: number;
  readonly operand: Bytes;
}

const defineTable = 0xd608;
const changeTabs = 0xc615;

/** The changes in a list, in their order. A list that was cut off ends with the last whole one. */
export function modifiersIn(list: Bytes): Modifier[] {
  const found: Modifier[] = [];
  for (let at = 0; at + 2 < list.length;) {
    const code = list.u16(at);
    const from = at + 2;
    const [start, length] = extentOf(code, list, from);
    if (length < 0 || from + start + length > list.length) break;
    found.push({ code, operand: list.part(from + start, length) });
    at = from + start + length;
  }
  return found;
}

/** Where the operand begins behind the code, and how long it is. */
function extentOf(code: number, list: Bytes, from: number): readonly [start: number, length: number] {
  switch (code >> 13) {
    case 0:
    case 1:
      return [0, 1];
    case 3:
      return [0, 4];
    case 7:
      return [0, 3];
    case 6:
      if (code === defineTable) return from + 2 <= list.length ? [2, list.u16(from) - 1] : [0, -1];
      if (code === changeTabs && list.u8(from) === 255) return [1, tabsLength(list, from + 1)];
      return [1, list.u8(from)];
    default:
      return [0, 2];
  }
}

/** What does not fit into one byte is counted: tabulators taken away, and those added. */
function tabsLength(list: Bytes, from: number): number {
  if (from >= list.length) return -1;
  const taken = 1 + list.u8(from) * 4;
  if (from + taken >= list.length) return -1;
  return taken + 1 + list.u8(from + taken) * 3;
}
