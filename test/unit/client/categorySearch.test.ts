/** Menus of categories are searched by what people type: codes, pinyin, the other language. */
import assert from 'node:assert/strict';
import { isMeant } from '../../../src/client/commands/categorySearch';
import { TaxonomyIndex } from '../../../src/client/taxonomy/taxonomyIndex';
import { createTranslator } from '../../../src/l10n/translator';
import { taxonomyInfo } from '../../../src/service/taxonomyInfo';
import { builtinEnvironment } from '../support/environment';

describe('search of categories', () => {
  const cases: readonly [typed: string, found: readonly string[]][] = [
    ['s32', ['S3.2']],
    ['rcpy', ['S3.2']],
    ['RCPY', ['S3.2']],
    ['rencaipei', ['S3.2']],
    ['peiyang', ['S3.2']],
    ['jszy', ['R2.3']],
    // One letter begins nearly every name, and a syllable is not found in its middle.
    ['r', []],
    ['encai', []],
    // Nor an English word (resources).
    ['sour', []],
    ['', []],
    ['人才', []],
  ];
  const index = new TaxonomyIndex(taxonomyInfo(builtinEnvironment().taxonomy, createTranslator('zh-CN')));
  for (const [typed, found] of cases)
    it(`${typed === '' ? 'nothing' : typed}: ${found.join(', ') || 'nothing beside what the labels hold'}`, () => {
      const codes = index.leaves.filter((category) => isMeant(category, typed)).map(({ code }) => code);
      assert.deepEqual(codes, found);
    });

  it('finds names in the other language', () => {
    const english = new TaxonomyIndex(taxonomyInfo(builtinEnvironment().taxonomy, createTranslator('en')));
    for (const category of english.leaves) assert.ok(isMeant(category, category.otherName), category.code);
    for (const category of index.leaves)
      assert.ok(isMeant(category, category.otherName.toUpperCase()), category.code);
  });
});
