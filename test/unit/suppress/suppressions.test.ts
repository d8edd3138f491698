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
  const cases: readonly [string, string, string][] = [
    ['nothing said, nothing gone', text, '0:R1.2 1:S3.1 2:R1.2 2:S3.1'],
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
    [
      'an id that nothing has means nothing',
      `${comment('file', 'R2x PL1')}\n\n${text}`,
      '0:R1.2 1:S3.1 2:R1.2 2:S3.1',
    ],
    ['a group stands for its leaves', `${comment('file', 'R1')}\n\n${text}`, '1:S3.1 2:S3.1'],
    ['no ids, no tags', `${comment('file', '')}\n\n${text}`, ''],
    [
      'a rule’s id takes no tags away',
      `${comment('file', 'PL101')}\n\n${text}`,
      '0:R1.2 1:S3.1 2:R1.2 2:S3.1',
    ],
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
    ['null', null, null],
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
    ['may lack its lists', { version: 1 }, { version: 1, suppressions: [], notApplicable: [] }],
  ];
  for (const [name, value, expected] of cases) it(name, () => assert.deepEqual(readSidecar(value), expected));
});
