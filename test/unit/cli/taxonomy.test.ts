import assert from 'node:assert/strict';
import { cli, folderWith } from './harness';

/** A taxonomy upon the built-in one with a category and an indicator for each of these. */
const taxonomyOf = (...indicators: string[]): string =>
  `id: mine\nversion: 1.0.0\nextends: zhou-wu-2025\ncategories:\n  - code: R2.3\n    indicators:\n${indicators
    .map((fields, index) => `      - { id: i${String(index)}, zh: 某, ${fields} }\n`)
    .join('')}`;

describe('taxonomy FILE', () => {
  const folder = folderWith({
    'good.yaml': taxonomyOf(
      'phrases: [科创红娘], unless: [科创红娘节], example: 全县招募科创红娘。, counterExample: 科创红娘节开幕。',
      'phrases: [成果超市]',
    ),
    'bad.yaml': taxonomyOf(
      'phrases: [科创红娘], example: 全县召开会议。',
      'phrases: [成果超市], example: 建成成果超市。, counterExample: 成果超市关门。',
      'phrases: [专利集市], example: 专利集市缺乏。',
    ),
    'own.yaml': `id: mine\nversion: 1.0.0\nextends: zhou-wu-2025\ncategories:\n  - code: S4.4\n    name: 侨务\n    indicators:\n      - { id: strong, zh: 侨领, strength: strong, phrases: [侨领], example: 邀请侨领来访。 }\n\n      - { id: weak, zh: 侨商, phrases: [侨商], example: 邀请侨商来访。 }\n`,
    'long.yaml': `id: mine\nversion: 1.0.0\nextends: zhou-wu-2025\ncategories:\n  - code: S4.4\n    name: 侨务\n    indicators:\n      - { id: strong, zh: 侨领, strength: strong, phrases: [侨领], example: 会议在县城召开。邀请侨领来访。 }\n      - { id: weak, zh: 侨商, phrases: [侨商], example: 会议在县城召开。邀请侨商来访。 }\n`,
    'wrong.yaml': taxonomyOf('phrases: 科创红娘'),
    // Another indicator of the same category is found in the example.
    'other.yaml': taxonomyOf('phrases: [科创红娘], example: 培育技术经理人。'),
  });
  const check = (file: string): ReturnType<typeof cli> =>
    cli(['taxonomy', file, '--lang', 'en'], { cwd: folder });

  it('tries the examples that the file writes, and says how many', async () => {
    const { code, out, err } = await check('good.yaml');
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^mine 1\.0\.0: categories \d+, indicators \d+, of them in this file 2; examples tried 2, wrong 0\.$/m,
    );
  });

  it('tells of examples that have no tag by themselves how near they are, and why, as no mistake', async () => {
    const { code, out } = await check('good.yaml');
    assert.equal(code, 0);
    assert.match(
      out,
      /^good\.yaml:7 R2\.3\/i0 is found in its example, but the sentence by itself has no tag R2\.3: 全县招募科创红娘。 Under a heading “[^”]+” it has one \(\d+ %, threshold \d+ %\)\.\n {2}R2\.3 .*not tagged.*\n {4}“科创红娘”/,
    );
    assert.match(out, /have no tag by themselves: 1\..*\n$/);
    const own = await check('own.yaml');
    assert.equal(own.code, 0);
    assert.match(
      own.out,
      /^own\.yaml:10 S4\.4\/weak .* Nor has it one .*one strong hit, two medium or three weak/,
    );
    assert.doesNotMatch(own.out, /S4\.4\/strong/);
  });

  it('looks at each sentence of an example that has several', async () => {
    const { code, out } = await check('long.yaml');
    assert.equal(code, 0);
    assert.doesNotMatch(out, /S4\.4\/strong/);
    assert.match(out, /S4\.4\/weak is found in its example, [^\n]*\n {2}S4\.4 .*not tagged.*\n {4}“侨商”/);
  });

  it('names each that is wrong with its line, and ends with 1', async () => {
    const { code, out } = await check('bad.yaml');
    assert.equal(code, 1);
    const [first = '', second = '', third = '', summary = ''] = out.split('\n');
    assert.match(first, /^bad\.yaml:7 R2\.3\/i0 is not found in its example, .*: 全县召开会议。 Mend /);
    assert.match(second, /^bad\.yaml:8 R2\.3\/i1 is found in its counter-example: 成果超市关门。 Write /);
    assert.match(
      third,
      /^bad\.yaml:9 R2\.3\/i2 is not found in its example, or does not count there \(a stated defect/,
    );
    assert.match(summary, /examples tried 4, wrong 3\.$/);
    assert.equal((await check('other.yaml')).code, 1);
  });

  it('tells the mistakes of one that cannot be used, and ends with 2', async () => {
    const { code, out, err } = await check('wrong.yaml');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^wrong\.yaml:7 “categories\[1\]\.indicators\[1\]\.phrases” must be a list;/);
    assert.equal((await check('nowhere.yaml')).code, 2);
  });
});
