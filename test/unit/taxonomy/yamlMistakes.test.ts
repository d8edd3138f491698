/** What is said of a taxonomy file that is no YAML. */
import assert from 'node:assert/strict';
import { readYaml } from '../../../src/core/taxonomy/readYaml';
import { createTranslator } from '../../../src/l10n/translator';

const cases: readonly (readonly [name: string, text: string, line: number, id: string, piece?: string])[] = [
  ['a tab', 'a:\n\t- b\n', 2, 'tab'],
  ['an item out of line', 'a:\n  b: 1\n c: 2\n', 3, 'indent'],
  ['a list item out of line', 'a:\n  - b: 1\n    c: 2\n   d: 3\n', 4, 'indent'],
  ['a list among names', 'a:\n  c: d\n  - b\n', 3, 'indent'],
  ['a list that is not closed', 'a: [b, c\nd: 2\n', 2, 'bracket'],
  ['a map that is not closed', 'a: {b: c\nd: 2\n', 2, 'bracket'],
  ['a colon in a text', 'a: b\nzh: 甲: 乙\n', 2, 'twoColons'],
  ['a wide colon', 'id: mine\nversion：1.0.0\n', 2, 'noColon'],
  ['a wide colon on the first line', 'id：mine\nversion: 1.0.0\n', 1, 'noColon'],
  ['no space after a colon', 'id: mine\nversion:1.0.0\n', 2, 'noColon'],
  ['a double quote that is not closed', 'a: "b\n', 2, 'quote'],
  ['a single quote that is not closed', "a: 'b\n", 2, 'quote'],
  ['no comma', 'phrases: ["甲" "乙"]\n', 1, 'comma'],
  ['a name twice', 'id: a\nid: b\n', 2, 'twice', 'id'],
  ['a reserved mark', 'zh: @甲\n', 1, 'start', '@'],
  ['an escape that is none', 'a: "\\q"\n', 1, 'escape', '\\q'],
  ['a choice without quotes', 'phrases: [{长期|大胆}资本, 乙]\n', 1, 'unexpected', '资本'],
  ['words behind a quote', '\uFEFFa: "b" 其余\n', 1, 'unexpected', '其余'],
  ['a bracket too many', 'phrases: [甲]]\n', 1, 'unexpected', ']'],
  ['long words behind a quote', `a: "b" ${'长'.repeat(40)}\n`, 1, 'unexpected', '长'.repeat(20)],
  ['a reference to nothing', 'a: 1\nb: [c, *重点]\n', 2, 'alias', '重点'],
  ['a reference to what comes later', 'a: &x 1\nb: *x\nc: *y\nd: &y 2\n', 3, 'alias', 'y'],
  ['words in asterisks', 'phrases:\n  - 甲\n  - **乙**\n', 3, 'alias', '*乙**'],
  ['an asterisk', 'zh: *\n', 1, 'start', '*'],
  ['an ampersand', 'zh: & 甲\n', 1, 'start', '&'],
  ['several documents', 'a: 1\n---\nb: 2\n', 2, 'documents'],
];

describe('a mistake in YAML', () => {
  for (const [name, text, line, id, piece] of cases)
    it(`is told in our words: ${name}`, () => {
      const { file, problems } = readYaml('x.yaml', text);
      assert.equal(file, null);
      assert.deepEqual(
        problems.map((each) => [each.line, each.message.id]),
        [[line, `taxonomy.yaml.${id}`]],
      );
      const [problem] = problems;
      assert.ok(problem);
      if (piece !== undefined) assert.deepEqual(problem.message.args, [piece]);
      assert.doesNotMatch(createTranslator('zh-CN').message(problem.message), /[a-z]{4}/);
    });

  it('is told in the words of the parser where it is a rare one', () => {
    const [problem] = readYaml('x.yaml', 'a: &x &y z\n').problems;
    assert.deepEqual(problem?.message, {
      id: 'taxonomy.syntax',
      args: ['A node can have at most one anchor'],
    });
  });
});
