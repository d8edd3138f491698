import binary from '../../../generated/layers.json';

/** Most rows added at once: 256 bytes of at most 127 fit into the 16 bits of a lane. */
const mostAtOnce = 256;
/** Most hidden units for which a share surely fits into 32 bits. */
export const mostHidden = 500;
/** Bytes that are added at once. */
const lanes = 16;
const page = 65_536;

/** The weights of the learned model: whole numbers, so that sums are exact in any order. */
export interface Weights {
  /** Hidden units: at most {@link mostHidden}. */
  readonly hidden: number;
  /** `features × hidden`. */
  readonly inner: Int8Array;
  readonly leaves: number;
  /** `hidden × leaves`, each at most 32,767 either way. */
  readonly outer: Int16Array;
}

/** The sums that the two layers of the learned model are made of. */
export interface Layers {
  readonly hidden: number;
  /**
   * Adds rows of the inner layer.
   *
   * @param numbers Feature numbers at 0, `step`, 2 × `step` …; a feature may come more than once.
   * @param sums As many as hidden units.
   */
  add(numbers: ArrayLike<number>, step: number, sums: Int32Array): void;
  /**
   * From the states of the hidden units to the sums of the leaves: the weights of open units (those above zero) times
   * their states.
   *
   * @param some A part of the states, as many as hidden units; is not changed.
   * @param others Likewise, to be added.
   * @param numbers Features whose rows are still to be added.
   * @param open As many as hidden units; is overwritten: 1 where the unit is open.
   * @param sums As many as leaves; is overwritten.
   */
  run(
    some: Int32Array,
    others: Int32Array,
    numbers: ArrayLike<number>,
    open: Uint8Array,
    sums: Float64Array,
  ): void;
  /**
   * What it returns is valid until the next call: many are asked for, one after the other.
   *
   * @param open Per hidden unit: 1 where it is open.
   */
  leverage(open: Uint8Array, leaf: number): Leverage;
}

/** What features add to the sum of one leaf where certain hidden units are open: exact, for there it is linear. */
export interface Leverage {
  /** Of each feature; numbers as for {@link Layers.add}. Valid until the next call. */
  of(numbers: ArrayLike<number>, step: number): Int32Array;
  /** Of several features at once, given as the sum of their rows in the inner layer. */
  ofSum(rows: Int32Array): number;
}

/** By the processor's vector instructions where they are to be had, else one by one. The sums are the same. */
export function layersOf(weights: Weights): Layers {
  return vectorLayers(weights) ?? plainLayers(weights);
}

/** The same one by one: where there are no vectors, and to compare with. */
export function plainLayers({ hidden, inner, leaves, outer }: Weights): Layers {
  const add: Layers['add'] = (numbers, step, sums) => {
    for (let i = 0; i < numbers.length; i += step) {
      const at = (numbers[i] as number) * hidden;
      for (let k = 0; k < hidden; k++) sums[k]! += inner[at + k] as number;
    }
  };
  return {
    hidden,
    add,
    run: (some, others, numbers, open, sums) => {
      const here = some.map((state, k) => state + (others[k] as number));
      add(numbers, 1, here);
      sums.fill(0);
      for (let k = 0; k < hidden; k++) {
        const state = here[k] as number;
        open[k] = state > 0 ? 1 : 0;
        if (state <= 0) continue;
        for (let leaf = 0; leaf < leaves; leaf++) sums[leaf]! += state * (outer[k * leaves + leaf] as number);
      }
    },
    leverage: leverageBy(columnsOf(hidden, leaves, outer), new Int16Array(hidden), {
      share: (numbers, step, weights, shares) => {
        for (let i = 0; i < numbers.length; i += step) {
          const at = (numbers[i] as number) * hidden;
          let sum = 0;
          for (let k = 0; k < hidden; k++) sum += (inner[at + k] as number) * (weights[k] as number);
          shares[i / step] = sum;
        }
      },
      total: (rows, weights) => {
        let sum = 0;
        for (let k = 0; k < hidden; k++) sum += (rows[k] as number) * (weights[k] as number);
        return sum;
      },
    }),
  };
}

/** How shares are told by the weights of a leaf, which are 0 for closed units. */
interface Telling {
  /** Writes the shares of features. */
  share(numbers: ArrayLike<number>, step: number, weights: Int16Array, shares: Int32Array): void;
  /** The share of a sum of rows: beyond 32 bits, but exact. */
  total(rows: Int32Array, weights: Int16Array): number;
}

/**
 * @param columns The outer weights leaf by leaf.
 * @param weights Where those of open units are put.
 */
function leverageBy(
  columns: readonly Int16Array[],
  weights: Int16Array,
  { share, total }: Telling,
): Layers['leverage'] {
  let shares = new Int32Array(mostAtOnce);
  const leverage: Leverage = {
    of: (numbers, step) => {
      const count = Math.ceil(numbers.length / step);
      if (count > shares.length) shares = new Int32Array(2 * count);
      share(numbers, step, weights, shares);
      return shares.subarray(0, count);
    },
    ofSum: (rows) => total(rows, weights),
  };
  return (open, leaf) => {
    const column = columns[leaf] as Int16Array;
    for (let k = 0; k < weights.length; k++) weights[k] = (column[k] as number) * (open[k] as number);
    return leverage;
  };
}

