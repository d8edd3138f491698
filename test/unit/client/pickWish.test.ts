import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import { pickPlace, pickWish } from '../../../src/client/commands/suppressionMenus';
import type { Services } from '../../../src/client/commands/services';

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

const services = {
  words: wordsIn('en'),
  taxonomy: { current: undefined },
} as unknown as Services;

describe('what is put right at the cursor', () => {
  beforeEach(resetEditor);

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

describe('what is taken away on the row of a category', () => {
  beforeEach(resetEditor);

  /** What is offered for a row where the document has places of R1.2 in these lines, and the last one is taken. */
  async function picked(category: string | undefined, lines: readonly number[]) {
    const occurrences = lines.map((line) => ({
      id: String(line),
      category: 'R1.2',
      quote: `引进人才${String(line)}。`,
      range: { start: { line, character: 0 }, end: { line, character: 6 } },
    }));
    const offered: string[] = [];
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
        offered.push(...items.map(({ label, description }) => `${label} ${description ?? ''}`));
        return Promise.resolve(items.at(-1));
      },
    });
    const overview = { covered: [{ category: 'R1.2', occurrences }], problems: [], other: [] };
    const subject = { overview } as unknown as Subject;
    const target = { uri: 'file:///ws/a.md', ...(category ? { category } : {}) };
    return { wish: await pickPlace(services, subject, target), offered };
  }

  it('is one of its places, wherever the cursor is', async () => {
    const { wish, offered } = await picked('R1.2', [2, 6]);
    assert.deepEqual(offered, ['引进人才2。 line 3', '引进人才6。 line 7']);
    assert.equal(wish?.occurrence?.id, '6');
  });

  it('is its only place', async () => {
    const { wish, offered } = await picked('R1.2', [2]);
    assert.deepEqual([wish?.occurrence?.id, offered], ['2', []]);
  });

  it('is nothing on the row of a kind', async () => {
    const { wish, offered } = await picked(undefined, [2, 6]);
    assert.deepEqual([wish, offered], [undefined, []]);
  });
});
