import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultSettings, settingsFrom } from '../../../src/server/settings';

/** Those that the extension puts together and nobody writes by hand. */
const composed = ['taxonomy', 'included', 'folders'];

describe('docs/recipes/editors.md', () => {
  const page = readFileSync('docs/recipes/editors.md', 'utf8');

  it('names the settings that the server reads, in both languages', () => {
    const names = Object.keys(defaultSettings).filter((name) => !composed.includes(name));
    const told = [/^- \*\*设置\*\*：.*$/mu, /^- \*\*Settings\*\* .*$/mu].map((line) => {
      const [text = ''] = line.exec(page) ?? [];
      return [...text.matchAll(/`([a-zA-Z]+)`/gu)]
        .map(([, name = '']) => name)
        .filter((name) => name in defaultSettings);
    });
    for (const list of told) assert.deepEqual([...new Set(list)].sort(), [...names].sort());
  });

  it('sets a preset that there is, in every editor', () => {
    const given = [...page.matchAll(/:?['"]?preset['"]?\s*[=:]?\s*['"](\w+)['"]/gu)].map(
      ([, preset]) => preset,
    );
    assert.equal(given.length, 3);
    for (const preset of given) assert.equal(settingsFrom({ preset }).preset, preset);
  });
});
