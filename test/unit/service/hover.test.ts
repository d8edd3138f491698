import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkupContent } from 'vscode-languageserver-types';
import { highlights } from '../../../src/service/highlights';
import { hover } from '../../../src/service/hover';
import { inlayHints } from '../../../src/service/inlayHints';
import { builtinEnvironment } from '../support/environment';
import { marked, type Setting } from './support';

const text =
  '# 方案\n\n## 一、问题\n\n我市没人才。\n\n## 二、措施\n\n市科技局引人才，搞揭榜挂帅，年底前完成。\n';

function check(source: string, expected: RegExp | null, setting: Setting = {}): void {
  const { context, cursor } = marked(source, setting);
  const found = hover(context, cursor);
  if (!expected) return assert.equal(found, null);
  assert.ok(found, 'no hover');
  assert.match((found.contents as MarkupContent).value, expected);
}

const at = (before: string): string => text.replace(before, `${before}‸`);

describe('hover', () => {
  const cases: readonly [string, string, RegExp | null, Setting?][] = [
    [
      'on the evidence gives path, code and reason',
      at('局引'),
      /实现路径 › 要素共享 › 人才引育 › R1\.2[\s\S]*“引人才”属于“引进人才”/,
    ],
    [
      'begins with one sentence: what it means here, and why',
      at('局引'),
      /^这里讲的是一条对策：\*\*R1\.2 人才引育\*\*，因为写到“引人才”“揭榜挂帅”。\n/,
    ],
    [
      'begins with one sentence about a problem',
      at('没人'),
      /^这里在说一个问题：\*\*P1\.2 人才鸿沟\*\*，因为写到“没人才”。\n/,
    ],
    [
      'leaves what is the same anywhere to the category’s page where several tags are explained',
      '没人才。引人才，给补贴，说完了。‸  \n',
      /^(?![\s\S]*(?:出处：| › ))[\s\S]*这里在说[\s\S]*这里讲的是一条对策[\s\S]*这里讲的是一项保障/,
    ],
    ['names the stated problem a remedy answers', at('局引'), /回应本文提出的问题：P1\.2 人才鸿沟/],
    ['names the remedies of a problem', at('没人'), /首要对策：R1\.2 人才引育、S3\.1 引进与激励/],
    ['stands at the end of the paragraph, where the hint is', at('完成。'), /R1\.2/],
    [
      'explains at the hint whatever the hint names',
      '没人才。引人才，给补贴，说完了。‸  \n',
      /P1\.2[\s\S]*R1\.2[\s\S]*S3\.1/,
    ],
    ['is silent at the end of a sentence inside a paragraph', '引人才，说完了。‸没了。\n', null],
    ['is silent in the blanks behind a hint', '引人才，说完了。  ‸\n', null],
    ['explains actors where they are underlined', at('市科技'), /主体 › 政府 › A3/],
    [
      'leaves actors to their own words in preset review',
      at('年底前'),
      /^(?![\s\S]*主体)/,
      { preset: 'review' },
    ],
    [
      'explains an instrument that stands outside of a tag of its category',
      '我市没有揭榜‸挂帅的平台。',
      /政策工具 › [\s\S]*通常用于 R1\.2 人才引育[\s\S]*command:policyLens\.openTaxonomy\?%5B%22R1\.2%22%5D/,
    ],
    ['explains an instrument once where a tag speaks of it', at('搞揭榜'), /^(?![\s\S]*政策工具)/],
    [
      'explains an instrument once where it is named twice side by side',
      '我市没有揭榜挂帅‸揭榜挂帅的平台。',
      /^(?=[\s\S]*政策工具 ›)(?![\s\S]*政策工具 ›[\s\S]*政策工具 ›)/,
    ],
    ['is silent on other words of the sentence', at('年底前'), null],
    ['speaks on the whole sentence in preset review', at('年底前'), /R1\.2/, { preset: 'review' }],
    ['is silent outside of tagged sentences', at('方案'), null],
    [
      'shows what a taxonomy says as text, not as a link',
      at('局引'),
      /引进\\\[人才\\\]\\\(command\\:evil\\\)/,
    ],
    ['says it in English', at('局引'), /Why here[\s\S]*stands for “Attract talent”/, { language: 'en' }],
    [
      'links to our commands with their arguments',
      at('局引'),
      /\(command:policyLens\.showCategory\?%5B%22file%3A%2F%2F%2Fmemo\.policy\.md%22%2C%22R1\.2%22%5D\)/,
    ],
    [
      'has no links where the editor lacks our commands',
      at('局引'),
      /^(?![\s\S]*command:policyLens)/,
      { commands: false },
    ],
    [
      'has no links on an instrument, either, where the editor lacks our commands',
      '我市没有揭榜‸挂帅的平台。',
      /^(?=[\s\S]*政策工具 ›)(?![\s\S]*command:policyLens)/,
      { commands: false },
    ],
    ['calls no supplement what the paper says', at('局引'), /^(?![\s\S]*补充)/],
  ];
  for (const [name, source, expected, setting] of cases) it(name, () => check(source, expected, setting));

  it('marks what the paper does not say as a supplement', () => check('放‸贷款，市科技局牵头。', /· 补充/));

  for (const [what, comment] of [
    ['set', '=R2.3: 明明是转化'],
    ['put in the place of another', 'R1.2=R2.3: 说的是转化'],
  ])
    it(`says that a tag was ${what} by the user`, () =>
      check(`引‸人才。<!-- policy-lens-disable-here ${comment} -->\n`, /R2\.3[\s\S]*由您指定/));

  it('stands on what is underlined and on hints, and nowhere else', () => {
    const sample = readFileSync(
      join(import.meta.dirname, '../../../samples/01-有缺口的备忘录.policy.md'),
      'utf8',
    ).slice(0, 1500);
    const { context, range } = marked(sample, { environment: builtinEnvironment() });
    const { textDocument } = context;
    const places = new Set(inlayHints(context, range).map(({ position }) => textDocument.offsetAt(position)));
    for (const { range: on } of highlights(context))
      for (let at = textDocument.offsetAt(on.start); at <= textDocument.offsetAt(on.end); at++)
        places.add(at);
    const found = [...sample, ''].map((_, at) => at);
    assert.ok(places.size > 50 && places.size < sample.length / 2, String(places.size));
    assert.deepEqual(
      found.filter((at) => hover(context, textDocument.positionAt(at))),
      [...places].sort((a, b) => a - b),
    );
  });
});
