import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../../src/core/rules';
import { parseChineseNumber } from '../../../src/core/text/outline/chineseNumber';
import { contributes } from '../support/manifest';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('README', () => {
  const [chinese = '', english = '', ...more] = readme.split(/^---$/mu);

  it('has a Chinese and an English half', () => assert.deepEqual(more, []));

  for (const [language, half] of [
    ['Chinese', chinese],
    ['English', english],
  ] as const)
    it(`names every command and every setting in ${language}, and none that does not exist`, () => {
      const rows = (pattern: RegExp): string[] => [...half.matchAll(pattern)].map(([, name = '']) => name);
      const remedy = 'README.md has a row for each, in the order of package.json';
      assert.deepEqual(
        rows(/^\| [^|]+ \| `(\w+)` \|/gmu).map((name) => `policyLens.${name}`),
        contributes.commands.map(({ command }) => command),
        remedy,
      );
      assert.deepEqual(
        rows(/^\| `(policyLens\.[\w.]+)` \|/gmu),
        Object.keys(contributes.configuration.properties),
        remedy,
      );
    });

  it('says how many rules there are, in both languages', () => {
    const { length } = rules;
    assert.equal(parseChineseNumber(/(\p{Script=Han}+)条\[规则\]/u.exec(chinese)?.[1] ?? ''), length);
    const numbers = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
    const [, number = ''] = /(\w+) \[rules\]\(/u.exec(english) ?? [];
    assert.equal(numbers.split(' ').indexOf(number) + 10, length, number);
  });

  for (const [language, half, words] of [
    [
      'Chinese',
      chinese,
      /标注 (\d+)% 相符，应有的标注找到 (\d+)%；标为“缺失”的 (\d+)% 确实没有，真正缺失的找到 (\d+)%/u,
    ],
    [
      'English',
      english,
      /(\d+)% of its tags agree and (\d+)% of the codes are found; of what it calls missing (\d+)% is, and (\d+)%/u,
    ],
  ] as const)
    it(`says how often tags are right as the model card does, in ${language}`, () => {
      const card = readFileSync(join(root, 'docs/model-card.md'), 'utf8');
      const rows = ['27 leaves (micro)', '"missing" by document'].flatMap((name) => {
        const row = card.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
        const [precision = '', recall = ''] = row.split('|').slice(2);
        return [precision, recall].map((figure) => Math.round(Number(figure)));
      });
      assert.deepEqual(words.exec(half)?.slice(1).map(Number), rows);
    });

  it('and its neighbours link to files that exist', () => {
    const pages = ['README.md', 'training/README.md', 'test/bench/README.md', ...markdownIn('docs')];
    const broken = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('and its neighbours name files and folders that exist; decisions may tell of what was', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'training/README.md', ...markdownIn('docs')].filter(
      (page) => !page.includes('decisions'),
    );
    const missing = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/`((?:src|test|scripts|core|client)\/[\w./-]+)`/gu)]
        .map(([, path = '']) => path)
        .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, 'src', path)))
        .map((path) => `${page}: ${path}`),
    );
    assert.deepEqual(missing, []);
  });
});

describe('the list of decisions', () => {
  it('has every decision once, and says which no longer hold', () => {
    const folder = join(root, 'docs/decisions');
    const list = readFileSync(join(folder, 'README.md'), 'utf8');
    const lines = list.split('\n').filter((line) => line.startsWith('- '));
    const files = readdirSync(folder).filter((name) => /^\d{4}-/u.test(name));
    assert.deepEqual(lines.map((line) => /^- \[\d{4}\]\(([^)]+)\)/u.exec(line)?.[1]).sort(), files.sort());
    for (const name of files) {
      const isSuperseded = /^\*\*Status\*\*: superseded/mu.test(readFileSync(join(folder, name), 'utf8'));
      const line = lines.find((each) => each.startsWith(`- [${name.slice(0, 4)}]`)) ?? '';
      assert.equal(line.includes('*Superseded by '), isSuperseded, name);
    }
  });
});

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}
