import { engineData } from '../../../scripts/engineData';
import { createEnvironment } from '../../../src/core/analyze';
import { builtinModel } from '../../../src/core/match/scoring/learned';
import type { Environment } from '../../../src/core/model';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { createJiebaTokenizer } from '../../../src/core/tokenize/jieba';
import type { Tokenizer } from '../../../src/core/tokenize/tokenizer';
import { smallTaxonomy } from './taxonomy';

let tokenizer: Tokenizer | null = null;
const made = new Map<string, Environment>();

function environment(name: string, make: () => ReturnType<typeof builtinTaxonomy>): Environment {
  let found = made.get(name);
  if (!found) {
    const data = engineData();
    tokenizer ??= createJiebaTokenizer(data.tokenizer);
    found = createEnvironment(make(), tokenizer, builtinModel(data.weights));
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
