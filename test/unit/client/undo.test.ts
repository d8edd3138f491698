/** Taking back what was done: the very step, with what stood there before. */
import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { ids, wordsIn } from '../support/services';
import * as vscode from 'vscode';
import { turnRuleOff } from '../../../src/client/commands/turnRuleOff';
import type { Services } from '../../../src/client/commands/services';
import { UndoStack, type Outcome, type Undoable } from '../../../src/client/commands/undoStack';
import { undoStep } from '../../../src/client/commands/undoStep';
import type { Language } from '../../../src/l10n/translator';

describe('undo', () => {
  let services: Services;
  let stack: UndoStack;
  const undone: string[] = [];
  const push = (label: string, outcome: Outcome = 'done'): void =>
    stack.push({
      label,
      undo: () => {
        undone.push(label);
        return Promise.resolve(outcome);
      },
    });

  const last = (): Undoable => {
    const step = stack.lastFor(undefined);
    assert.ok(step);
    return step;
  };
  const undoLast = (): Promise<void> => undoStep(services, last());

  beforeEach(() => {
    resetEditor();
    undone.length = 0;
    stack = new UndoStack();
    const words = { ...ids, current: wordsIn('en').current };
    services = { undo: stack, words } as unknown as Services;
  });

  it('a rule that was turned off gets the severity back that it had, though another step was made since', async () => {
    editor.settings.set('rules', { 2: { PL101: 'warning', PL102: 'off' } });
    editor.answer = (_, button) => {
      push('later');
      return Promise.resolve(button);
    };
    await turnRuleOff(services, openDocument('file:///ws/a.txt'), 'PL101');
    assert.deepEqual(editor.settings.get('rules')?.[2], { PL101: 'warning', PL102: 'off' });
    assert.deepEqual(undone, []);
    await undoLast();
    assert.deepEqual(undone, ['later']);
  });

  it('a rule that had no severity of its own has none again, and is given back only once', async () => {
    editor.answer = async (_, button) => {
      if (button !== undefined) await undoLast();
      return button;
    };
    await turnRuleOff(services, openDocument('file:///ws/a.txt'), 'PL101');
    assert.equal(editor.settings.get('rules')?.[2], undefined);
    assert.deepEqual(editor.said.slice(-2), ['client.rule.undone', 'client.undo.already']);
  });

  it('a rule that was given another severity since keeps it', async () => {
    editor.settings.set('rules', { 2: { PL101: 'warning' } });
    editor.answer = (_, button) => {
      editor.settings.set('rules', { 2: { PL101: 'error' } });
      return Promise.resolve(button);
    };
    await turnRuleOff(services, openDocument('file:///ws/a.txt'), 'PL101');
    assert.deepEqual(editor.settings.get('rules')?.[2], { PL101: 'error' });
    assert.equal(editor.said.at(-1), 'client.undo.gone');
    assert.equal(stack.lastFor(undefined), undefined);
  });

  const named: readonly [Language, string, readonly string[]][] = [
    [
      'zh-CN',
      'PL111',
      ['已关闭规则“待填空位”（PL111），见设置 policyLens.rules。', '已恢复规则“待填空位”（PL111）'],
    ],
    [
      'en',
      'PL111',
      [
        'The rule “Blank to be filled in” (PL111) is off (setting policyLens.rules).',
        'The rule “Blank to be filled in” (PL111) is back',
      ],
    ],
    [
      'en',
      'PL999',
      ['The rule “PL999” (PL999) is off (setting policyLens.rules).', 'The rule “PL999” (PL999) is back'],
    ],
  ];
  for (const [language, rule, said] of named)
    it(`a rule that is turned off and back on is called by its title (${language}, ${rule})`, async () => {
      editor.answer = (_, button) => Promise.resolve(button);
      const speaking = { undo: stack, words: wordsIn(language) } as unknown as Services;
      await turnRuleOff(speaking, openDocument('file:///ws/a.txt'), rule);
      assert.deepEqual(editor.said, said);
    });

  const places: readonly [
    name: string,
    rules: Readonly<Record<number, object>>,
    offered: readonly string[],
  ][] = [
    [
      'anywhere where nothing is said of it',
      { 1: { PL101: 'warning' }, 2: { PL102: 'off' } },
      ['workspace', 'user'],
    ],
    ['not for all workspaces where this one has it on', { 2: { PL101: 'warning' } }, ['workspace']],
    ['likewise where the only folder has it on', { 2: {}, 3: { PL101: 'warning' } }, ['workspace']],
  ];
  for (const [name, rules, offered] of places)
    it(`a rule is turned off ${name}`, async () => {
      editor.settings.set('rules', rules);
      let asked: readonly string[] = [];
      Object.assign(vscode.window, {
        showQuickPick: (items: readonly { label: string }[]) => {
          asked = items.map(({ label }) => label);
          return Promise.resolve(undefined);
        },
      });
      await turnRuleOff(services, openDocument('file:///ws/a.txt'), 'PL101');
      assert.deepEqual(
        asked,
        offered.map((place) => `client.rule.${place}`),
      );
    });

  const outcomes: readonly [outcome: Outcome | 'already', isBrief: boolean][] = [
    ['done', true],
    ['gone', false],
    ['failed', false],
    ['already', false],
  ];
  for (const [outcome, isBrief] of outcomes)
    it(`what became of a step is told ${isBrief ? 'in passing' : 'until it is read'} (${outcome})`, async () => {
      const brief: string[] = [];
      Object.assign(vscode.window, { setStatusBarMessage: (text: string) => void brief.push(text) });
      push('step', outcome === 'already' ? 'done' : outcome);
      const step = last();
      if (outcome === 'already') await stack.undo(step);
      await undoStep(services, step);
      assert.deepEqual([brief, editor.said], isBrief ? [['step'], []] : [[], [`client.undo.${outcome}`]]);
    });

  it('is of the text in front, or of the settings; of any where no text is in front', () => {
    const pushIn = (label: string, address?: string): void =>
      stack.push({
        label,
        ...(address === undefined ? {} : { address: () => address }),
        undo: () => Promise.resolve('done'),
      });
    pushIn('in a', 'file:///ws/a.txt');
    pushIn('in b', 'file:///ws/b.txt');
    const [a, b, c] = ['a', 'b', 'c'].map((name) => openDocument(`file:///ws/${name}.txt`));
    const labels = (): readonly (string | undefined)[] =>
      [a, b, c, undefined].map((document) => stack.lastFor(document)?.label);
    assert.deepEqual(labels(), ['in a', 'in b', undefined, 'in b']);
    pushIn('a rule');
    assert.deepEqual(labels(), ['a rule', 'a rule', 'a rule', 'a rule']);
  });

  it('a step that failed is told, and stays', async () => {
    push('first');
    push('second', 'failed');
    await undoLast();
    await undoLast();
    assert.deepEqual(undone, ['second', 'second']);
    assert.deepEqual(editor.said, ['client.undo.failed', 'client.undo.failed']);
  });

  it('a step whose words are gone is told and left behind', async () => {
    push('first');
    push('second', 'gone');
    await undoLast();
    await undoLast();
    assert.deepEqual(editor.said, ['client.undo.gone', 'first']);
  });
});
