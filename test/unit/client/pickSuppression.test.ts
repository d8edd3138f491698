import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { knowing, wordsIn } from '../support/services';
import { pickSuppression } from '../../../src/client/commands/pickSuppression';
import type { Services } from '../../../src/client/commands/services';
import type { MissingItem, Overview, SuppressedItem } from '../../../src/protocol';

const suppressed = { id: 'PL101', label: 'PL101', reason: '', orphan: false, where: 'text' };
const missing = { category: 'S4.2', name: '国际研发', notApplicable: '县里没有外资企业' };

/** A current document of which this was said. */
function saying(overview: {
  readonly suppressed: readonly object[];
  readonly missing: readonly object[];
}): Services {
  const document = openDocument('file:///ws/a.policy.md', '改革。');
  const known = {
    uri: document.uri.toString(),
    suppressed: overview.suppressed as SuppressedItem[],
    missing: overview.missing as MissingItem[],
  } as Partial<Overview>;
  return {
    current: { document },
    states: knowing(known),
    words: wordsIn('en'),
  } as unknown as Services;
}

describe('undo where this window has no step', () => {
  beforeEach(resetEditor);

  const uri = 'file:///ws/a.policy.md';
  const suppression = { id: 'PL101', where: 'text' };
  const cases: readonly [what: string, overview: Parameters<typeof saying>[0], expected: unknown][] = [
    ['a suppression', { suppressed: [suppressed], missing: [] }, { uri, suppression }],
    [
      'what does not apply',
      { suppressed: [], missing: [missing] },
      { uri, category: 'S4.2', notApplicable: true },
    ],
  ];
  for (const [what, overview, expected] of cases)
    it(`offers what is written of the document: ${what}`, async () => {
      assert.deepEqual(await pickSuppression(saying(overview)), expected);
    });

  it('says so where nothing is', async () => {
    assert.equal(await pickSuppression(saying({ suppressed: [], missing: [] })), undefined);
    assert.deepEqual(editor.said, ['There is no suppression to undo in this document.']);
  });
});
