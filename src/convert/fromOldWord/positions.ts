import type { Bytes } from './bytes';

/** Places in a text, each but the last with something said of it ([MS-DOC] 2.2.2). */
export interface Positions {
  readonly places: readonly number[];
  /** What is said of the place of an index. */
  data(index: number): Bytes;
}

/** @param size Bytes that are said of each place. */
export function readPositions(structure: Bytes, size: number): Positions {
  const count = Math.max(0, Math.floor((structure.length - 4) / (4 + size)));
  const places: number[] = [];
  for (let index = 0; structure.length >= 4 && index <= count; index++) places.push(structure.u32(index * 4));
  return { places, data: (index) => structure.part((count + 1) * 4 + index * size, size) };
}
