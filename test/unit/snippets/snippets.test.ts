import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { analyze } from '../../../src/core/analyze';
import { builtinEnvironment } from '../support/environment';
import { currentYear, parseBody } from './body';

interface Snippet {
  prefix: string[];
  description: string;
  body: string[];
}

const read = (name: string): Record<string, Snippet> =>
  JSON.parse(readFileSync(`snippets/${name}.json`, 'utf8')) as Record<string, Snippet>;
const [inBoth, inMarkdown, inPlainText] = [read('zh-policy'), read('markdown'), read('plaintext')];
const snippets = { ...inBoth, ...inMarkdown, ...inPlainText };
const entries = Object.entries(snippets);
const body = (name: string): string => {
  const found = snippets[name];
  assert.ok(found, name);
  return parseBody(found.body.join('\n')).text;
};

const remedies = [
  ...['R1.1', 'R1.2', 'R1.3', 'R2.1', 'R2.2', 'R2.3', 'R3.1', 'R3.2', 'R3.3'],
  ...['S1.1', 'S1.2', 'S2.1', 'S2.2', 'S3.1', 'S3.2', 'S3.3', 'S4.1', 'S4.2', 'S4.3'],
];
const problems = ['P1.1', 'P1.2', 'P1.3', 'P2.1', 'P2.2', 'P2.3', 'P3.1', 'P3.2'];
const memos = ['实施方案', '若干措施', '调研报告', '政策建议'];
const memoKinds = memos.flatMap((memo) => [`${memo}（整篇）`, `${memo}（整篇，纯文本）`]);

/** What a whole memo must say for each group of the taxonomy, one word of the group's at least. */
const groups: Readonly<Record<string, RegExp>> = {
  P1: /设施.{0,3}不足|短缺|不全|能力不足|依赖进口/u,
  P2: /转化率偏低|不深|转化不畅/u,
  P3: /障碍|不畅|不够/u,
  R1: /要素|开放共享|资源共享/u,
  R2: /企业.{0,14}牵头|创新联合体/u,
  R3: /专项|引导基金/u,
  S1: /中试平台|中试基地|中试与/u,
  S2: /贴息|风险补偿/u,
  S3: /住房|安居/u,
  S4: /跨境|离岸|国际科技合作|国际合作/u,
};

