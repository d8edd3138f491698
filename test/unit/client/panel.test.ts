import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import type { CurrentDocument } from '../../../src/client/documents/currentDocument';
import type { DocumentStates } from '../../../src/client/documents/documentStates';
import type { Words } from '../../../src/client/settings/words';
import type { TaxonomyCache } from '../../../src/client/taxonomy/taxonomyCache';
import { TaxonomyIndex } from '../../../src/client/taxonomy/taxonomyIndex';
import { Panel } from '../../../src/client/views/panel';
import { createTranslator } from '../../../src/l10n/translator';
import type { Overview, TaxonomyResult } from '../../../src/protocol';

const nothing = (): { dispose(): void } => ({ dispose: () => undefined });

/** The four views, with one remedy missing. */
function shown(): readonly { readonly description?: string }[] {
  const views: object[] = [];
  Object.assign(vscode.window, {
    createTreeView: () => {
      const view = { dispose: () => undefined, selection: [] };
      views.push(view);
      return view;
    },
  });
  const document = openDocument('file:///ws/a.policy.md');
  const current = { current: document, onDidChange: nothing } as unknown as CurrentDocument;
  const item = { category: 'R1.1', name: '甲', status: 'missing', why: '', answers: [], notApplicable: null };
  const overview = { missing: [item], covered: [], problems: [], orphans: [], suppressed: [] };
  const states = { onDidUpdate: nothing, get: () => ({ overview: overview as unknown as Overview }) };
  const taxonomy: TaxonomyResult = { id: '', categories: [], links: [] } as unknown as TaxonomyResult;
  const panel = new Panel(
    current,
    states as unknown as DocumentStates,
    { current: new TaxonomyIndex(taxonomy), onDidChange: nothing } as unknown as TaxonomyCache,
    {
      current: createTranslator('en'),
      t: createTranslator('en').t,
      onDidChange: nothing,
    } as unknown as Words,
    () => 'active',
  );
  panel.update();
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
