/** Settings with their presets worked in. */
import assert from 'node:assert/strict';
import { editor, resetEditor } from '../support/vscode';
import { readSettings } from '../../../src/client/settings/settings';

describe('the mode of hints', () => {
  const cases: readonly [preset: string, hints: string | undefined, mode: string][] = [
    ['quiet', 'auto', 'onDemand'],
    ['draft', 'auto', 'cursorParagraph'],
    ['review', 'auto', 'all'],
    ['review', undefined, 'all'],
    ['review', 'cursorParagraph', 'cursorParagraph'],
    ['review', 'off', 'off'],
    ['quiet', 'a slip', 'onDemand'],
  ];
  for (const [preset, hints, mode] of cases)
    it(`is ${mode} for ${hints ?? 'nothing'} under ${preset}`, () => {
      resetEditor();
      editor.settings.set('preset', { 1: preset });
      if (hints !== undefined) editor.settings.set('hints', { 1: hints });
      assert.equal(readSettings().hints, mode);
    });
});
