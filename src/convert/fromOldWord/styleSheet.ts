import type { Bytes } from './bytes';
import { characterFormat, type CharacterFormat, type Toggle } from './characterFormat';
import { modifiersIn } from './modifiers';
import { paragraphFormat, type ParagraphFormat } from './paragraphFormat';

/** A style of paragraphs or of characters, with what it says itself. */
export interface Style {
  readonly kind: 'paragraph' | 'character';
  readonly name: string;
  /** The number of the style that it is based on. */
  readonly basedOn: number | null;
  readonly paragraph: ParagraphFormat | null;
  readonly characters: CharacterFormat;
}

const none = 0xfff;

/** The styles of a document by their numbers ([MS-DOC] 2.9.271). */
export class StyleSheet {
  constructor(readonly styles: ReadonlyMap<number, Style>) {}

  /** Whether a style turns a property of characters on, itself or by what it is based on. */
  turnsOn(style: number | undefined, toggle: Toggle): boolean {
    const seen = new Set<number>();
    for (let next = style; next !== undefined && !seen.has(next);) {
      seen.add(next);
      const found = this.styles.get(next);
      const own = found?.characters.toggles[toggle];
      if (own === 0 || own === 1) return own === 1;
      next = found?.basedOn ?? undefined;
    }
    return false;
  }
}

/** @throws RangeError where the structure is not whole. */
export function readStyleSheet(structure: Bytes): StyleSheet {
  const styles = new Map<number, Style>();
  const headLength = structure.u16(0);
  const count = structure.u16(2);
  const baseLength = structure.u16(4);
  let at = 2 + headLength;
  for (let index = 0; index < count && at + 2 <= structure.length; index++) {
    const length = structure.u16(at);
    const style = length > 0 ? readStyle(structure.part(at + 2, length), baseLength) : null;
    if (style) styles.set(index, style);
    at += 2 + length;
  }
  return new StyleSheet(styles);
}

function readStyle(bytes: Bytes, baseLength: number): Style | null {
  const kind = bytes.u16(2) & 0xf;
  if (kind !== 1 && kind !== 2) return null;
  const based = bytes.u16(2) >> 4;
  const nameLength = bytes.u16(baseLength);
  const name = bytes.text(baseLength + 2, nameLength);
  const parts = partsOf(bytes, baseLength + 4 + nameLength * 2, bytes.u16(4) & 0xf);
  const [first, second] = parts;
  const words = kind === 1 ? second : first;
  return {
    kind: kind === 1 ? 'paragraph' : 'character',
    name: builtIn(bytes.u16(0) & 0xfff) ?? name,
    basedOn: based === none ? null : based,
    paragraph:
      kind === 1 && first && first.length >= 2
        ? paragraphFormat(first.u16(0), modifiersIn(first.part(2, first.length - 2)))
        : null,
    characters: characterFormat(words ? modifiersIn(words) : []),
  };
}

/** The lists of a style's properties, each of which begins at an even place. */
function partsOf(bytes: Bytes, from: number, count: number): Bytes[] {
  const parts: Bytes[] = [];
  for (let at = from; parts.length < count;) {
    at += at % 2;
    if (at + 2 > bytes.length) break;
    const length = Math.min(bytes.u16(at), bytes.length - at - 2);
    parts.push(bytes.part(at + 2, length));
    at += 2 + length;
  }
  return parts;
}

/** The name of a built-in style, which files may have in the language of the program ([MS-DOC] 2.9.274). */
function builtIn(number: number): string | null {
  if (number >= 1 && number <= 9) return `heading ${String(number)}`;
  if (number >= 19 && number <= 27) return `toc ${String(number - 18)}`;
  return number === 62 ? 'Title' : null;
}
