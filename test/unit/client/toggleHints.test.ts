/** The switch for inline hints where VS Code shows all, or none. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor, settled } from '../support/vscode';
import '../support/languageClient';
import { ids } from '../support/services';
import type { Services } from '../../../src/client/commands/services';
import { toggleCommands } from '../../../src/client/commands/toggles';
import { Hints } from '../../../src/client/hints/hints';

describe('the switch for inline hints', () => {
  const hidden = 'client.hints.hidden';
  const cases: readonly [value: string | undefined, ours: string, said: readonly string[]][] = [
    [undefined, 'off', ['client.hints.all', 'client.hints.off']],
    ['on', 'cursorParagraph', ['client.hints.off', 'client.hints.cursorParagraph']],
    ['onUnlessPressed', 'all', ['client.hints.off', 'client.hints.all']],
    ['off', 'cursorParagraph', [hidden, hidden]],
    ['off', 'off', [hidden, hidden]],
    ['offUnlessPressed', 'all', ['client.hints.off', hidden]],
  ];
  for (const [value, ours, said] of cases)
    it(`says what is seen where VS Code’s hints are ${value ?? 'not set'} and ours ${ours}`, async () => {
      resetEditor();
      editor.settings.set('hints', { 1: ours });
      if (value !== undefined) editor.settings.set('inlayHints.enabled', { 1: value });
      const { toggleHints } = toggleCommands({
        words: ids,
        current: { document: openDocument('file:///ws/a.policy.md') },
        hints: new Hints(() => undefined),
      } as unknown as Services);
      for (let times = 0; times < 2; times++) await toggleHints?.();
      await settled();
      assert.deepEqual(editor.said, said);
    });
});
