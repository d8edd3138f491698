/** Settings with their presets worked in. */
import assert from 'node:assert/strict';
import { editor, never, openDocument, resetEditor } from '../support/vscode';
import { wordsIn } from '../support/services';
import * as vscode from 'vscode';
import { admit } from '../../../src/client/connection/gate';
import { patternsOf } from '../../../src/client/report/subjects/listFiles';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import type { Included } from '../../../src/client/connection/included';
import { readSettings } from '../../../src/client/settings/settings';
import { serverSettings, SettingsSync } from '../../../src/client/settings/settingsSync';
import { folderSettingNames, settingValues, type ServerSettings } from '../../../src/protocol';
import { defaultSettings } from '../../../src/server/settings';
import { TaxonomyFile } from '../../../src/client/taxonomy/taxonomyFile';
import type { Words } from '../../../src/client/settings/words';
import { contributes } from '../support/manifest';

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
      assert.equal(readSettings(null).hints, mode);
    });
});

describe('patterns of files to read', () => {
  beforeEach(resetEditor);
  const folder = { uri: openDocument('file:///work/a.md').uri, name: 'work', index: 0 };
  const cases: readonly [written: unknown, read: readonly string[]][] = [
    [
      ['**/*.md', '*.txt'],
      ['**/*.md', '*.txt'],
    ],
    ['**/*.md', ['**/*.md']],
    [['**/*.md', 3, null], ['**/*.md']],
    [{ '**/*.md': true }, []],
    [null, []],
  ];
  for (const [written, read] of cases)
    it(`are ${JSON.stringify(read)} where ${JSON.stringify(written)} is written`, () => {
      editor.settings.set('coverage.include', { 2: written });
      editor.settings.set('include', { 2: written });
      assert.deepEqual([patternsOf(folder).include, readSettings(null).include], [read, read]);
    });
});

const { properties } = contributes.configuration;

describe('the values of a setting', () => {
  for (const [name, values] of Object.entries(settingValues))
    it(`are those of the manifest: ${name}`, () =>
      assert.deepEqual(properties[`policyLens.${name}`]?.enum, values));
});

/** What the server is told of the settings as they are. */
async function told(): Promise<ServerSettings> {
  const words = wordsIn('en') as unknown as Words;
  const file = new TaxonomyFile(words);
  await file.load();
  const settings = serverSettings(words, { list: () => [] as string[] } as unknown as Included, file);
  file.dispose();
  return settings;
}

describe('the server', () => {
  beforeEach(resetEditor);

  it('knows for each folder the settings that the manifest gives to folders', () =>
    assert.deepEqual(
      [...folderSettingNames].sort(),
      Object.keys(defaultSettings)
        .filter((name) => properties[`policyLens.${name}`]?.scope === 'resource')
        .sort(),
    ));

  it('has the defaults of the manifest, and so has the client', async () => {
    const unset = await told();
    for (const name of [...folderSettingNames, 'hintText'] as const) {
      const { default: value } = properties[`policyLens.${name}`] ?? {};
      assert.deepEqual([unset[name], defaultSettings[name]], [value, value], name);
    }
  });

  it('is told what a folder has otherwise, and no more', async () => {
    const other = { enable: 'always', preset: 'review', codeLens: false, rules: { PL101: 'off' } };
    assert.deepEqual(Object.keys(other).sort(), [...folderSettingNames].sort());
    for (const [name, value] of Object.entries(other)) {
      resetEditor();
      assert.deepEqual((await told()).folders, []);
      editor.settings.set(name, { 3: value });
      const { folders, ...window } = await told();
      assert.deepEqual(folders, [{ uri: 'file:///ws', [name]: value }]);
      assert.notDeepEqual(window[name as keyof typeof window], value);
    }
  });
});

describe('what the server is told', () => {
  it('is sent where it differs from what it was told before, and while it runs', () => {
    resetEditor();
    let settings = { preset: 'draft' };
    const sent: unknown[] = [];
    const states = new vscode.EventEmitter<string>();
    const server = {
      running: undefined as object | undefined,
      onDidChangeState: states.event,
      notify: (_: unknown, value: unknown) => sent.push(value),
    };
    const sync = new SettingsSync(
      server as unknown as LanguageServer,
      () => settings as unknown as ServerSettings,
      [],
    );
    sync.send();
    sync.forStart();
    server.running = {};
    sync.send();
    assert.deepEqual(sent, []);
    settings = { preset: 'review' };
    sync.send();
    sync.send();
    assert.deepEqual(sent, [{ preset: 'review' }]);
    // What changed while it started is told once it runs.
    settings = { preset: 'quiet' };
    states.fire('starting');
    assert.equal(sent.length, 1);
    states.fire('running');
    assert.deepEqual(sent.slice(1), [{ preset: 'quiet' }]);
    sync.dispose();
  });
});

