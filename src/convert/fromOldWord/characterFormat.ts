import type { Bytes } from './bytes';
import type { Modifier } from './modifiers';

/** Properties that may be on, off, as the style has it (`0x80`), or the contrary of that (`0x81`). */
export const toggles = {
  bold: 0x0835,
  italic: 0x0836,
  strike: 0x0837,
  caps: 0x083b,
  hidden: 0x083c,
} as const;

export type Toggle = keyof typeof toggles;

/** What stands at characters themselves, beside what their styles say; undefined where it is not said. */
export interface CharacterFormat {
  readonly toggles: Readonly<Partial<Record<Toggle, number>>>;
  readonly style?: number;
  readonly vertical?: 'superscript' | 'subscript' | undefined;
  readonly isInserted?: boolean;
  readonly isDeleted?: boolean;
  /** A sign of a font of signs, in place of the character: the font's number and the sign's. */
  readonly symbol?: readonly [font: number, sign: number];
  /** The number of the font of signs, should the characters be such. */
  readonly font?: number;
  /** Where in the stream of data the picture stands that a character is in place of. */
  readonly picture?: number;
  /** What the character is in place of is what was filled into a form, not a picture. */
  readonly isFormData?: boolean;
}

const toggleNames = new Map<number, Toggle>(
  Object.entries(toggles).map(([name, code]) => [code, name as Toggle]),
);

/** @param modifiers One after the other; the later ones win. */
export function characterFormat(modifiers: readonly Modifier[]): CharacterFormat {
  let format: CharacterFormat = { toggles: {} };
  for (const { code, operand } of modifiers) {
    const toggle = toggleNames.get(code);
    if (toggle) format = { ...format, toggles: { ...format.toggles, [toggle]: operand.u8(0) } };
    else format = { ...format, ...changed(code, operand, format) };
  }
  return format;
}

function changed(code: number, operand: Bytes, format: CharacterFormat): Partial<CharacterFormat> {
  switch (code) {
    case 0x0800:
      return { isDeleted: operand.u8(0) !== 0 };
    case 0x0801:
      return { isInserted: operand.u8(0) !== 0 };
    case 0x0806:
      return { isFormData: operand.u8(0) !== 0 };
    case 0x4a4f:
      return { font: operand.u16(0) };
    case 0x6a03:
      return { picture: operand.u32(0) };
    case 0x2a33:
      return { toggles: {}, vertical: undefined };
    case 0x2a48: {
      const vertical = ([undefined, 'superscript', 'subscript'] as const)[operand.u8(0)];
      return { vertical };
    }
    case 0x4a30:
      return { style: operand.u16(0) };
    case 0x6a09:
      return { symbol: [operand.u16(0), operand.u16(2)] };
    default:
      return format;
  }
}
