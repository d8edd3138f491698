/** Pages of 512 bytes that say which properties the characters between two places of a file have. */
import { countWhile } from '../../core/bisect';
import { Bytes } from './bytes';

/** Properties of the bytes from one place of the stream up to another. */
export interface Formatted {
  readonly from: number;
  readonly to: number;
  /** Of a paragraph; 0 for characters. */
  readonly style: number;
  readonly changes: Bytes;
}

const pageSize = 512;
const nothing = new Bytes(new Uint8Array(0));
type ReadEntry = (page: Bytes, at: number) => Pick<Formatted, 'style' | 'changes'>;

/** @param structure The list of pages ([MS-DOC] 2.8.6). */
export function paragraphPages(stream: Bytes, structure: Bytes): FormattedPlaces {
  return readPages(stream, structure, 13, (page, at) => {
    const short = page.u8(at);
    const [start, length] = short === 0 ? [at + 2, page.u8(at + 1) * 2] : [at + 1, short * 2 - 1];
    if (length < 2) return { style: 0, changes: nothing };
    return { style: page.u16(start), changes: page.part(start + 2, length - 2) };
  });
}

/** @param structure The list of pages ([MS-DOC] 2.8.5). */
export function characterPages(stream: Bytes, structure: Bytes): FormattedPlaces {
  return readPages(stream, structure, 1, (page, at) => ({
    style: 0,
    changes: page.part(at + 1, page.u8(at)),
  }));
}

/** What is formatted, found by its place in the stream. */
export class FormattedPlaces {
  constructor(
    private readonly sorted: readonly Formatted[],
    /** Pages and entries that could not be read. */
    readonly broken: number,
  ) {}

  /** What holds at a place; null where nothing is said of it. */
  at(place: number): Formatted | null {
    const found = this.sorted[this.behind(place) - 1];
    return found && found.to > place ? found : null;
  }

  /** The next place, up to a limit, at which something else may hold. */
  nextChange(place: number, limit: number): number {
    const index = this.behind(place);
    const own = this.sorted[index - 1];
    const end = own && own.to > place ? own.to : (this.sorted[index]?.from ?? limit);
    return Math.min(Math.max(end, place + 1), limit);
  }

  /** The number of entries that begin at a place or before it. */
  private behind(place: number): number {
    return countWhile(this.sorted, ({ from }) => from <= place);
  }
}

function readPages(stream: Bytes, structure: Bytes, entrySize: number, read: ReadEntry): FormattedPlaces {
  const count = Math.max(0, Math.floor((structure.length - 4) / 8));
  // Once each: a broken list may name one page a million times.
  const numbers = new Set<number>();
  for (let index = 0; index < count; index++)
    numbers.add(structure.u32((count + 1) * 4 + index * 4) & 0x3fffff);
  const found: Formatted[] = [];
  let broken = 0;
  for (const number of numbers) {
    if ((number + 1) * pageSize > stream.length) broken++;
    else broken += readPage(stream.part(number * pageSize, pageSize), entrySize, read, found);
  }
  return new FormattedPlaces(
    found.sort((a, b) => a.from - b.from),
    broken,
  );
}

/** @returns How many entries could not be read. */
function readPage(page: Bytes, entrySize: number, read: ReadEntry, into: Formatted[]): number {
  const count = page.u8(pageSize - 1);
  let broken = 0;
  for (let index = 0; index < count; index++)
    try {
      const offset = page.u8((count + 1) * 4 + index * entrySize) * 2;
      const said = offset === 0 ? { style: 0, changes: nothing } : read(page, offset);
      into.push({ from: page.u32(index * 4), to: page.u32(index * 4 + 4), ...said });
    } catch {
      broken++;
    }
  return broken;
}
