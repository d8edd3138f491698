import { readFileSync } from 'node:fs';
import openWabt from 'wabt';

/** Floats that are handled at once. */
const lanes = 4;
const bytesPerFloat = 4;
/** Place and value of a row in use. */
const bytesPerUse = 8;
const page = 65_536;

/** Weights in training, and one example's way through them and back; see `descent.wat`. */
export interface Descent {
  /** `(features + 1) × hidden`: the last row is the bias, an input that is always there. */
  readonly inner: Float32Array;
  readonly innerSquares: Float32Array;
  /** `hidden × labelsApart`. */
  readonly outer: Float32Array;
  readonly outerSquares: Float32Array;
  readonly outerBias: Float32Array;
  /** Labels with what pads them. */
  readonly labelsApart: number;
  /** States of the hidden units. */
  readonly states: Float32Array;
  /** How far each unit is open, 0 where it is left out; {@link Descent.step} uses it up. */
  readonly open: Float32Array;
  /** The sums of the labels, and then how far they are from what they should be. */
  readonly errors: Float32Array;
  /** An example without inputs but the bias. */
  begin(): void;
  /** An input of the example. */
  use(feature: number, value: number): void;
  /** From the inputs to the states. */
  gather(): void;
  /** From the states to the sums of the labels. */
  spread(): void;
  /** A step of the weights in use against the errors; not of the outer bias. */
  step(rate: number): void;
}

interface Routines {
  readonly gather: (list: number, end: number, states: number, width: number) => void;
  readonly spread: (states: number, end: number, weights: number, sums: number, width: number) => void;
  readonly blame: (
    states: number,
    end: number,
    open: number,
    weights: number,
    squares: number,
    errors: number,
    width: number,
    rate: number,
  ) => void;
  readonly descend: (
    list: number,
    end: number,
    blame: number,
    width: number,
    apart: number,
    rate: number,
  ) => void;
}

/**
 * @param hidden A multiple of four.
 * @param mostInputs Most inputs of an example.
 */
export async function openDescent(
  hidden: number,
  features: number,
  labels: number,
  mostInputs: number,
): Promise<Descent> {
  if (hidden % lanes !== 0) throw new Error(`${hidden} hidden units: must be a multiple of ${lanes}.`);
  const labelsApart = Math.ceil(labels / lanes) * lanes;
  const rows = features + 1;
  let bytes = 0;
  const place = (floats: number): number => {
    const at = bytes;
    bytes += floats * bytesPerFloat;
    return at;
  };
  const at = {
    inner: place(rows * hidden),
    innerSquares: place(rows * hidden),
    outer: place(hidden * labelsApart),
    outerSquares: place(hidden * labelsApart),
    outerBias: place(labelsApart),
    states: place(hidden),
    open: place(hidden),
    errors: place(labelsApart),
    list: place(((mostInputs + 1) * bytesPerUse) / bytesPerFloat),
  };
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page) });
  const floats = (from: number, length: number): Float32Array =>
    new Float32Array(memory.buffer, from, length);
  const { gather, spread, blame, descend } = await routines(memory);
  const outerBias = floats(at.outerBias, labels);
  const states = floats(at.states, hidden);
  const errors = floats(at.errors, labels);
  const padding = floats(at.errors + labels * bytesPerFloat, labelsApart - labels);
  const places = new Int32Array(memory.buffer, at.list, (mostInputs + 1) * 2);
  const values = floats(at.list, (mostInputs + 1) * 2);
  const hiddenBytes = hidden * bytesPerFloat;
  const labelBytes = labelsApart * bytesPerFloat;
  let used = 0;
  const use = (feature: number, value: number): void => {
    places[used * 2] = at.inner + feature * hiddenBytes;
    values[used * 2 + 1] = value;
    used++;
  };
  return {
    inner: floats(at.inner, rows * hidden),
    innerSquares: floats(at.innerSquares, rows * hidden),
    outer: floats(at.outer, hidden * labelsApart),
    outerSquares: floats(at.outerSquares, hidden * labelsApart),
    outerBias,
    labelsApart,
    states,
    open: floats(at.open, hidden),
    errors,
    begin: () => {
      used = 0;
      use(features, 1);
    },
    use,
    gather: () => {
      states.fill(0);
      gather(at.list, at.list + used * bytesPerUse, at.states, hiddenBytes);
    },
    spread: () => {
      errors.set(outerBias);
      spread(at.states, at.states + hiddenBytes, at.outer, at.errors, labelBytes);
    },
    step: (rate) => {
      // What pads the labels is no label, and its weights stay as they are.
      padding.fill(0);
      blame(
        at.states,
        at.states + hiddenBytes,
        at.open,
        at.outer,
        at.outerSquares,
        at.errors,
        labelBytes,
        rate,
      );
      descend(at.list, at.list + used * bytesPerUse, at.open, hiddenBytes, at.innerSquares - at.inner, rate);
    },
  };
}

async function routines(memory: WebAssembly.Memory): Promise<Routines> {
  const wabt = await openWabt();
  const source = readFileSync(new URL('./descent.wat', import.meta.url), 'utf8');
  const module = wabt.parseWat('descent.wat', source, { simd: true });
  const binary = module.toBinary({}).buffer as Uint8Array<ArrayBuffer>;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), { host: { memory } });
  return exports as unknown as Routines;
}
