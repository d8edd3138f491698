import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { contributes } from '../support/manifest';

interface EnterRule {
  beforeText: string;
  action: { indent: string; appendText: string };
}
interface LanguageConfiguration {
  brackets: [string, string][];
  autoClosingPairs: { open: string; close: string }[];
  wordPattern: { pattern: string; flags: string };
  folding: { markers: { start: string; end: string } };
  onEnterRules: EnterRule[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const configuration = read('language-configuration.json') as LanguageConfiguration;
const nls = { en: read('package.nls.json'), zh: read('package.nls.zh-cn.json') } as Record<
  'en' | 'zh',
  Record<string, string>
>;

/** What the editor would append after Enter at the end of the line: the first rule that matches wins. */
function afterEnter(line: string): string {
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText, 'u').test(line));
  return rule?.action.appendText ?? '';
}

describe('language zh-policy', () => {
  const cases: Readonly<Record<string, string>> = {
    '1.建设中试平台；': '2.',
    '9.完善台账；': '10.',
    '（3）明确牵头单位；': '（4）',
    '（九）加强评估；': '（十）',
    '一是补齐短板；': '二是',
    '　　二是完善机制；': '　　三是',
    '　　普通段落另起一段。': '　　',
    '一、总体要求': '',
    '1.这是最后一项。': '',
    '没有编号的一句；': '',
  };
  for (const [line, expected] of Object.entries(cases)) {
    it(`continues «${line}» with «${expected}»`, () => {
      assert.equal(afterEnter(line), expected);
    });
  }

  it('splits Chinese, Latin initials and figures into words', () => {
    const { pattern, flags } = configuration.wordPattern;
    const words = '支持ssfa建设12.5%平台《办法》'.match(new RegExp(pattern, `g${flags}`));
    assert.deepEqual(words, ['支持', 'ssfa', '建设', '12.5%', '平台', '办法']);
  });

  it('closes every bracket it opens, the Chinese ones among them', () => {
    const closing = new Map(configuration.autoClosingPairs.map(({ open, close }) => [open, close]));
    for (const [open, close] of configuration.brackets) assert.equal(closing.get(open), close);
    for (const open of '《（【「“〔') assert.ok(closing.has(open), open);
  });

  it('folds only marked regions', () => {
    const start = new RegExp(configuration.folding.markers.start, 'u');
    assert.ok(start.test('<!-- #region 附件 -->'));
    assert.ok(!start.test('## 一、总体要求'));
  });
});

describe('what the manifest contributes for the language', () => {
  const { languages, grammars, snippets, walkthroughs, configurationDefaults } = contributes;

  it('names files that exist', () => {
    const files = [
      ...languages.flatMap((language) => [language.configuration, ...Object.values(language.icon)]),
      ...grammars.map((grammar) => grammar.path),
      ...snippets.map((snippet) => snippet.path),
    ];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('gives every walkthrough page in Chinese and English', () => {
    for (const step of walkthroughs.flatMap((walkthrough) => walkthrough.steps)) {
      const key = step.media.markdown.replaceAll('%', '');
      const pages = [nls.en[key], nls.zh[key]];
      assert.notEqual(pages[0], pages[1]);
      for (const page of pages) assert.ok(page !== undefined && existsSync(page), `${key}: ${String(page)}`);
    }
  });

  it('begins the title of a walkthrough with whose it is, as the welcome page cuts off its end', () => {
    for (const { title } of walkthroughs) {
      const key = title.replaceAll('%', '');
      assert.match(nls.en[key] ?? '', /^Policy Lens: /u);
      assert.match(nls.zh[key] ?? '', /^政策透镜：/u);
    }
  });

  it('does not box Chinese punctuation and wraps lines', () => {
    const defaults = configurationDefaults['[zh-policy]'];
    assert.equal(defaults?.['editor.wordWrap'], 'on');
    assert.equal(defaults['editor.unicodeHighlight.ambiguousCharacters'], false);
  });
});
