/** Which features a sentence has, and where they stand. */
import assert from 'node:assert/strict';
import { compileLexicon } from '../../../src/core/match/indicators/lexicon';
import { EvidenceExtractor } from '../../../src/core/match/evidence/evidence';
import { FeatureTable } from '../../../src/core/match/evidence/featureTable';
import { extractFeatures } from '../../../scripts/train/features';
import { builtinEnvironment, smallEnvironment } from '../support/environment';

/** Features of one sentence cut into these tokens, `name@start-end`, by a model that knows some words. */
function featuresOf(tokens: readonly string[], known: readonly string[], names: readonly string[]): string[] {
  const table = new FeatureTable(names, false);
  const extractor = new EvidenceExtractor(compileLexicon(smallEnvironment().taxonomy), table, (word) =>
    known.includes(word),
  );
  const text = tokens.join('');
  const [evidence] = extractor.extract(text, [{ start: 0, end: text.length }], tokens, 0, tokens.length);
  const found: string[] = [];
  for (let i = 0; i < (evidence?.features.length ?? 0); i += 3) {
    const [feature = -1, start = -1, end = -1] = evidence?.features.subarray(i, i + 3) ?? [];
    found.push(`${table.names[feature] ?? ''}@${start}-${end}`);
  }
  return found;
}

describe('features of a compound', () => {
  const names = [
    'word:加强',
    'word:人才',
    'word:资源',
    'word:开发',
    'first:人才',
    'first:资源',
    'pair:加强 人才',
    'pair:人才 资源',
    'pair:资源 开发',
    'skip:人才 开发',
  ];
  const known = ['加强', '人才', '资源', '开发'];

  it('stand where its parts stand, and its parts make pairs with each other and their neighbours', () => {
    assert.deepEqual(featuresOf(['加强', '人才资源', '开发'], known, names), [
      'word:加强@0-2',
      'word:人才@2-4',
      'pair:加强 人才@0-4',
      'word:资源@4-6',
      'pair:人才 资源@2-6',
      'word:开发@6-8',
      'pair:资源 开发@4-8',
      'skip:人才 开发@2-8',
    ]);
  });

  it('that begins a sentence: only its first part is the first word', () => {
    assert.deepEqual(featuresOf(['人才资源'], known, names), [
      'word:人才@0-2',
      'first:人才@0-2',
      'word:资源@2-4',
      'pair:人才 资源@0-4',
    ]);
  });

  it('are those of the whole word where the model knows it', () => {
    const whole = [...names, 'word:人才资源', 'pair:加强 人才资源'];
    assert.deepEqual(featuresOf(['加强', '人才资源'], [...known, '人才资源'], whole), [
      'word:加强@0-2',
      'word:人才资源@2-6',
      'pair:加强 人才资源@0-6',
    ]);
  });

  it('are none where a part is not known', () => {
    assert.deepEqual(featuresOf(['人才楼宇'], known, names), []);
  });
});

describe('features of marks', () => {
  const names = [
    'word:科技',
    'word:人才',
    'word:[',
    'word:“',
    'pair:科技 人才',
    'pair:科技 “',
    'skip:科技 人才',
  ];

  for (const mark of ['，', '[', '_', '|', '~', '（'])
    it(`${mark} is no word and parts those around it`, () => {
      assert.deepEqual(featuresOf(['科技', mark, '人才'], [], names), ['word:科技@0-2', 'word:人才@3-5']);
    });

  it('“ is a word', () => {
    assert.deepEqual(featuresOf(['科技', '“', '人才'], [], names), [
      'word:科技@0-2',
      'word:“@2-3',
      'pair:科技 “@0-3',
      'word:人才@3-5',
      'skip:科技 人才@0-5',
    ]);
  });
});

describe('features for training', () => {
  it('are gathered with compounds of kept words taken apart', () => {
    const text = '加强人才资源开发。建设人才队伍，开发资源。\n';
    const document = { name: 'a', text, codes: [['R1.2'], []], lines: [2, 3], isOwn: true };
    const kept = ['word:人才', 'word:资源', 'word:开发'];
    const { names, documents } = extractFeatures(builtinEnvironment(), [document], ({ names: all }) => {
      // The tokenizer takes it for one word, and so does the first round.
      assert.ok(all.includes('word:人才资源'));
      return kept;
    });
    const found = documents[0]?.units.map(({ features }) => [...features].map((feature) => names[feature]));
    for (const pair of ['pair:人才 资源', 'pair:资源 开发']) assert.ok(found?.[0]?.includes(pair), pair);
    assert.ok(!names.includes('word:人才资源'));
  });
});
