/** What counts as a blank of a template, and what it takes away from coverage. */
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { blankOf, countBlanks } from '../../../src/core/coverage/blanks';
import type { DocumentFormat } from '../../../src/core/text/model';
import { smallEnvironment } from '../support/environment';

describe('blanks to be filled in', () => {
  const cases: readonly [name: string, text: string, format: DocumentFormat, blank: string | null][] = [
    ['before a unit', '到__年放贷款。', 'markdown', '__'],
    ['behind a digit', '到20__年放贷款。', 'plain', '__'],
    ['of any length', '由______负责。', 'markdown', '______'],
    ['in full width', '到＿＿年放贷款。', 'plain', '＿＿'],
    ['in a list item', '- 到__年，放贷款。', 'markdown', '__'],
    ['none in emphasis', '要求：__放贷款__，引人才。', 'markdown', null],
    ['where Markdown takes it for bold', '贷款占比，__%，而转化率仅__%。', 'markdown', '__'],
    ['in quotes', '由“__”放贷款，“__”配合。', 'markdown', '__'],
    ['before an end of year', '放贷款，__年底前发放__。', 'markdown', '__'],
    ['not one underscore before it', '企业_高校放贷款__亿元。', 'plain', '__'],
    ['before an actor', '放贷款，__牵头，配合__。', 'markdown', '__'],
    ['of four, where Markdown takes it for bold twice', '占比，____%和仅____%。', 'markdown', '____'],
    ['none around a sentence in bold', '__放贷款，引人才。__', 'markdown', null],
    ['none for one underscore', '文件a_b已印发。', 'plain', null],
    ['none at the end of a name', '变量data___引人才。', 'plain', null],
    ['none inside a name', '函数__init__已调用。', 'plain', null],
    ['none without words', '________', 'plain', null],
    ['none in code', '写`到__年`即可。', 'markdown', null],
  ];
  for (const [name, text, format, expected] of cases)
    it(name, () => {
      const { document } = analyze(text, format, smallEnvironment());
      const places = document.sentences.map((sentence) => blankOf(document, sentence));
      const found = places.find((place) => place !== null);
      assert.equal(found ? document.text.slice(found.start, found.end) : null, expected);
    });

  for (const [words, count] of [
    ['到20__年放贷款__亿元，由＿＿负责。', 3],
    ['文件a_b和__init__已印发。', 0],
    ['________', 0],
  ] as const)
    it(`are ${String(count)} in ${words}`, () => assert.equal(countBlanks(words), count));

  it('make a remedy thin until another sentence has it', () => {
    const coverage = (text: string) => {
      const { covered, thin } = analyze(text, 'markdown', smallEnvironment()).coverage;
      return { covered, thin };
    };
    assert.deepEqual(coverage('放贷款__亿元。'), { covered: [], thin: ['R1.3'] });
    assert.deepEqual(coverage('放贷款__亿元。放贷款20__亿元。'), { covered: [], thin: ['R1.3'] });
    assert.deepEqual(coverage('放贷款__亿元。今年放贷款。'), { covered: ['R1.3'], thin: [] });
  });
});