describe('snippets', () => {
  for (const [name, snippet] of entries) {
    it(`${name}: parses, counts its stops from 1 and says in two languages what it is`, () => {
      const { stops, text } = parseBody(snippet.body.join('\n'));
      const numbers = [...new Set(stops.map((stop) => stop.number))].sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index),
        'tab stops 0, 1, 2 … without a gap',
      );
      assert.equal(stops.at(-1)?.number, 0, 'the cursor ends at the end');
      assert.match(snippet.description, /\p{Script=Han}.* \| [A-Z]/u);
      assert.doesNotMatch(text, /undefined|null/u);
    });
  }

  it('are found by Chinese and by the initials of its pinyin', () => {
    for (const [name, { prefix }] of entries) {
      const chinese = prefix.find((word) => /\p{Script=Han}/u.test(word));
      const letters = prefix.find((word) => /^[a-z]+\d?$/u.test(word) && !/^[prs]\d/u.test(word));
      assert.ok(chinese !== undefined && letters !== undefined, name);
      const initials = pinyin(chinese, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
      assert.ok(
        initials.includes(letters.replace(/\d$/u, '')),
        `${name}: ${letters} is not within ${initials}`,
      );
    }
  });

  it('have initials of their own', () => {
    for (const form of [inMarkdown, inPlainText]) {
      const offered = Object.values({ ...inBoth, ...form });
      const latin = offered.flatMap(({ prefix }) => prefix.filter((word) => /^[a-z]/u.test(word)));
      assert.equal(new Set(latin).size, latin.length);
    }
  });

  it('offer two forms for each of the 19 remedies and one for each of the 8 problems', () => {
    for (const code of remedies) {
      assert.equal(entries.filter(([name]) => name.startsWith(`${code} `)).length, 2, code);
    }
    for (const code of problems) {
      assert.equal(entries.filter(([name]) => name.startsWith(`${code} `)).length, 1, code);
    }
  });

  it('know no year but the current one', () => {
    for (const [name, snippet] of entries) {
      const years = parseBody(snippet.body.join('\n')).text.match(/20\d\d/gu) ?? [];
      assert.deepEqual(new Set(years), new Set(years.length > 0 ? [currentYear] : []), name);
    }
  });

  it('end as the kind of text is ended: by a signature, or by when it comes into force', () => {
    for (const kind of memoKinds) {
      const end = kind.startsWith('若干措施')
        ? /本措施自.+起施行，有效期__年。\n$/u
        : /\n某市\S+\n+20\d\d年__月__日\n$/u;
      assert.match(`${body(kind).trimEnd()}\n`, end, kind);
    }
  });

  it('leave a blank for a figure or an actor in every remedy', () => {
    for (const [name, snippet] of entries.filter(([key]) => /^[RS]\d/u.test(key))) {
      const { text, stops } = parseBody(snippet.body.join('\n'));
      assert.ok(stops.length >= 2, name);
      assert.ok(text.length >= 30 && text.length <= 160, `${name}: ${String(text.length)}`);
    }
  });

  it('name a group in words wherever a comment gives its code', () => {
    for (const [name, { body: lines }] of entries)
      for (const line of lines.filter((each) => each.startsWith('<!--')))
        assert.doesNotMatch(line, /[RS]\d (?!\p{Script=Han})/u, `${name}: ${line}`);
  });

  it('offer plain text the same memos in the same words, without marks and codes', () => {
    assert.equal(Object.keys(inPlainText).length, memos.length);
    for (const memo of memos) {
      const plain = body(`${memo}（整篇，纯文本）`);
      assert.doesNotMatch(plain, /^#|^---|<!--|[PRS]\d/mu);
      const marked = body(`${memo}（整篇）`)
        .replace(/^---\n.*?\n---\n\n/su, '')
        .replace(/^<!--.*\n/gmu, '')
        .replace(/^#+ |（[PRS]\d）/gmu, '');
      // Markdown parts paragraphs by a blank line, plain text by a line end.
      const packed = (text: string): string => text.replace(/\n{2,}/gu, '\n');
      assert.equal(packed(plain), packed(marked));
    }
    for (const { body: lines } of Object.values(inBoth))
      assert.doesNotMatch(lines.join('\n'), /^#|^---|[PRS]\d/mu);
  });

  it('keep each numbered item apart, and no blank where Markdown takes it for bold', () => {
    for (const memo of memos) {
      const text = body(`${memo}（整篇）`);
      assert.doesNotMatch(text, /[^\n>]\n(?:\d+\.|（[一二三四五六七八九十]+）|[二三]是)/u, memo);
      assert.doesNotMatch(text, /(?:^|[\s\p{P}])__/mu, memo);
    }
  });

  for (const kind of memoKinds) {
    it(`${kind} speaks of all ten groups`, () => {
      const text = body(kind);
      for (const [group, words] of Object.entries(groups)) assert.match(text, words, group);
    });

    it(`${kind} covers no remedy before its blanks are filled in, and has a place for each`, () => {
      const format = kind.includes('纯文本') ? 'plain' : 'markdown';
      const { covered, missing } = analyze(body(kind), format, builtinEnvironment()).coverage;
      assert.deepEqual(covered, []);
      assert.deepEqual(missing, []);
    });

    it(`${kind} has no codes of categories in its sentences`, () => {
      assert.doesNotMatch(body(kind).replace(/<!--.*?-->/gu, ''), /[PRS][1-4]/u);
    });
  }
});
