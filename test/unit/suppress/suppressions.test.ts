import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import type { Sidecar, Suppression } from '../../../src/core/suppress/model';
import { readSidecar } from '../../../src/core/suppress/readSidecar';
import { smallEnvironment } from '../support/environment';

const codes = (text: string, sidecar?: Sidecar): string =>
  analyze(text, 'markdown', smallEnvironment(), { sidecar: sidecar ?? null })
    .annotations.filter(({ kind }) => 'PRS'.includes(kind))
    .map(({ category, sentence }) => `${sentence}:${category}`)
    .join(' ');
const with1 = (entry: Partial<Suppression>): Sidecar => ({
  version: 1,
  suppressions: [{ id: 'x', target: 'annotation', scope: 'file', anchor: null, reason: '', ...entry }],
  notApplicable: [],
});

describe('suppressions', () => {
  const text = '引人才。给补贴。\n\n引人才，给补贴。\n';
  const comment = (verb: string, ids: string): string => `<!-- policy-lens-disable-${verb} ${ids} -->`;
  const all = '0:R1.2 1:S3.1 2:R1.2 2:S3.1';
  const cases: readonly [string, string, string][] = [
    ['nothing said, nothing gone', text, all],
    [
      'the sentence behind which the comment stands',
      text.replace('给补贴。\n', `给补贴。${comment('here', 'S3.1')}\n`),
      '0:R1.2 2:R1.2 2:S3.1',
    ],
    [
      'the sentence in which the comment stands',
      text.replace('引人才，', `引人才，${comment('here', 'S3.1')}`),
      '0:R1.2 1:S3.1 2:R1.2',
    ],
    ['the next paragraph', `${comment('next', 'R1.2')}\n${text}`, '1:S3.1 2:R1.2 2:S3.1'],
    [
      'the paragraph around the comment',
      text.replace('给补贴。\n', `给补贴。${comment('paragraph', 'R1.2')}\n`),
      '1:S3.1 2:R1.2 2:S3.1',
    ],
    ['the whole file', `${comment('file', 'R1.2')}\n\n${text}`, '1:S3.1 2:S3.1'],
    ['an id that nothing has means nothing', `${comment('file', 'R2x PL1')}\n\n${text}`, all],
    ['a group stands for its leaves', `${comment('file', 'R1')}\n\n${text}`, '1:S3.1 2:S3.1'],
    ['no ids, no tags', `${comment('file', '')}\n\n${text}`, ''],
    ['a rule’s id takes no tags away', `${comment('file', 'PL101')}\n\n${text}`, all],
    [
      'should be: in the place of the old tag',
      `${comment('file', 'R1.2=R2.3')}\n\n${text}`,
      '0:R2.3 1:S3.1 2:R2.3 2:S3.1',
    ],
    [
      'should be: no second tag where the right one is already',
      `${comment('file', 'R1.2=S3.1')}\n\n${text}`,
      '0:S3.1 1:S3.1 2:S3.1',
    ],
    [
      'added',
      text.replace('给补贴。\n', `给补贴。${comment('here', '=R2.3')}\n`),
      '0:R1.2 1:R2.3 1:S3.1 2:R1.2 2:S3.1',
    ],
    ['added to one sentence only, not to a paragraph', `${comment('next', '=R2.3')}\n${text}`, all],
    ['an unknown tag is not added', text.replace('给补贴。\n', `给补贴。${comment('here', '=R9.9')}\n`), all],
    ['a comment in no paragraph has none around it', `${comment('paragraph', 'R1.2')}\n\n${text}`, all],
    ['an unknown replacement only takes away', `${comment('file', 'R1.2=R9.9')}\n\n${text}`, '1:S3.1 2:S3.1'],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.equal(codes(source), expected));

  it('change coverage: what is suppressed is missing', () => {
    const all = analyze(text, 'markdown', smallEnvironment());
    const less = analyze(text, 'markdown', smallEnvironment(), { sidecar: with1({ category: 'R1.2' }) });
    assert.ok(all.coverage.covered.includes('R1.2'));
    assert.ok(less.coverage.missing.includes('R1.2'));
    assert.notEqual(all.fingerprint, less.fingerprint);
  });

  it('are counted, and orphans kept', () => {
    const anchor = { quote: '没有这一句。', prefix: '', suffix: '', start: 0 };
    const { suppressed } = analyze(text, 'markdown', smallEnvironment(), {
      sidecar: {
        version: 1,
        suppressions: [
          ...with1({ id: 'a', category: 'R1.2' }).suppressions,
          ...with1({ id: 'b', category: 'S3.1', scope: 'hit', anchor }).suppressions,
        ],
        notApplicable: [],
      },
    });
    assert.deepEqual(
      suppressed.map(({ suppression, span, hits }) => [suppression.id, span !== null, hits]),
      [
        ['a', true, 2],
        ['b', false, 0],
      ],
    );
  });

  it('that say the same are counted once, in the text before the sidecar', () => {
    const { suppressed } = analyze(`${comment('file', 'R1.2')}\n\n${text}`, 'markdown', smallEnvironment(), {
      sidecar: with1({ category: 'R1' }),
    });
    assert.deepEqual(
      suppressed.map(({ origin, hits }) => [origin, hits]),
      [
        ['text', 2],
        ['sidecar', 0],
      ],
    );
  });

  it('of a rule take its findings away where they stand, by its id or its name', () => {
    const source = '# 方案\n\n没平台。没人才。\n\n没平台。引人才。\n';
    const rulesIn = (comments: string, at: string): string[] =>
      analyze(source.replace(at, comments + at), 'markdown', smallEnvironment()).findings.map(
        ({ rule }) => rule,
      );
    const before = rulesIn('', '没');
    assert.deepEqual(before, ['PL101', 'PL102']);
    const cases: readonly [string, string, readonly string[]][] = [
      [comment('file', 'PL101'), '# 方案', ['PL102']],
      [comment('file', 'problem-without-remedy'), '# 方案', ['PL102']],
      [comment('file', ''), '# 方案', []],
      [comment('next', 'PL101'), '没平台。没人才', ['PL102']],
      // It stands on the first of the two places.
      [comment('next', 'PL101'), '没平台。引人才', before],
      [comment('next', 'PL103'), '没平台。没人才', before],
    ];
    for (const [said, at, expected] of cases)
      assert.deepEqual(rulesIn(`${said}\n\n`, at), expected, said + at);
  });

  it('of a category that the taxonomy lacks stand for it alone', () => {
    const sidecar = { ...with1({}), suppressions: [], notApplicable: [{ category: 'R9.9', reason: '' }] };
    const { notApplicable } = analyze(text, 'markdown', smallEnvironment(), { sidecar });
    assert.deepEqual(notApplicable, sidecar.notApplicable);
  });

  it('leave what does not apply missing, and out of the diagnostics', () => {
    const source =
      '# 方案\n\n没平台。没人才。引人才。\n\n<!-- policy-lens-not-applicable R2.3 S3.1: 不涉及 -->\n';
    const { coverage, findings, notApplicable } = analyze(source, 'markdown', smallEnvironment());
    assert.deepEqual(
      notApplicable.map(({ category }) => category),
      ['R2.3', 'S3.1'],
    );
    assert.ok(coverage.missing.includes('R2.3'));
    assert.deepEqual(findings.find(({ rule }) => rule === 'PL102')?.categories, ['S1.1']);
  });

  it('a group that does not apply stands for all below it, in the text and in the sidecar', () => {
    const environment = smallEnvironment();
    const leaves = ['R1.2', 'R1.3', 'R1.1'].filter((code) => environment.taxonomy.byCode.has(code)).sort();
    const text = '# 方案\n\n没平台。\n\n<!-- policy-lens-not-applicable R1: 不涉及 -->\n';
    const sidecar = {
      version: 1,
      suppressions: [],
      notApplicable: [{ category: 'R1', reason: '不涉及' }],
    } as const;
    for (const { notApplicable, findings } of [
      analyze(text, 'markdown', environment),
      analyze('方案\n没平台。\n', 'plain', environment, { sidecar }),
    ]) {
      assert.deepEqual(notApplicable.map(({ category }) => category).sort(), leaves);
      const listed = findings.find(({ rule }) => rule === 'PL102')?.categories ?? [];
      assert.deepEqual(
        listed.filter((code) => code.startsWith('R1.')),
        [],
      );
    }
  });
});

