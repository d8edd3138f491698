import { engineData } from '../../../scripts/engineData';
import { createJiebaTokenizer } from '../../../src/core/tokenize/jieba';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';

/** The product's tokenizer, for tests on Node. */
export const tokenizer: Tokenizer = createJiebaTokenizer(engineData().tokenizer);
