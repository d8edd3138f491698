import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  directivesOf,
  formatDirective,
  formatId,
  type DirectiveVerb,
} from '../../../src/core/suppress/comments';
import { parseDocument } from '../../../src/core/text/parseDocument';
import { within } from '../support/time';

/** Every directive of a Markdown text as `verb ids: reason`. */
const read = (text: string): string[] =>
  directivesOf(parseDocument(text, 'markdown')).map(
    ({ verb, ids, reason }) => `${verb} ${ids.map(formatId).join(' ')}: ${reason}`,
  );

describe('comments that suppress', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    [
      'rule and category',
      '<!-- policy-lens-disable-next PL101 R2.3: 已另文 -->',
      ['next PL101 R2.3: 已另文'],
    ],
    [
      'several forms of separators',
      '<!-- policy-lens-disable-next PL101,R2、problem-without-remedy：已另文 -->',
      ['next PL101 R2 problem-without-remedy: 已另文'],
    ],
    ['should be …', '<!-- policy-lens-disable-next R2.3=R1.1 =S1.1 -->', ['next R2.3=R1.1 =S1.1: ']],
    [
      'a reason without a colon',
      '<!-- policy-lens-disable-next PL101 已在另文中说明 -->',
      ['next PL101: 已在另文中说明'],
    ],
    [
      'codes of two digits, as taxonomies may have them',
      '<!-- policy-lens-disable-next R10.12 A12 R10.1=S2.10 -->',
      ['next R10.12 A12 R10.1=S2.10: '],
    ],
    ['the same id twice', '<!-- policy-lens-disable-here R1.2 r1.2 -->', ['here R1.2: ']],
    ['small letters', '<!-- policy-lens-disable-next pl101 r2.3 -->', ['next PL101 R2.3: ']],
    [
      'an input method’s letters, figures and dots',
      '<!-- policy-lens-disable-next ＰＬ１０１ Ｒ２．３＝Ｒ１。１ S3·1：已另文 -->',
      ['next PL101 R2.3=R1.1 S3.1: 已另文'],
    ],
    [
      'with a hyphen it is meant for an id, too',
      '<!-- policy-lens-disable-next R2-3 PL-101: 已另文 -->',
      ['next R2-3 PL-101: 已另文'],
    ],
    [
      'what was meant for an id is no reason',
      '<!-- policy-lens-disable-next PL1 R2.x: 已另文 -->',
      ['next PL1 R2.x: 已另文'],
    ],
    [
      'a reason may begin with a figure or a word, and name a category',
      '<!-- policy-lens-disable-next 5G 另文 --><!-- policy-lens-disable-next 见R2-3 --><!-- policy-lens-disable-file ok -->',
      ['next : 5G 另文', 'next : 见R2-3', 'file : ok'],
    ],
    ['nothing named is everything', '<!-- policy-lens-disable-file -->', ['file : ']],
    ['inline', '甲。<!--policy-lens-disable-here PL101-->乙。', ['here PL101: ']],
    [
      'several in one piece of HTML',
      '<!-- policy-lens-disable-file PL101 --><!-- policy-lens-not-applicable S4.1: 不涉及 -->',
      ['file PL101: ', 'not-applicable S4.1: 不涉及'],
    ],
    [
      'other comments are none',
      '<!-- 注 -->\n\n<!-- 见 policy-lens-disable-file -->\n\n<!-- policy-lens -->\n\n<!-- policy-lens-disable-all -->',
      [],
    ],
    [
      'code is no comment',
      '```\n<!-- policy-lens-disable-file -->\n```\n\n`<!-- policy-lens-disable-file -->`',
      [],
    ],
    [
      'what every object has is none',
      Object.getOwnPropertyNames(Object.prototype)
        .map((name) => `<!-- ${name} -->`)
        .join('\n\n'),
      [],
    ],
    ['an open comment is none', '甲 <!-- policy-lens-disable-file', []],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(read(text), expected));

  it('plain text has none', () => {
    const text = '<!-- policy-lens-disable-file -->';
    assert.deepEqual(directivesOf(parseDocument(text, 'plain')), []);
  });

  it('are found in time among much other HTML', () => {
    const piece = '建设<b>平台</b>。\n';
    const text = piece.repeat(40_000) + '<!-- policy-lens-disable-file -->';
    const tags = [...text.matchAll(/<[^>]*>/g)].map(({ 0: tag, index }) => ({
      start: index,
      end: index + tag.length,
    }));
    const found = within(3, () => directivesOf({ text, html: tags }));
    assert.deepEqual(
      found.map(({ verb, comment }) => [verb, comment.end]),
      [['file', text.length]],
    );
  });

  it('are read as they were written, whatever the reason', () => {
    const id = fc.constantFrom(
      { rule: 'PL101' },
      { category: 'R2.3' },
      { category: 'R2.3', replacement: 'R1.1' },
      { replacement: 'S1.1' },
    );
    const verb = fc.constantFrom<DirectiveVerb>('here', 'paragraph', 'next', 'file', 'not-applicable');
    fc.assert(
      fc.property(
        verb,
        fc.uniqueArray(id, { minLength: 1, selector: formatId }),
        fc.string(),
        (name, ids, reason) => {
          const comment = formatDirective(name, ids, reason);
          const [found, ...others] = directivesOf(parseDocument(`甲${comment}乙\n`, 'markdown'));
          assert.deepEqual(others, []);
          assert.deepEqual(found && [found.verb, found.ids], [name, ids]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
