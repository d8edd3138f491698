import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineData } from '../src/core/engineData';

/** Where the training writes the inner weights of the model. */
export const weightsFile = join(import.meta.dirname, '../src/core/match/scoring/learned/inner.bin');

/** The bytes of the tokenizer's wasm, as installed. */
export const tokenizerFile = join(
  dirname(createRequire(import.meta.url).resolve('jieba-wasm/web')),
  'jieba_rs_wasm_bg.wasm',
);

let known: EngineData | null = null;

/** What hosts read from `out/`, from where it comes; for scripts and tests that run from the sources. */
export function engineData(): EngineData {
  known ??= { tokenizer: readFileSync(tokenizerFile), weights: readFileSync(weightsFile) };
  return known;
}
