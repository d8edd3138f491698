/** A menu in which a reason is typed: its words filter nothing, and so move nothing. */
import assert from 'node:assert/strict';
import { goOn, pass, stopTime } from '../support/time';
import '../support/vscode';
import * as vscode from 'vscode';
import { keepActive } from '../../../src/client/commands/keepActive';

const items = ['hit', 'paragraph', 'file'].map((label) => ({ label }));

describe('the chosen item of a menu', () => {
  beforeEach(stopTime);
  afterEach(goOn);

  const cases: readonly [name: string, steps: readonly (string | 'typed' | 'pause')[], expected: string][] = [
    ['is the first while none was chosen', ['typed'], 'hit'],
    ['stays while a reason is typed', ['paragraph', 'file', 'typed', 'typed'], 'file'],
    ['stays when more is typed after a while', ['file', 'typed', 'pause', 'typed'], 'file'],
    ['is the first again where the user went back', ['file', 'hit', 'pause', 'typed'], 'hit'],
    ['may be changed between two words', ['file', 'typed', 'paragraph', 'typed'], 'paragraph'],
  ];
  for (const [name, steps, expected] of cases)
    it(name, async () => {
      const active = new vscode.EventEmitter<readonly (typeof items)[number][]>();
      const value = new vscode.EventEmitter<string>();
      const menu = {
        items,
        activeItems: items.slice(0, 1),
        onDidChangeActive: active.event,
        onDidChangeValue: value.event,
      };
      /** As the editor has it: what is active, told only where it changes. */
      const goTo = (label: string): void => {
        if (menu.activeItems[0]?.label === label) return;
        menu.activeItems = items.filter((item) => item.label === label);
        active.fire(menu.activeItems);
      };
      keepActive(menu as unknown as vscode.QuickPick<(typeof items)[number]>);
      for (const step of steps)
        if (step === 'pause') await pass(50);
        else if (step === 'typed') {
          goTo('hit');
          value.fire('');
          // The editor tells that it has gone there.
          active.fire(menu.activeItems);
        } else goTo(step);
      assert.deepEqual(
        menu.activeItems.map(({ label }) => label),
        [expected],
      );
    });
});
