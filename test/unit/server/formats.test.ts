import assert from 'node:assert/strict';
import { formatByName, formatOf, isTextFile } from '../../../src/core/text/format';
import { pathOf } from '../../../src/server/analyses';
import { settingsFrom, settingsFor, severityOf } from '../../../src/server/settings';

describe('format of a document', () => {
  const cases: readonly [string, string, string, string][] = [
    ['file:///a.md', 'markdown', '', 'markdown'],
    ['untitled:a', 'markdown', '', 'markdown'],
    ['file:///a.policy.md', 'zh-policy', '', 'markdown'],
    ['vscode-vfs://github/a/b.MD?ref=1', 'zh-policy', '', 'markdown'],
    ['file:///a.policy.txt', 'zh-policy', '# 题', 'plain'],
    ['untitled:Untitled-1', 'zh-policy', '甲。\n\n## 一、题\n', 'markdown'],
    ['untitled:Untitled-1', 'zh-policy', '甲。\n一、题\n', 'plain'],
    ['file:///a.txt', 'plaintext', '# 题', 'plain'],
  ];
  for (const [uri, languageId, text, expected] of cases)
    it(`${uri} (${languageId}) ${JSON.stringify(text)} is ${expected}`, () =>
      assert.equal(formatOf(pathOf(uri), { languageId, getText: () => text }), expected));
});

describe('a file by its name', () => {
  const names: readonly [string, boolean, string][] = [
    ['a.md', true, 'markdown'],
    ['/文/a.MARKDOWN', true, 'markdown'],
    ['a.policy.txt', true, 'plain'],
    ['a.md.docx', false, 'plain'],
    ['md', false, 'plain'],
    ['', false, 'plain'],
  ];
  for (const [name, isText, format] of names)
    it(`${name || 'none'} is ${isText ? 'a' : 'no'} text, and ${format}`, () =>
      assert.deepEqual([isTextFile(name), formatByName(name)], [isText, format]));
});

describe('settings', () => {
  it('are read field by field; a bad value costs only itself', () => {
    const read = settingsFrom({
      language: 'fr',
      enable: 'sometimes',
      preset: 'review',
      hintText: 7,
      codeLens: 'yes',
      rules: { PL101: 'off', PL102: 3 },
      taxonomy: { file: 1 },
      included: ['file:///a.md', 4],
      folders: [{ uri: 'file:///b', preset: 'x', rules: { PL103: 'hint' } }, { preset: 'quiet' }, 'x'],
    });
    assert.deepEqual(read, {
      language: 'zh-CN',
      enable: 'auto',
      preset: 'review',
      hintText: 'name',
      codeLens: true,
      rules: { PL101: 'off' },
      taxonomy: null,
      included: new Set(['file:///a.md']),
      folders: [{ uri: 'file:///b', rules: { PL103: 'hint' } }],
    });
  });

  for (const value of [null, undefined, 3, 'x', []])
    it(`are the defaults for ${JSON.stringify(value) ?? 'nothing'}`, () =>
      assert.equal(settingsFrom(value).preset, 'draft'));

  it('take the language from the editor where they leave it open', () => {
    assert.equal(settingsFrom({}, 'en-US').language, 'en');
    assert.equal(settingsFrom({ language: 'auto' }, 'zh-CN').language, 'zh-CN');
    assert.equal(settingsFrom({ language: 'en' }, 'zh-CN').language, 'en');
  });

  it('hold for a folder and what is inside, the innermost first', () => {
    const settings = settingsFrom({
      folders: [
        { uri: 'file:///a', preset: 'quiet' },
        { uri: 'file:///a/b', preset: 'review', codeLens: false },
      ],
    });
    const found = ['file:///a/x.md', 'file:///a/b/x.md', 'file:///ab/x.md'].map((uri) => {
      const { preset, codeLens } = settingsFor(settings, uri);
      return [preset, codeLens];
    });
    assert.deepEqual(found, [
      ['quiet', true],
      ['review', false],
      ['draft', true],
    ]);
  });

  const severities: readonly ['quiet' | 'draft' | 'review', Record<string, string>, string, string][] = [
    ['quiet', {}, 'PL108', 'hint'],
    ['draft', {}, 'PL108', 'warning'],
    ['quiet', {}, 'PL104', 'off'],
    ['draft', {}, 'PL104', 'off'],
    ['review', {}, 'PL104', 'information'],
    ['draft', {}, 'PL105', 'hint'],
    ['review', {}, 'PL105', 'information'],
    ['review', {}, 'PL108', 'warning'],
    ['review', { PL105: 'hint' }, 'PL105', 'hint'],
    ['quiet', { PL104: 'error' }, 'PL104', 'error'],
    ['draft', { 'broken-numbering': 'off' }, 'PL108', 'off'],
    ['draft', { PL108: 'loud' }, 'PL108', 'warning'],
    ['draft', {}, 'PL999', 'off'],
  ];
  for (const [preset, own, rule, expected] of severities)
    it(`preset ${preset} with ${JSON.stringify(own)} makes ${rule} ${expected}`, () =>
      assert.equal(severityOf({ preset, rules: own }, rule), expected));
});
