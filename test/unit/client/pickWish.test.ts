import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import type * as vscode from 'vscode';
import { pickWish } from '../../../src/client/commands/suppressionMenus';
import type { Services } from '../../../src/client/commands/services';
import { createTranslator } from '../../../src/l10n/translator';

type Subject = Parameters<typeof pickWish>[1];

/** The cursor in a line without tags. */
function at(line: string): Subject {
  const document = Object.assign(openDocument('file:///ws/a.policy.md', line), {
    lineAt: () => ({ isEmptyOrWhitespace: line.trim() === '' }),
  });
  const selection = { active: { line: 0, character: 0 } };
  editor.visible = [{ document, selection } as unknown as vscode.TextEditor];
  const overview = { covered: [], problems: [], other: [], suppressed: [] };
  return { document, overview } as unknown as Subject;
}

describe('what is put right at the cursor', () => {
  beforeEach(resetEditor);
  const services = {
    words: { t: createTranslator('en').t },
    taxonomy: { current: undefined },
  } as unknown as Services;

  it('is a category that the sentence lacks', async () => {
    const wish = await pickWish(services, at('设立技术转移中心。'), { tagsOnly: true });
    assert.equal(wish?.label, 'A category that this sentence lacks');
    assert.equal(wish?.occurrence, undefined);
    assert.deepEqual(editor.said, []);
  });

  it('is nothing on an empty line, which is told', async () => {
    assert.equal(await pickWish(services, at('  '), { tagsOnly: true }), undefined);
    assert.deepEqual(editor.said, ['There is no tag or finding at the cursor.']);
  });
});
