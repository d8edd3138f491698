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
   * Sums of the leaves: the weights of open units (those above zero) times their states.
   *
   * @param states As many as hidden units.
   * @param sums As many as leaves; is overwritten.
   */
  spread(states: Int32Array, sums: Float64Array): void;
  /**
   * What each feature adds to the sum of one leaf.
   *
   * @param numbers As for `add`.
   * @param open Per hidden unit: 1 where it is open.
   */
  share(numbers: ArrayLike<number>, step: number, open: Uint8Array, leaf: number): Int32Array;
  /** What a sum of rows adds to the sum of one leaf. */
  shareOfSum(rows: Int32Array, open: Uint8Array, leaf: number): number;
}

/** By the processor's vector instructions where they are to be had, else one by one. The sums are the same. */
export function layersOf(weights: Weights): Layers {
  return vectorLayers(weights) ?? plainLayers(weights);
}

/** The same one by one: where there are no vectors, and to compare with. */
export function plainLayers({ hidden, inner, leaves, outer }: Weights): Layers {
  return {
    hidden,
    add: (numbers, step, sums) => {
      for (let i = 0; i < numbers.length; i += step) {
        const at = (numbers[i] as number) * hidden;
        for (let k = 0; k < hidden; k++) sums[k]! += inner[at + k] as number;
      }
    },
    spread: (states, sums) => {
      sums.fill(0);
      for (let k = 0; k < hidden; k++) {
        const state = states[k] as number;
        if (state <= 0) continue;
        for (let leaf = 0; leaf < leaves; leaf++) sums[leaf]! += state * (outer[k * leaves + leaf] as number);
      }
    },
    share: (numbers, step, open, leaf) => {
      const shares = new Int32Array(Math.ceil(numbers.length / step));
      for (let i = 0; i < numbers.length; i += step) {
        const at = (numbers[i] as number) * hidden;
        let sum = 0;
        for (let k = 0; k < hidden; k++)
          if (open[k] === 1) sum += (inner[at + k] as number) * (outer[k * leaves + leaf] as number);
        shares[i / step] = sum;
      }
      return shares;
    },
    shareOfSum: shareOfSum(leaves, outer),
  };
}

function shareOfSum(leaves: number, outer: Int16Array): Layers['shareOfSum'] {
  return (rows, open, leaf) => {
    let sum = 0;
    for (let k = 0; k < rows.length; k++)
      if (open[k] === 1) sum += (rows[k] as number) * (outer[k * leaves + leaf] as number);
    return sum;
  };
}

interface Routines {
  readonly add: (numbers: number, end: number, rows: number, width: number, sums: number) => void;
  readonly spread: (states: number, end: number, weights: number, bytes: number, sums: number) => void;
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
  const numbersAt = weightsAt + width * 2;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((numbersAt + mostAtOnce * 4) / page) });
  const { buffer } = memory;
  const table = new Int8Array(buffer, 0, outerAt);
  if (width === hidden) table.set(inner);
  else
    for (let row = 0; row < count; row++)
      table.set(inner.subarray(row * hidden, (row + 1) * hidden), row * width);
  const unitWeights = new Float64Array(buffer, outerAt, (hidden * leafBytes) / 8);
  const leafWeights = Array.from({ length: leaves }, () => new Int16Array(hidden));
  for (let k = 0; k < hidden; k++)
    for (let leaf = 0; leaf < leaves; leaf++) {
      const weight = outer[k * leaves + leaf] as number;
      unitWeights[(k * leafBytes) / 8 + leaf] = weight;
      (leafWeights[leaf] as Int16Array)[k] = weight;
    }
  const leafSums = new Float64Array(buffer, leafSumsAt, leaves);
  const allLeafSums = new Float64Array(buffer, leafSumsAt, leafBytes / 8);
  const sumsHere = new Int32Array(buffer, sumsAt, hidden);
  const weightsHere = new Int16Array(buffer, weightsAt, hidden);
  const list = new Int32Array(buffer, numbersAt, mostAtOnce);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  const { add, spread, share } = exports as unknown as Routines;
  return {
    hidden,
    add: (numbers, step, sums) => {
      sumsHere.set(sums);
      for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
        const filled = fill(list, numbers, step, from);
        add(numbersAt, numbersAt + filled * 4, 0, width, sumsAt);
      }
      sums.set(sumsHere);
    },
    spread: (states, sums) => {
      sumsHere.set(states);
      allLeafSums.fill(0);
      spread(sumsAt, sumsAt + hidden * 4, outerAt, leafBytes, leafSumsAt);
      sums.set(leafSums);
    },
    share: (numbers, step, open, leaf) => {
      const shares = new Int32Array(Math.ceil(numbers.length / step));
      const weights = leafWeights[leaf] as Int16Array;
      for (let k = 0; k < hidden; k++) weightsHere[k] = open[k] === 1 ? (weights[k] as number) : 0;
      for (let from = 0; from < numbers.length; from += mostAtOnce * step) {
        const filled = fill(list, numbers, step, from);
        share(numbersAt, numbersAt + filled * 4, 0, width, weightsAt);
        shares.set(filled === mostAtOnce ? list : list.subarray(0, filled), from / step);
      }
      return shares;
    },
    shareOfSum: shareOfSum(leaves, outer),
  };
}

/** Copies as many numbers as are handled at once; returns how many. */
function fill(list: Int32Array, numbers: ArrayLike<number>, step: number, from: number): number {
  let filled = 0;
  const until = Math.min(numbers.length, from + mostAtOnce * step);
  for (let i = from; i < until; i += step) list[filled++] = numbers[i] as number;
  return filled;
}
