/** What the views and the status bar are told of the current document, all of them the same. */
import assert from 'node:assert/strict';
import { editor, events, openDocument, resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { CurrentDocument } from '../../../src/client/documents/currentDocument';
import type { PanelState, Shown } from '../../../src/client/documents/panelState';
import { follow } from '../../../src/client/follow';
import type { Parts } from '../../../src/client/parts';
import { createTranslator } from '../../../src/l10n/translator';
import { LanguageStatus } from '../../../src/client/status/languageStatus';
import type { Words } from '../../../src/client/settings/words';

describe('what is shown of the current document', () => {
  beforeEach(resetEditor);

  const overview = { checked: { characters: 1, total: 2, density: 3 } };

  /** A text in front, of which something is known or not, and a server that stands as told. */
  function shown(
    server: string,
    known: object | null | undefined,
    text = '',
    uri = 'file:///ws/a.policy.md',
  ) {
    const document = openDocument(uri, text);
    editor.visible = [{ document } as vscode.TextEditor];
    const told: Record<string, Shown[]> = { panel: [], statusBar: [], languageStatus: [] };
    const part = (name: string) => ({ show: (now: Shown) => told[name]?.push(now) });
    const current = new CurrentDocument();
    const fire: Record<string, (value?: unknown) => unknown> = {};
    const event = (name: string) => (listener: (value?: unknown) => unknown) => {
      fire[name] = listener;
      return { dispose: () => undefined };
    };
    const asked: string[] = [];
    const provider = (name: string) => ({ onDidChangeCodeLensEmitter: { fire: () => asked.push(name) } });
    const refreshed: unknown[] = [];
    const outdated: unknown[] = [];
    let reloads = 0;
    const parts = {
      current,
      included: { has: () => false, isForced: () => false, onDidChangeList: event('included') },
      server: {
        state: server,
        onDidChangeState: event('server'),
        start: () => Promise.resolve(),
        running: { getFeature: (name: string) => ({ getProvider: () => provider(name) }) },
      },
      states: {
        get: () => known !== undefined && { overview: known },
        onDidUpdate: event('states'),
        refresh: (each: unknown) => refreshed.push(each),
        outdate: (uris: unknown) => outdated.push(uris),
      },
      words: { onDidChange: event('words') },
      taxonomy: { onDidChange: event('taxonomy'), reload: () => Promise.resolve(reloads++) },
      sync: { onDidSend: event('sync') },
      sidecars: { onDidChange: event('sidecars') },
      isOpen: () => true,
      panel: { ...part('panel'), onDidOpen: event('panel') },
      statusBar: part('statusBar'),
      languageStatus: part('languageStatus'),
    };
    follow(parts as unknown as Parts);
    const states = (): readonly (PanelState | undefined)[] =>
      Object.values(told).map((all) => all.at(-1)?.state);
    return { document, told, states, fire, asked, refreshed, outdated, reloads: () => reloads };
  }

  const cases: readonly [expected: PanelState, server: string, known: object | null | undefined][] = [
    ['waiting', 'starting', undefined],
    ['silent', 'running', null],
    ['active', 'running', overview],
    ['failed', 'failed', overview],
  ];
  for (const [expected, server, known] of cases)
    it(`is the same in all views: ${expected}`, () => {
      const { document, told, states } = shown(server, known);
      assert.deepEqual(states(), [expected, expected, expected]);
      const isActive = expected === 'active';
      for (const [now] of Object.values(told)) {
        assert.equal(now?.document, document);
        assert.equal(now?.overview, isActive ? overview : undefined);
      }
    });

  it('has its lines above headings asked for again when a view is opened', () => {
    const { fire, asked } = shown('running', overview);
    assert.deepEqual(asked, []);
    fire['panel']?.();
    assert.deepEqual(asked, ['textDocument/codeLens']);
  });

  it('is told while one types, until there is something to show', () => {
    const { document, told } = shown('idle', undefined);
    events.change.fire({ document });
    assert.equal(told['panel']?.length, 2);
    const { document: known, told: toldOfKnown } = shown('running', overview);
    events.change.fire({ document: known });
    assert.equal(toldOfKnown['panel']?.length, 1);
  });

  for (const [what, value] of [
    ['included'],
    ['server', 'running'],
    ['words'],
    ['taxonomy'],
    ['states'],
  ] as const)
    it(`is told anew when others say something: ${what}`, () => {
      const { document, told, fire } = shown('running', overview);
      fire[what]?.(what === 'states' ? document : value);
      for (const all of Object.values(told)) assert.equal(all.length, 2);
      // What is known of another document is no news.
      if (what === 'states') fire[what]?.(openDocument('file:///ws/b.policy.md'));
      assert.equal(told['panel']?.length, 2);
    });

  it('is told anew with every change of our settings, and with no other', () => {
    const { told } = shown('running', overview);
    for (const name of ['editor', 'policyLens'])
      events.configuration.fire({ affectsConfiguration: (asked: string) => asked === name });
    assert.equal(told['panel']?.length, 2);
  });

  it('is asked for anew where settings were sent, and where something is said of the text', () => {
    const { document, fire, refreshed } = shown('running', overview);
    fire['sync']?.();
    fire['sidecars']?.(document);
    assert.deepEqual(refreshed, [document, document]);
  });

  it('is asked for anew where it is included by itself; where others are, it stays as it is', () => {
    const { document, fire, refreshed, outdated, reloads } = shown('running', overview);
    const [others, own] = [['file:///ws/b.md'], [document.uri.toString()]].map((uris) => new Set(uris));
    fire['sync']?.(others);
    assert.deepEqual([refreshed, outdated], [[], [others]]);
    fire['sync']?.(own);
    assert.deepEqual([refreshed, outdated], [[document], [others, own]]);
    assert.equal(reloads(), 0, 'the taxonomy is the same');
    fire['sync']?.();
    assert.equal(reloads(), 1);
  });

  it('tells of a version that Git keeps, once it is in front', () => {
    const { states } = shown('running', undefined, '', 'git:/ws/a.policy.md');
    assert.deepEqual(states(), ['version', 'version', 'version']);
    editor.visible = [];
    events.tabs.fire();
    assert.deepEqual(states(), ['none', 'none', 'none']);
  });

  it('says why there is nothing when the server has failed, not how much was read before', () => {
    const item: Partial<vscode.LanguageStatusItem> = {};
    Object.assign(vscode.languages, { createLanguageStatusItem: () => item });
    const { t } = createTranslator('en');
    const { told } = shown('failed', overview);
    const [now] = told['languageStatus'] ?? [];
    new LanguageStatus({ t } as unknown as Words).show(now as Shown);
    assert.equal(item.detail, t('client.language.failed.why'));
  });

  it('says what is left out where the workspace is not trusted, until it is', () => {
    const items = new Map<string, Partial<vscode.LanguageStatusItem>>();
    Object.assign(vscode.languages, {
      createLanguageStatusItem: (id: string) => {
        const item = { dispose: () => items.delete(id) };
        items.set(id, item);
        return item;
      },
    });
    const { t } = createTranslator('en');
    const status = new LanguageStatus({ t } as unknown as Words);
    editor.isTrusted = false;
    const { told } = shown('running', overview);
    const all = told['languageStatus'] ?? [];
    status.show(all.at(-1) as Shown);
    assert.equal(items.get('policyLens.trust')?.detail, t('client.trust.why'));
    status.show({ ...(all.at(-1) as Shown), state: 'notChinese' });
    assert.equal(items.has('policyLens.trust'), false);
    status.show(all.at(-1) as Shown);
    editor.isTrusted = true;
    events.trust.fire();
    assert.equal(all.length, 2);
    status.show(all.at(-1) as Shown);
    assert.deepEqual([...items.keys()], ['policyLens.status']);
  });
});
