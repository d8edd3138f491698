import assert from 'node:assert/strict';
import { applyChange } from '../../../src/client/sidecar/change';
import { emptySidecar } from '../../../src/client/sidecar/format';
import type { Sidecar, Suppression } from '../../../src/core/suppress/model';
import type { SuppressParams } from '../../../src/protocol';
import { suppress, unsuppress } from '../../../src/service/suppress';
import { applied, marked, type Setting } from './support';

type Ask = Pick<SuppressParams, 'scope'> & Partial<SuppressParams>;

const ask = (document: ReturnType<typeof marked>, params: Ask) =>
  suppress(document.context, {
    uri: document.context.textDocument.uri,
    reason: '',
    where: 'text',
    ...('annotation' in params ? {} : { range: { start: document.cursor, end: document.cursor } }),
    ...params,
  });

const commented = (source: string, params: Ask, setting: Setting = {}): string => {
  const document = marked(source, setting);
  const result = ask(document, params);
  assert.equal(result?.entry, null);
  return applied(document, result.edits);
};

describe('suppress', () => {
  const cases: readonly [string, string, Ask, string][] = [
    [
      'one hit, behind its sentence',
      '引‸人才。又来。\n',
      { rule: 'PL105', scope: 'hit', reason: '已另文' },
      '引人才。<!-- policy-lens-disable-here PL105: 已另文 -->又来。\n',
    ],
    [
      'a paragraph, on a line before it',
      '# 题\n\n又来引‸人才。\n',
      { rule: 'PL105', scope: 'paragraph' },
      '# 题\n\n<!-- policy-lens-disable-next PL105 -->\n又来引人才。\n',
    ],
    [
      'a list item, inside of it, so that the list stays whole',
      '- 甲乙\n- 引‸人才\n- 丙丁\n',
      { rule: 'PL105', scope: 'paragraph' },
      '- 甲乙\n- 引人才<!-- policy-lens-disable-paragraph PL105 -->\n- 丙丁\n',
    ],
    [
      'a cell, inside of it, and no bar in the reason',
      '| 引‸人才 | 甲 |\n|---|---|\n',
      { rule: 'PL105', scope: 'paragraph', reason: '甲|乙' },
      '| 引人才<!-- policy-lens-disable-paragraph PL105: 甲｜乙 --> | 甲 |\n|---|---|\n',
    ],
    [
      'a file, at its top',
      '# 题\n\n引‸人才。\n',
      { rule: 'PL102', scope: 'file' },
      '<!-- policy-lens-disable-file PL102 -->\n\n# 题\n\n引人才。\n',
    ],
    [
      'a file, behind its front matter',
      '---\na: 1\n---\n\n# 题\n\n引‸人才。\n',
      { rule: 'PL102', scope: 'file' },
      '---\na: 1\n---\n\n<!-- policy-lens-disable-file PL102 -->\n\n# 题\n\n引人才。\n',
    ],
    [
      'a heading',
      '## 引‸人才\n\n甲。\n',
      { rule: 'PL106', scope: 'hit' },
      '## 引人才<!-- policy-lens-disable-here PL106 -->\n\n甲。\n',
    ],
    [
      'a heading as a paragraph, on a line before it',
      '## 引‸人才\n\n甲。\n',
      { rule: 'PL106', scope: 'paragraph' },
      '<!-- policy-lens-disable-next PL106 -->\n## 引人才\n\n甲。\n',
    ],
    [
      'before a blank that opens the next sentence',
      '引‸人才。__年底前放贷款。\n',
      { rule: 'PL105', scope: 'hit' },
      '引人才。<!-- policy-lens-disable-here PL105 -->__年底前放贷款。\n',
    ],
    [
      'behind the marks of emphasis',
      '**引‸人才。**\n',
      { rule: 'PL105', scope: 'hit' },
      '**引人才。**<!-- policy-lens-disable-here PL105 -->\n',
    ],
    [
      'a reason cannot end the comment',
      '引‸人才。\n',
      { rule: 'PL105', scope: 'hit', reason: 'a --> b\nc' },
      '引人才。<!-- policy-lens-disable-here PL105: a — b c -->\n',
    ],
  ];
  for (const [name, source, params, expected] of cases)
    it(`writes a comment for ${name}`, () => assert.equal(commented(source, params), expected));

  it('takes an annotation by its id, and puts another category in its place', () => {
    const text = commented('引人才。\n', {
      annotation: '0:R1.2',
      scope: 'hit',
      replacement: 'R2.3',
      reason: '是转化',
    });
    assert.equal(text, '引人才。<!-- policy-lens-disable-here R1.2=R2.3: 是转化 -->\n');
    const { analysis } = marked(text).context;
    assert.deepEqual(
      analysis.annotations.map(({ id, score }) => [id, score]),
      [['0:R2.3', 1]],
    );
  });

  it('gives an entry for plain text, with quote and surroundings', () => {
    const document = marked('没人才。引‸人才。给补贴。', { format: 'plain' });
    const result = ask(document, { rule: 'PL105', scope: 'hit', reason: 'r' });
    assert.deepEqual(result?.edits, []);
    assert.match(result?.entry?.id ?? '', /^hit:4:PL105:[0-9a-f]{16}$/);
    assert.deepEqual(result?.entry, {
      id: result?.entry?.id,
      target: 'finding',
      rule: 'PL105',
      scope: 'hit',
      anchor: { quote: '引人才。', prefix: '没人才。', suffix: '给补贴。', start: 4 },
      reason: 'r',
    });
  });

  for (const [name, source] of [
    ['the words of a link', '[引‸人才](a)\n'],
    ['an escape', '引‸人才\\\n'],
    ['a character reference', '引‸人才&amp;\n'],
  ] as const)
    it(`gives an entry where a comment would break ${name}`, () => {
      const result = ask(marked(source), { rule: 'PL105', scope: 'hit' });
      assert.deepEqual(result?.edits, []);
      assert.equal(result?.entry?.rule, 'PL105');
    });

  it('gives two sentences that begin at the same place at different times two entries', () => {
    const wish: Ask = { rule: 'PL105', scope: 'hit' };
    const first = ask(marked('引‸人才。给补贴。', { format: 'plain' }), wish)?.entry;
    const second = ask(marked('引博‸士。引人才。给补贴。', { format: 'plain' }), wish)?.entry;
    const again = ask(marked('引人‸才。给补贴。', { format: 'plain' }), { ...wish, reason: '另' })?.entry;
    assert.ok(first && second && again);
    const adding = (before: Sidecar, entry: Suppression): Sidecar =>
      applyChange(before, { addSuppressions: [entry] });
    const stored = [first, second, again].reduce(adding, emptySidecar);
    assert.deepEqual(stored.suppressions, [second, again]);
  });

  it('gives an entry on request, without an anchor for the whole file', () => {
    const document = marked('引‸人才。');
    const entry = ask(document, { annotation: '0:R1.2', scope: 'file', where: 'sidecar' })?.entry;
    assert.deepEqual(entry, {
      id: 'file:0:R1.2',
      target: 'annotation',
      category: 'R1.2',
      scope: 'file',
      anchor: null,
      reason: '',
    });
  });

  it('is null where there is nothing to suppress', () => {
    const document = marked('引人才。');
    assert.equal(ask(document, { annotation: '7:R1.2', scope: 'hit' }), null);
    assert.equal(ask(document, { scope: 'hit' }), null);
  });

  it('makes what it names disappear, in text and in sidecar alike', () => {
    const source = '# 题\n\n没平‸台。又来引人才。\n';
    for (const scope of ['hit', 'paragraph', 'file'] as const) {
      const text = commented(source, { rule: 'PL101', scope });
      assert.equal(
        marked(text).context.analysis.findings.some(({ rule }) => rule === 'PL101'),
        false,
        scope,
      );
      const entry = ask(marked(source), { rule: 'PL101', scope, where: 'sidecar' })?.entry;
      assert.ok(entry);
      const sidecar = { version: 1 as const, suppressions: [entry], notApplicable: [] };
      const { analysis } = marked(source, { options: { sidecar } }).context;
      assert.equal(
        analysis.findings.some(({ rule }) => rule === 'PL101'),
        false,
        scope,
      );
      assert.equal(analysis.suppressed[0]?.hits, 1);
    }
  });
});

