import binary from '../../generated/layers.json';

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
   * @param states As many as hidden units; are not changed.
   * @param numbers Features whose rows are still to be added to the states.
   * @param open As many as hidden units; is overwritten: 1 where the unit is open.
   * @param sums As many as leaves; is overwritten.
   */
  run(states: Int32Array, numbers: ArrayLike<number>, open: Uint8Array, sums: Float64Array): void;
  /** @param open Per hidden unit: 1 where it is open. */
  leverage(open: Uint8Array, leaf: number): Leverage;
}

/** What features add to the sum of one leaf where certain hidden units are open: exact, for there it is linear. */
export interface Leverage {
  /** Of each feature; numbers as for {@link Layers.add}. */
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
    run: (states, numbers, open, sums) => {
      const here = states.slice();
      add(numbers, 1, here);
      sums.fill(0);
      for (let k = 0; k < hidden; k++) {
        const state = here[k] as number;
        open[k] = state > 0 ? 1 : 0;
        if (state <= 0) continue;
        for (let leaf = 0; leaf < leaves; leaf++) sums[leaf]! += state * (outer[k * leaves + leaf] as number);
      }
    },
    leverage: leverageBy(columnsOf(hidden, leaves, outer), (numbers, step, weights, shares) => {
      for (let i = 0; i < numbers.length; i += step) {
        const at = (numbers[i] as number) * hidden;
        let sum = 0;
        for (let k = 0; k < hidden; k++) sum += (inner[at + k] as number) * (weights[k] as number);
        shares[i / step] = sum;
      }
    }),
  };
}

/** @param tell Writes the shares of features, by the weights of a leaf, which are 0 for closed units. */
function leverageBy(
  columns: readonly Int16Array[],
  tell: (numbers: ArrayLike<number>, step: number, weights: Int16Array, shares: Int32Array) => void,
): Layers['leverage'] {
  return (open, leaf) => {
    const weights = openWeights(columns[leaf] as Int16Array, open);
    return {
      of: (numbers, step) => {
        const shares = new Int32Array(Math.ceil(numbers.length / step));
        tell(numbers, step, weights, shares);
        return shares;
      },
      ofSum: (rows) => sumOfProducts(rows, weights),
    };
  };
}

/** The outer weights leaf by leaf. */
function columnsOf(hidden: number, leaves: number, outer: Int16Array): Int16Array[] {
  return Array.from({ length: leaves }, (_, leaf) =>
    Int16Array.from({ length: hidden }, (_, k) => outer[k * leaves + leaf] as number),
  );
}

function openWeights(weights: Int16Array, open: Uint8Array): Int16Array {
  const masked = new Int16Array(weights.length);
  for (let k = 0; k < masked.length; k++) masked[k] = (weights[k] as number) * (open[k] as number);
  return masked;
}

/** Beyond 32 bits, so not by vectors. */
function sumOfProducts(rows: Int32Array, weights: Int16Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += (rows[k] as number) * (weights[k] as number);
  return sum;
}

interface Routines {
  readonly add: (numbers: number, end: number, rows: number, width: number, sums: number) => void;
  readonly spread: (
    states: number,
    end: number,
    weights: number,
    bytes: number,
    sums: number,
    open: number,
  ) => void;
  readonly share: (numbers: number, end: number, rows: number, width: number, weights: number) => void;
}

/** Null where there is no WebAssembly, or one without vectors. */
function vectorLayers({ hidden, inner, leaves, outer }: Weights): Layers | null {
  if (typeof WebAssembly === 'undefined') return null;
  const bytes = Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return null;
  const width = Math.ceil(hidden / lanes) * lanes;
  const count = Math.floor(inner.length / hidden);
  const leafBytes = Math.ceil(leaves / 2) * 16;
  const outerAt = count * width;
  const leafSumsAt = outerAt + hidden * leafBytes;
  const sumsAt = leafSumsAt + leafBytes;
  const weightsAt = sumsAt + width * 4;
  const openAt = weightsAt + width * 2;
  const numbersAt = openAt + width;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((numbersAt + mostAtOnce * 4) / page) });
  const { buffer } = memory;
  const table = new Int8Array(buffer, 0, outerAt);
  if (width === hidden) table.set(inner);
  else
    for (let row = 0; row < count; row++)
      table.set(inner.subarray(row * hidden, (row + 1) * hidden), row * width);
  const unitWeights = new Float64Array(buffer, outerAt, (hidden * leafBytes) / 8);
  for (let k = 0; k < hidden; k++)
    for (let leaf = 0; leaf < leaves; leaf++)
      unitWeights[(k * leafBytes) / 8 + leaf] = outer[k * leaves + leaf] as number;
  const leafSums = new Float64Array(buffer, leafSumsAt, leaves);
  const allLeafSums = new Float64Array(buffer, leafSumsAt, leafBytes / 8);
  const sumsHere = new Int32Array(buffer, sumsAt, hidden);
  const weightsHere = new Int16Array(buffer, weightsAt, hidden);
  const openHere = new Uint8Array(buffer, openAt, hidden);
  const list = new Int32Array(buffer, numbersAt, mostAtOnce);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  const { add, spread, share } = exports as unknown as Routines;
  const addHere = (numbers: ArrayLike<number>, step: number): void => {
    for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
      const filled = fill(list, numbers, step, from);
      add(numbersAt, numbersAt + filled * 4, 0, width, sumsAt);
    }
  };
  return {
    hidden,
    add: (numbers, step, sums) => {
      sumsHere.set(sums);
      addHere(numbers, step);
      sums.set(sumsHere);
    },
    run: (states, numbers, open, sums) => {
      sumsHere.set(states);
      addHere(numbers, 1);
      allLeafSums.fill(0);
      spread(sumsAt, sumsAt + hidden * 4, outerAt, leafBytes, leafSumsAt, openAt);
      open.set(openHere);
      sums.set(leafSums);
    },
    leverage: leverageBy(columnsOf(hidden, leaves, outer), (numbers, step, weights, shares) => {
      weightsHere.set(weights);
      for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
        const filled = fill(list, numbers, step, from);
        share(numbersAt, numbersAt + filled * 4, 0, width, weightsAt);
        shares.set(filled === mostAtOnce ? list : list.subarray(0, filled), from / step);
      }
    }),
  };
}

/** Copies as many numbers as are handled at once; returns how many. */
function fill(list: Int32Array, numbers: ArrayLike<number>, step: number, from: number): number {
  let filled = 0;
  const until = Math.min(numbers.length, from + mostAtOnce * step);
  for (let i = from; i < until; i += step) list[filled++] = numbers[i] as number;
  return filled;
}
