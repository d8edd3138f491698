import assert from 'node:assert/strict';
import { explainSelection } from '../../../src/service/explainSelection';
import { builtinEnvironment } from '../support/environment';
import { marked, textAt } from './support';

describe('explanation of a selection', () => {
  it('tells each sentence’s tags, evidence and score', () => {
    const document = marked('# 方案\n\n⟦又来引人才。给补贴。⟧\n');
    const { markdown, range } = explainSelection(document.context, document.environment, document.range);
    assert.match(markdown, /又来引人才[\s\S]*R1\.2 人才引育[\s\S]*引进人才[\s\S]*---[\s\S]*S3\.1/);
    assert.doesNotMatch(markdown, /没有找到任何依据/);
    assert.equal(range && textAt(document, range), '又来引人才。给补贴。');
  });

  it('keeps to one category when asked', () => {
    const document = marked('⟦引人才，给补贴。⟧');
    const { markdown } = explainSelection(document.context, document.environment, document.range, 'S3.1');
    assert.match(markdown, /S3\.1/);
    assert.doesNotMatch(markdown, /R1\.2/);
  });

  it('tells the part that the headings say, and none where they say none', () => {
    for (const [heading, part] of [
      ['工作措施', '按标题判断属于：措施部分'],
      ['其他', undefined],
    ] as const) {
      const document = marked(`# 方案\n\n## ${heading}\n\n⟦引人才。⟧\n`);
      const { markdown } = explainSelection(document.context, document.environment, document.range);
      assert.equal(/按标题判断属于：.*/.exec(markdown)?.[0], part);
    }
  });

  it('says so where there is no sentence', () => {
    const document = marked('引人才。\n\n```\n⟦x⟧\n```\n');
    assert.deepEqual(explainSelection(document.context, document.environment, document.range), {
      markdown: document.context.translator.t('explain.noSentence'),
      range: null,
    });
  });

  it('shows sentences and evidence as they read', () => {
    const document = marked('# 方案\n\n⟦又来**引人才**，引进**人**才。⟧\n');
    const { markdown } = explainSelection(document.context, document.environment, document.range);
    assert.match(markdown, /又来引人才，引进人才。/);
    assert.match(markdown, /“引人才”/);
    assert.doesNotMatch(markdown, /\\\*/);
  });

  const told: readonly [string, string, RegExp, RegExp][] = [
    ['quotations inside as single ones', '⟦引“人才码”人才。⟧', /\*\*“引‘人才码’人才。”\*\*/, /“人才码”/],
    [
      'a stretch without the comma at its end',
      '⟦不是没人才，而是没平台。⟧',
      /“不是没人才”是“不是……/,
      /没人才，”/,
    ],
    ['a word once that hides a cue and is one', '⟦不断引人才。⟧', /“不断”（空泛）/, /不计/],
  ];
  for (const [name, text, shown, hidden] of told)
    it(`quotes ${name}`, () => {
      const document = marked(text);
      const { markdown } = explainSelection(document.context, document.environment, document.range);
      assert.match(markdown, shown);
      assert.doesNotMatch(markdown, hidden);
    });

  const asked: readonly [string, string, string, RegExp][] = [
    [
      'the phrase that is nearest',
      '# 方案\n\n⟦设立技术经理岗位。⟧',
      'R2.3',
      /最接近的用语“技术经理人”（属于“[^”]+”）/,
    ],
    ['that nothing speaks for the category', '# 方案\n\n⟦今天天气很好。⟧', 'R1.2', /没有找到任何依据/],
  ];
  for (const [name, text, category, shown] of asked)
    it(`tells who asks about a category ${name}`, () => {
      const document = marked(text);
      const { markdown } = explainSelection(document.context, document.environment, document.range, category);
      assert.match(markdown, shown);
    });

  it('tells what stands in a match’s way', () => {
    const document = marked('# 方案\n\n⟦修订专利奖励办法。⟧', { environment: builtinEnvironment() });
    const { markdown } = explainSelection(document.context, document.environment, document.range, 'S1.2');
    assert.match(markdown, /“专利奖”不计：它切断了词语“专利奖励”/);
    assert.match(markdown, /“专利奖励”不计：它是更长的“专利奖励办法”的一部分/);
  });

  it('tells that a document is about something else', () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `对评上${String(i + 2)}星级的民宿，由县财政给予一次性奖励。`,
    );
    const document = marked(`# 乡村旅游办法\n\n${lines.join('\n\n')}\n\n⟦对老民宿给予奖励。⟧`, {
      environment: builtinEnvironment(),
    });
    const { markdown } = explainSelection(document.context, document.environment, document.range);
    assert.match(markdown, /全文很少谈科技创新/);
  });

  it('shows the text as text', () => {
    const document = marked('⟦引人才 &lt;b&gt; \\[x\\](y)。⟧');
    const { markdown } = explainSelection(document.context, document.environment, document.range);
    assert.doesNotMatch(markdown, /<b>|\[x\]\(y\)/);
  });
});
