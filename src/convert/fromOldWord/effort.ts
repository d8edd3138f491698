import type { Bytes } from './bytes';
import { modifiersIn, type Modifier } from './modifiers';

/** Most bytes of properties in all. A thousand pages have some three million; broken files name the same ones again and again. */
const mostBytes = 20_000_000;

/** Reads lists of properties, as long as they are no more than documents have. */
export class Effort {
  private bytes = 0;

  /** @param data The stream with lists that are too long for their page. */
  constructor(private readonly data: Bytes | null) {}

  /**
   * The changes in lists, one after the other.
   *
   * @throws RangeError where there are too many in all.
   */
  modifiers(lists: readonly Bytes[]): Modifier[] {
    return lists.flatMap((list) => this.read(list)).flatMap((modifier) => this.elsewhere(modifier));
  }

  private read(list: Bytes): Modifier[] {
    this.bytes += list.length;
    if (this.bytes > mostBytes) throw new RangeError('too many properties');
    return modifiersIn(list);
  }

  /** A list that stands in another stream, in place of what refers to it ([MS-DOC] 2.6.2, sprmPHugePapx). */
  private elsewhere(modifier: Modifier): readonly Modifier[] {
    if (modifier.code !== 0x6646 && modifier.code !== 0x646b) return [modifier];
    const at = modifier.operand.u32(0);
    if (!this.data || at + 2 > this.data.length) return [];
    return this.read(this.data.part(at + 2, Math.min(this.data.u16(at), this.data.length - at - 2)));
  }
}