describe('a document that is opened and counts as policy text', () => {
  /** With `a` open and included already. */
  function started() {
    resetEditor();
    const [a, b] = ['a', 'b'].map((name) => openDocument(`file:///ws/${name}.md`).uri);
    assert.ok(a && b);
    let settings = { preset: 'draft', included: [a.toString()] } as unknown as ServerSettings;
    const sent: unknown[] = [];
    let reads = 0;
    const notify = ({ method }: { readonly method: string }, value: unknown): void =>
      void sent.push([method.replace('policyLens/', ''), value]);
    const server = { running: {} as object | undefined, onDidChangeState: never, notify };
    const read = (): ServerSettings => {
      reads++;
      return settings;
    };
    const sync = new SettingsSync(server as unknown as LanguageServer, read, []);
    const about: unknown[] = [];
    sync.onDidSend((uris) => about.push(uris && [...uris]));
    sync.forStart();
    const change = (now: Partial<ServerSettings>): void => {
      settings = { ...settings, ...now };
      sync.send();
    };
    return { sync, server, a, b, sent, about, change, reads: () => reads };
  }

  it('is told by itself, once, and nothing is read for it', () => {
    const { sync, a, b, sent, about, reads } = started();
    for (const uri of [a, b, b]) sync.include(uri);
    assert.deepEqual(sent, [['didInclude', { uri: b.toString() }]]);
    assert.deepEqual(about, [[b.toString()]]);
    assert.equal(reads(), 1);
  });

  it('is known where the settings are told again', () => {
    const { sync, a, b, sent, about, change } = started();
    sync.include(b);
    sent.length = about.length = 0;
    change({ included: [a.toString(), b.toString()] });
    assert.deepEqual([sent, about], [[], []], 'as the server has it');
    change({ included: [a.toString()] });
    assert.deepEqual(about, [[b.toString()]]);
    sync.include(b);
    assert.deepEqual(
      sent.map((each) => (each as [string])[0]),
      ['didChangeSettings', 'didInclude'],
    );
  });

  it('is not told while the server does not run, which gets all it needs when it starts', () => {
    const { sync, server, b, sent } = started();
    server.running = undefined;
    sync.include(b);
    server.running = {};
    assert.deepEqual(sent, []);
    sync.include(b);
    assert.equal(sent.length, 1);
  });
});

describe('a change of what the server is told', () => {
  const cases: readonly [name: string, now: Partial<ServerSettings>, about: readonly string[] | undefined][] =
    [
      [
        'is about the documents that are included now, or are no longer',
        { included: ['b', 'c'] },
        ['a', 'c'],
      ],
      ['is about all where anything else is another, too', { included: ['b'], preset: 'review' }, undefined],
    ];
  for (const [name, now, about] of cases)
    it(name, () => {
      resetEditor();
      let settings = { preset: 'draft', included: ['a', 'b'] } as unknown as ServerSettings;
      const server = { running: {}, onDidChangeState: never, notify: () => undefined };
      const sync = new SettingsSync(server as unknown as LanguageServer, () => settings, []);
      const told: unknown[] = [];
      sync.onDidSend((uris) => told.push(uris && [...uris]));
      sync.forStart();
      settings = { ...settings, ...now };
      sync.send();
      assert.deepEqual(told, [about]);
      sync.dispose();
    });
});

describe('settings are read', () => {
  beforeEach(resetEditor);

  it('for what the manifest gives them to: documents and folders, or the window', async () => {
    await told();
    const scopes = editor.reads.map(([key, scope]) => [
      key,
      properties[`policyLens.${key}`]?.scope,
      scope === undefined ? 'window' : scope === null ? 'resource' : 'resource of one',
    ]);
    assert.ok(scopes.length > 7);
    for (const [key, expected = '', actual = ''] of scopes)
      assert.ok(actual.startsWith(expected), `${key ?? ''} is of the ${expected}, read for the ${actual}`);
  });

  const notYet: readonly [text: string, expected: string][] = [
    ['', 'empty'],
    [' \n\n', 'empty'],
    ['# Notes', 'notChinese'],
    ['\uFFFD'.repeat(30), 'garbled'],
  ];
  for (const [text, expected] of notYet)
    it(`say of a text with ${JSON.stringify(text)} that it is ${expected}`, () => {
      const document = openDocument('file:///ws/a.md', text);
      Object.assign(document, { languageId: 'markdown' });
      assert.equal(admit(document, { has: () => false } as unknown as Included), expected);
    });

  it('say of a garbled text that it is, whatever its language', () => {
    const document = openDocument('file:///ws/a.policy.txt', '\uFFFD'.repeat(30));
    assert.equal(admit(document, {} as Included), 'garbled');
  });

  it('no more than needed to decide whether a document is looked at', () => {
    const document = openDocument('file:///ws/a.policy.md', '一、甲');
    assert.equal(admit(document, {} as Included), 'open');
    assert.deepEqual(
      editor.reads.map(([key]) => key),
      ['enable'],
    );
  });
});