describe('unsuppress', () => {
  const cases: readonly [string, string, string, string | null][] = [
    [
      'takes an inline comment out',
      '引人才。<!-- policy-lens-disable-here R1.2 -->\n',
      'text:0:R1.2',
      '引人才。\n',
    ],
    [
      'takes a comment out with its line',
      '甲。\n\n<!-- policy-lens-disable-next PL101 -->\n引人才。\n',
      'text:0:PL101',
      '甲。\n\n引人才。\n',
    ],
    [
      'takes the blank line behind a comment for the file, too',
      '<!-- policy-lens-disable-file PL102: x -->\n\n# 题\n',
      'text:0:PL102',
      '# 题\n',
    ],
    [
      'leaves the other ids',
      '<!-- policy-lens-disable-file PL102 R1.2: x -->\n\n# 题\n',
      'text:0:PL102',
      '<!-- policy-lens-disable-file R1.2: x -->\n\n# 题\n',
    ],
    ['knows no other ids', '引人才。', 'text:0:PL102', null],
  ];
  for (const [name, source, id, expected] of cases)
    it(name, () => {
      const document = marked(source);
      const edits = unsuppress(document.context, id);
      assert.equal(edits && applied(document, edits), expected);
    });

  it('takes back exactly what suppress wrote', () => {
    for (const scope of ['hit', 'paragraph', 'file'] as const)
      for (const source of [
        '# 题\n\n又来引‸人才。给补贴。\n',
        '- 引‸人才\n- 甲\n',
        '# 题\r\n\r\n又来引‸人才。\r\n',
      ]) {
        const document = marked(commented(source, { rule: 'PL101', scope, reason: '因' }));
        const [suppressed] = document.context.analysis.suppressed;
        const edits = unsuppress(document.context, suppressed?.suppression.id ?? '');
        assert.equal(edits && applied(document, edits), source.replace('‸', ''));
      }
  });
});