/** The outer weights leaf by leaf. */
function columnsOf(hidden: number, leaves: number, outer: Int16Array): Int16Array[] {
  return Array.from({ length: leaves }, (_, leaf) =>
    Int16Array.from({ length: hidden }, (_, k) => outer[k * leaves + leaf] as number),
  );
}

interface Routines {
  readonly add: (numbers: number, end: number, rows: number, width: number, sums: number) => void;
  readonly spread: (
    states: number,
    end: number,
    others: number,
    weights: number,
    bytes: number,
    sums: number,
    open: number,
  ) => void;
  readonly share: (numbers: number, end: number, rows: number, width: number, weights: number) => void;
  readonly total: (sums: number, end: number, weights: number) => number;
}

/** Where everything stands in the memory that is shared with WebAssembly, in bytes, and how wide rows are there. */
function placesOf({ hidden, inner, leaves }: Pick<Weights, 'hidden' | 'inner' | 'leaves'>) {
  const width = Math.ceil(hidden / lanes) * lanes;
  const leafBytes = Math.ceil(leaves / 2) * 16;
  const outer = Math.floor(inner.length / hidden) * width;
  const leafSums = outer + hidden * leafBytes;
  const sums = leafSums + leafBytes;
  const others = sums + width * 4;
  const weights = others + width * 4;
  const open = weights + width * 2;
  return { width, leafBytes, at: { outer, leafSums, sums, others, weights, open, numbers: open + width } };
}

/** Null where there is no WebAssembly, or one without vectors. */
function vectorLayers({ hidden, inner, leaves, outer }: Weights): Layers | null {
  if (typeof WebAssembly === 'undefined') return null;
  const bytes = Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return null;
  const { width, leafBytes, at } = placesOf({ hidden, inner, leaves });
  const memory = new WebAssembly.Memory({ initial: Math.ceil((at.numbers + mostAtOnce * 4) / page) });
  const { buffer } = memory;
  putRows(inner, hidden, new Int8Array(buffer, 0, at.outer), width);
  putRows(outer, leaves, new Float64Array(buffer, at.outer, (hidden * leafBytes) / 8), leafBytes / 8);
  const leafSums = new Float64Array(buffer, at.leafSums, leaves);
  const allLeafSums = new Float64Array(buffer, at.leafSums, leafBytes / 8);
  const sumsHere = new Int32Array(buffer, at.sums, hidden);
  const othersHere = new Int32Array(buffer, at.others, hidden);
  const weightsHere = new Int16Array(buffer, at.weights, hidden);
  const openHere = new Uint8Array(buffer, at.open, hidden);
  const list = new Int32Array(buffer, at.numbers, mostAtOnce);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  const { add, spread, share, total } = exports as unknown as Routines;
  const addHere = (numbers: ArrayLike<number>, step: number): void => {
    for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
      const filled = fill(list, numbers, step, from);
      add(at.numbers, at.numbers + filled * 4, 0, width, at.sums);
    }
  };
  return {
    hidden,
    add: (numbers, step, sums) => {
      sumsHere.set(sums);
      addHere(numbers, step);
      sums.set(sumsHere);
    },
    run: (some, others, numbers, open, sums) => {
      sumsHere.set(some);
      othersHere.set(others);
      addHere(numbers, 1);
      allLeafSums.fill(0);
      spread(at.sums, at.sums + hidden * 4, at.others, at.outer, leafBytes, at.leafSums, at.open);
      open.set(openHere);
      sums.set(leafSums);
    },
    leverage: leverageBy(columnsOf(hidden, leaves, outer), weightsHere, {
      share: (numbers, step, _weights, shares) => {
        for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
          const filled = fill(list, numbers, step, from);
          share(at.numbers, at.numbers + filled * 4, 0, width, at.weights);
          for (let i = 0; i < filled; i++) shares[from / step + i] = list[i] as number;
        }
      },
      total: (rows) => {
        sumsHere.set(rows);
        return total(at.sums, at.sums + width * 4, at.weights);
      },
    }),
  };
}

/** Copies a table into one whose rows are wider. */
function putRows(
  from: Int8Array | Int16Array,
  width: number,
  into: Int8Array | Float64Array,
  wider: number,
): void {
  if (width === wider) into.set(from);
  else
    for (let row = 0; (row + 1) * width <= from.length; row++)
      into.set(from.subarray(row * width, (row + 1) * width), row * wider);
}

/** Copies as many numbers as are handled at once; returns how many. */
function fill(list: Int32Array, numbers: ArrayLike<number>, step: number, from: number): number {
  let filled = 0;
  const until = Math.min(numbers.length, from + mostAtOnce * step);
  for (let i = from; i < until; i += step) list[filled++] = numbers[i] as number;
  return filled;
}
