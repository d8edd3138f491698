import assert from 'node:assert/strict';
import { editor, never, openDocument, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Words } from '../../../src/client/settings/words';
import type { TaxonomyCache } from '../../../src/client/taxonomy/taxonomyCache';
import { TaxonomyIndex } from '../../../src/client/taxonomy/taxonomyIndex';
import { Panel } from '../../../src/client/views/panel';
import type { Overview, TaxonomyResult } from '../../../src/protocol';

/** The four views, with one remedy missing. */
function shown(): readonly { readonly description?: string }[] {
  const views: object[] = [];
  Object.assign(vscode.window, {
    createTreeView: () => {
      const view = { dispose: () => undefined, selection: [], onDidChangeVisibility: never };
      views.push(view);
      return view;
    },
  });
  const document = openDocument('file:///ws/a.policy.md');
  const item = { category: 'R1.1', name: '甲', status: 'missing', why: '', answers: [], notApplicable: null };
  const overview = { missing: [item], covered: [], problems: [], orphans: [], suppressed: [] };
  const taxonomy: TaxonomyResult = { id: '', categories: [], links: [] } as unknown as TaxonomyResult;
  const panel = new Panel(
    { current: new TaxonomyIndex(taxonomy) } as unknown as TaxonomyCache,
    wordsIn('en') as unknown as Words,
  );
  panel.show({ state: 'active', document, overview: overview as unknown as Overview });
  return views;
}

describe('the document that the panel is about', () => {
  beforeEach(resetEditor);

  const cases: readonly [other: string, name: string][] = [
    ['file:///ws/b.policy.md', 'a.policy.md'],
    ['file:///ws/a.policy.md', 'a.policy.md'],
    ['file:///ws/县/a.policy.md', '/ws/a.policy.md'],
  ];
  for (const [other, name] of cases)
    it(`is called ${name} while a tab has ${other}`, () => {
      const tabs = ['file:///ws/a.policy.md', other];
      editor.tabs = tabs.map((uri) => new vscode.TabInputText(vscode.Uri.parse(uri)));
      assert.deepEqual(
        shown().map(({ description }) => description),
        [name, undefined, undefined, undefined],
      );
    });
});
