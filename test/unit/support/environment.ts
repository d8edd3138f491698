import { engineData } from '../../../scripts/engineData';
import { createEnvironment } from '../../../src/core/analyze';
import { builtinModel } from '../../../src/core/match/scoring/learned';
import type { Environment } from '../../../src/core/model';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { smallTaxonomy } from './taxonomy';
import { tokenizer } from './tokenizer';

const made = new Map<string, Environment>();

function environment(name: string, make: () => ReturnType<typeof builtinTaxonomy>): Environment {
  let found = made.get(name);
  if (!found) {
    found = createEnvironment(make(), tokenizer, builtinModel(engineData().weights));
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
