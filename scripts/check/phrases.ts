/**
 * Prints how the phrases that are told for tags of our own documents agree with the words that readers marked there
 * (training/README.md): on those by which the way to find phrases was chosen, and on others.
 *
 * npm run check:phrases
 */
import { builtinEnvironment } from '../../test/unit/support/environment';
import { measurePhrases, readMarks } from './marks';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

for (const name of ['choosing', 'measuring']) {
  const found = measurePhrases('training/own', readMarks(`training/marks/${name}.tsv`), builtinEnvironment());
  console.log(
    `${name}: ${found.tags} tags; a phrase touches a mark ${percent(found.touching)}, phrases that do ${percent(found.right)}, ` +
      `only another code’s ${percent(found.elsewhere)}; characters P ${percent(found.precision)} R ${percent(found.recall)} F1 ${percent(found.f1)}`,
  );
}
