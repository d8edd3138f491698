import assert from 'node:assert/strict';
import { openDocument, resetEditor } from '../support/vscode';
import type { Services } from '../../../src/client/commands/services';
import { WorkspaceSubject } from '../../../src/client/report/workspaceSubject';
import { createTranslator } from '../../../src/l10n/translator';

describe('the report of several files', () => {
  beforeEach(resetEditor);

  /** By which its panel is found again. */
  const keyOf = (...names: string[]): string => {
    const { t } = createTranslator('zh-CN');
    const scope = names.map((name) => openDocument(`file:///ws/${name}`).uri);
    return new WorkspaceSubject({ words: { t } } as unknown as Services, scope).key;
  };

  it('is one and the same, in whatever order they were selected', () => {
    assert.equal(keyOf('b.md', 'a.md'), keyOf('a.md', 'b.md'));
    assert.notEqual(keyOf('a.md'), keyOf('b.md'));
    assert.notEqual(keyOf('a.md'), keyOf('a.md', 'b.md'));
  });
});
