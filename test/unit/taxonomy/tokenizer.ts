import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createJiebaTokenizer } from '../../../src/core/tokenize/jieba';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';

const package_ = createRequire(import.meta.url).resolve('jieba-wasm/web');

/** The product's tokenizer, for tests on Node. */
export const tokenizer: Tokenizer = createJiebaTokenizer(
  readFileSync(join(package_, '../jieba_rs_wasm_bg.wasm')),
);
