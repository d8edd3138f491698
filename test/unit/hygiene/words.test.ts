import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fits, usedWords, type UsedWord } from './usedWords';

type Bundle = Record<string, string>;

const root = join(import.meta.dirname, '../../..');
const areas = readdirSync(join(root, 'l10n/zh-CN')).sort();
const read = (language: string, area: string): Bundle =>
  JSON.parse(readFileSync(join(root, 'l10n', language, area), 'utf8')) as Bundle;
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/gu))].sort();

describe('words for users', () => {
  it('have the same areas in both languages', () => {
    assert.deepEqual(readdirSync(join(root, 'l10n/en')).sort(), areas);
  });

  for (const area of areas) {
    const [zh, en] = [read('zh-CN', area), read('en', area)];

    it(`${area}: the same ids in both languages, none empty`, () => {
      assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
      for (const [id, text] of [...Object.entries(zh), ...Object.entries(en)])
        assert.ok(text.trim() !== '', id);
    });

    it(`${area}: the same placeholders in both languages`, () => {
      const unequal = Object.keys(zh).filter(
        (id) => placeholders(zh[id] ?? '').join() !== placeholders(en[id] ?? '').join(),
      );
      assert.deepEqual(unequal, []);
    });

    it(`${area}: Chinese where it should be Chinese, English where English`, () => {
      const wrong = Object.keys(zh).filter((id) => {
        const words = (en[id] ?? '').replace(/\{\d+\}/gu, '').match(/[A-Za-z]{4,}/gu) ?? [];
        return words.length > 1 && zh[id] === en[id];
      });
      assert.deepEqual(wrong, []);
    });
  }

  it('address people in Chinese in one way, with 您', () => {
    const files = ['package.nls.zh-cn.json', ...areas.map((area) => `l10n/zh-CN/${area}`)];
    assert.deepEqual(
      files.filter((file) => readFileSync(join(root, file), 'utf8').includes('你')),
      [],
    );
  });

  const ids = areas.flatMap((area) => Object.keys(read('zh-CN', area)));
  const used = usedWords(join(root, 'src'));

  it('have ids of their own in each area', () => {
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
  });

  it('exist for every message the sources name', () => {
    assert.ok(used.messages.length > 100, String(used.messages.length));
    // What looks like an id (an area or group known to the words, a dot, a name) is taken for one, wherever it stands.
    const groups = new Set(ids.map((id) => id.split('.')[0]));
    const looksLikeId = ({ parts }: UsedWord): boolean =>
      /^[A-Za-z\d]+\.[\w.]*$/u.test(parts.join('')) && groups.has(parts[0]?.split('.')[0]);
    const missing = [...used.messages, ...used.literals.filter(looksLikeId)].filter(
      (word) => !ids.some((id) => fits(id, word)),
    );
    assert.deepEqual(
      missing.map(({ file, parts }) => `${file}: ${parts.join('${…}')}`),
      [],
    );
  });

  it('are all used: no id that no source names', () => {
    // A template of nothing but holes fits everything.
    const telling = used.literals.filter(({ parts }) => parts.length === 1 || parts.join('').length >= 3);
    const whole = new Set(telling.filter(({ parts }) => parts.length === 1).map(({ parts }) => parts[0]));
    const templates = telling.filter(({ parts }) => parts.length > 1);
    assert.deepEqual(
      ids.filter((id) => !whole.has(id) && !templates.some((word) => fits(id, word))),
      [],
    );
  });
});

describe('fitting ids to templates', () => {
  const cases: [string, string[], boolean][] = [
    ['a.b', ['a.b'], true],
    ['a.b', ['a.c'], false],
    ['a.b.c', ['a.', '.c'], true],
    ['a..c', ['a.', '.c'], false],
    ['a.b', ['a.', ''], true],
    ['b.a', ['a.', ''], false],
    ['a.b.x', ['a.', '.c'], false],
  ];
  for (const [id, parts, expected] of cases)
    it(`${id} and ${parts.join('…')}`, () => {
      const word: UsedWord = { file: '', parts };
      assert.equal(fits(id, word), expected);
    });
});
