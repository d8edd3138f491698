/** That the changelog, whose lines are put together from many changes, says each thing once and in both languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Headings and items of the newest version that has some, by language: Chinese comes first. */
function parts(): readonly (readonly { readonly heading: string; readonly items: readonly string[] }[])[] {
  const text = readFileSync('CHANGELOG.md', 'utf8');
  const newest = text.split(/^## /m).find((version) => version.includes('\n- ')) ?? '';
  const all = [...newest.matchAll(/^\*\*(.+)\*\*\n([^]*?)(?=^\*\*|(?![^]))/gm)].map(
    ([, heading = '', body = '']) => ({ heading, items: body.match(/^- .*$/gm) ?? [] }),
  );
  const isChinese = ({ heading }: { readonly heading: string }): boolean => /\p{Script=Han}/u.test(heading);
  return [all.filter(isChinese), all.filter((part) => !isChinese(part))];
}

describe('the changelog', () => {
  it('tells the same number of things under each heading in both languages', () => {
    const [chinese = [], english = []] = parts().map((all) => all.map(({ items }) => items.length));
    assert.ok(chinese.length > 0);
    assert.deepEqual(english, chinese);
  });

  it('has no line twice, not in two versions either', () => {
    // A dozen characters of Chinese tell lines apart, and some words of English.
    for (const [language, length] of [14, 28].entries())
      for (const { heading, items } of parts()[language] ?? []) {
        const beginnings = items.map((item) => item.slice(0, length));
        const twice = beginnings.filter((each, at) => beginnings.indexOf(each) !== at);
        assert.deepEqual(twice, [], heading);
      }
  });
});
