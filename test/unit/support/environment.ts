import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createEnvironment } from '../../../src/core/analyze';
import type { Environment } from '../../../src/core/model';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { createJiebaTokenizer } from '../../../src/core/tokenize/jieba';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';
import { smallTaxonomy } from './taxonomy';

/** The bytes of the tokenizer's wasm, as installed. */
export function wasmBytes(): Uint8Array {
  const web = createRequire(import.meta.url).resolve('jieba-wasm/web');
  return readFileSync(join(dirname(web), 'jieba_rs_wasm_bg.wasm'));
}

let tokenizer: Tokenizer | null = null;
const made = new Map<string, Environment>();

function environment(name: string, make: () => ReturnType<typeof builtinTaxonomy>): Environment {
  let found = made.get(name);
  if (!found) {
    tokenizer ??= createJiebaTokenizer(wasmBytes());
    found = createEnvironment(make(), tokenizer);
    made.set(name, found);
  }
  return found;
}

/** What users get: the built-in taxonomy and the learned model. */
export function builtinEnvironment(): Environment {
  return environment('builtin', builtinTaxonomy);
}

/** The small taxonomy of the tests, with weights set by hand. */
export function smallEnvironment(): Environment {
  return environment('small', smallTaxonomy);
}
