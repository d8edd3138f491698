import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { problemsAnswered } from '../../../src/core/coverage/answers';
import { missingRemedies } from '../../../src/core/rules/missingRemedies';
import { builtinEnvironment } from '../support/environment';

describe('problems that a remedy answers', () => {
  const links = [
    { problem: 'P1.1', primary: ['R1.1'], related: ['R1.2'] },
    { problem: 'P1.2', primary: ['R1.2'], related: [] },
    { problem: 'P1.3', primary: ['R1.2'], related: ['R1.1'] },
  ];
  const stated = [{ category: 'P1.1' }, { category: 'P1.2' }];
  const cases: readonly [remedy: string, expected: readonly (readonly [string, boolean])[]][] = [
    ['R1.1', [['P1.1', true]]],
    [
      'R1.2',
      [
        ['P1.1', false],
        ['P1.2', true],
      ],
    ],
    ['R1.3', []],
  ];
  for (const [remedy, expected] of cases)
    it(`are stated ones, by primary and related remedies: ${remedy}`, () =>
      assert.deepEqual(
        problemsAnswered(remedy, { links }, stated).map(({ problem, isPrimary }) => [problem, isPrimary]),
        expected,
      ));

  it('are the ones that PL102 names', () => {
    const [{ text } = { text: '' }] = missingRemedies.bad;
    const { findings, coverage } = analyze(text, 'markdown', builtinEnvironment());
    const told = findings
      .filter(({ rule }) => rule === 'PL102')
      .flatMap(({ related }) => related.map(({ message }) => message))
      .filter(({ id }) => id !== 'clue.nearest');
    assert.ok(told.length > 0);
    const { taxonomy } = builtinEnvironment();
    for (const { id, args } of told) {
      const code = (args[0] ?? '').replace('category:', '');
      const problems = problemsAnswered(code, taxonomy, coverage.problems).map(({ problem }) => problem);
      assert.equal(id, problems.length > 0 ? 'PL102.nothing' : 'PL102.safeguard');
      if (problems.length > 0) assert.equal(args[1], `category:${problems.join(' ')}`);
    }
  });
});