describe('a sidecar from outside', () => {
  const good = with1({
    category: 'R1.2',
    anchor: { quote: '甲', prefix: '', suffix: '', start: 3 },
    scope: 'hit',
  });
  const cases: readonly [string, unknown, Sidecar | null][] = [
    ['is taken over as it is', good, good],
    ['of another version is none', { ...good, version: 2 }, null],
    ['that is none', 'x', null],
    [
      'loses entries that do not fit',
      {
        ...good,
        suppressions: [...good.suppressions, { id: 'y' }, 7, null],
        notApplicable: [{ category: 3 }],
      },
      good,
    ],
    [
      'loses entries with an id used before',
      { ...good, suppressions: [...good.suppressions, ...good.suppressions] },
      good,
    ],
    ['that is null', null, null],
    [
      'loses entries of another kind, of another reach, without a name',
      {
        ...good,
        suppressions: [
          { ...good.suppressions[0], id: 'y', target: 'rule' },
          { ...good.suppressions[0], id: 'y', scope: 'word' },
          { ...good.suppressions[0], id: '' },
          ...good.suppressions,
        ],
      },
      good,
    ],
    ...(['hit', 'paragraph', 'file'] as const).flatMap((scope) =>
      (['annotation', 'finding'] as const).map((target): [string, Sidecar, Sidecar] => {
        const sidecar = with1({ scope, target, rule: 'PL101', replacement: 'R1.3', reason: '另文' });
        return [`keeps the ${target} and the reach ${scope}`, sidecar, sidecar];
      }),
    ),
    [
      'may lack what an entry says besides',
      with1({ reason: undefined, anchor: { quote: '甲' }, category: '', rule: 7 } as never),
      with1({ anchor: { quote: '甲', prefix: '', suffix: '', start: 0 } }),
    ],
    [
      'has no anchor where no words are kept, and no place that is none',
      {
        version: 1,
        suppressions: [
          { ...with1({}).suppressions[0], id: 'y', anchor: { start: 3 } },
          { ...good.suppressions[0], anchor: { quote: '甲', start: NaN } },
          { ...good.suppressions[0], id: 'z', anchor: { quote: '甲', start: '3' } },
        ],
        notApplicable: [{ category: 'R1' }],
      },
      {
        version: 1,
        suppressions: [
          { id: 'y', target: 'annotation', scope: 'file', anchor: null, reason: '' },
          ...with1({
            category: 'R1.2',
            scope: 'hit',
            anchor: { quote: '甲', prefix: '', suffix: '', start: 0 },
          }).suppressions,
          {
            id: 'z',
            target: 'annotation',
            category: 'R1.2',
            scope: 'hit',
            anchor: { quote: '甲', prefix: '', suffix: '', start: 0 },
            reason: '',
          },
        ],
        notApplicable: [{ category: 'R1', reason: '' }],
      },
    ],
    ['may lack its lists', { version: 1 }, { version: 1, suppressions: [], notApplicable: [] }],
  ];
  for (const [name, value, expected] of cases) it(name, () => assert.deepEqual(readSidecar(value), expected));
});
