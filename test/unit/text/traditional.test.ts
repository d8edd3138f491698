import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksTraditional } from '../../../src/core/text/traditional';
import { memo } from '../cli/harness';

const traditional = '為推動科技成果轉化，應當完善技術轉移機構，支持企業與學校聯合開展實驗，促進產業發展。';

const cases: readonly (readonly [name: string, text: string, expected: boolean])[] = [
  ['traditional', traditional, true],
  ['traditional with one simplified quotation', `${traditional}\n“促进产业发展”。`, true],
  ['simplified', memo, false],
  ['simplified with one traditional quotation', `${memo.repeat(3)}\n“${traditional}”`, false],
  ['a traditional name only', '國際發展學會。', false],
  ['characters that both write', '后来的里程，准予并入；台湾同胞于三月到访。', false],
  [
    'Japanese',
    '産業の発展と経済の成長のため、国際的な技術開発を進め、大学と企業の連携を強化する。'.repeat(5),
    false,
  ],
  ['English', 'Policies for science and technology.', false],
  ['nothing', '', false],
];

describe('traditional Chinese', () => {
  for (const [name, text, expected] of cases)
    it(`${expected ? 'is seen in' : 'is not seen in'}: ${name}`, () => {
      assert.equal(looksTraditional(text), expected);
    });

  it('is not seen in any of our texts', () => {
    for (const folder of ['samples', 'test/gold'])
      for (const name of readdirSync(folder).filter((each) => /\.(?:md|txt)$/.test(each)))
        assert.equal(looksTraditional(readFileSync(join(folder, name), 'utf8')), false, name);
  });
});
