/** What the analysis is measured against: a script that only calls the tokenizer, line by line. */
import { readFileSync } from 'node:fs';
import { tokenize } from 'jieba-wasm';

let words = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n'))
  words += tokenize(line, 'default', true).length;
console.log(words);
