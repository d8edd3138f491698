import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineData } from '../core/engineData';

/** What the core needs of files, from the folder of the built product. */
export async function readEngineData(folder: string): Promise<EngineData> {
  return {
    tokenizer: await readFile(join(folder, 'jieba.wasm')),
    weights: await readFile(join(folder, 'model.bin')),
  };
}
