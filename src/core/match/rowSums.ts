import binary from '../../generated/rowSums.json';

/** Most rows added at once: 256 bytes of at most 127 fit into the 16 bits of a lane. */
const mostAtOnce = 256;
/** Bytes that are added at once. */
const lanes = 16;
const page = 65_536;

/** Adds up rows of a table of signed bytes. */
export interface RowSums {
  /** The table as it is held: a copy of the one given where vectors need theirs, so that nobody has to keep two. */
  readonly rows: Int8Array;
  /**
   * @param numbers Row numbers at 0, `step`, 2 × `step` …; a row may come more than once.
   * @param sums As long as a row; is added to.
   */
  add(numbers: ArrayLike<number>, step: number, sums: Int32Array): void;
}

/** Sums by the processor's vector instructions where they are to be had, else one by one. The sums are the same. */
export function rowSums(rows: Int8Array, width: number): RowSums {
  return vectorSums(rows, width) ?? plainSums(rows, width);
}

/** The same one by one: where there are no vectors, and to compare with. */
export function plainSums(rows: Int8Array, width: number): RowSums {
  return {
    rows,
    add: (numbers, step, sums) => {
      for (let i = 0; i < numbers.length; i += step) {
        const at = (numbers[i] as number) * width;
        for (let k = 0; k < width; k++) sums[k]! += rows[at + k] as number;
      }
    },
  };
}

type Add = (numbers: number, end: number, step: number, rows: number, width: number, sums: number) => void;

/** Null where there is no WebAssembly, or one without vectors. */
function vectorSums(rows: Int8Array, width: number): RowSums | null {
  if (typeof WebAssembly === 'undefined') return null;
  const bytes = Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return null;
  const padded = Math.ceil(width / lanes) * lanes;
  const count = Math.floor(rows.length / width);
  const sumsAt = count * padded;
  const numbersAt = sumsAt + padded * 4;
  // Numbers stand at most three apart.
  const end = numbersAt + mostAtOnce * 3 * 4;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / page) });
  const table = new Int8Array(memory.buffer, 0, sumsAt);
  if (padded === width) table.set(rows);
  else
    for (let row = 0; row < count; row++)
      table.set(rows.subarray(row * width, (row + 1) * width), row * padded);
  const total = new Int32Array(memory.buffer, sumsAt, padded);
  const list = new Int32Array(memory.buffer, numbersAt, mostAtOnce * 3);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  const add = exports.add as Add;
  return {
    rows: padded === width ? table : rows,
    add: (numbers, step, sums) => {
      for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
        let filled = 0;
        const until = Math.min(numbers.length, from + mostAtOnce * step);
        for (let i = from; i < until; i += step) list[filled++] = numbers[i] as number;
        total.fill(0);
        add(numbersAt, numbersAt + filled * 4, 4, 0, padded, sumsAt);
        for (let k = 0; k < width; k++) sums[k]! += total[k] as number;
      }
    },
  };
}
