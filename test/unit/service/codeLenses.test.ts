import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeLenses } from '../../../src/service/codeLenses';
import { builtinEnvironment } from '../support/environment';
import { marked, textAt, type Setting } from './support';

function shown(source: string, setting: Setting = {}): string[] {
  const document = marked(source, setting);
  return codeLenses(document.context).map(
    ({ range, command }) => `${textAt(document, range)} | ${command?.title ?? ''}`,
  );
}

const text = `# 方案

## 一、问题

没平台，没人才。

## 二、措施

引人才，给补贴。

## 三、附则

自印发之日起施行。
`;

describe('code lenses', () => {
  it('say what a section covers and what its problems still lack', () =>
    assert.deepEqual(shown(text), [
      '一、问题 | 问题：设施瓶颈、人才鸿沟 · 尚缺首要对策：服务体系',
      '二、措施 | 对策：人才引育、引进与激励',
    ]));

  it('are left out where the user wants none', () => assert.deepEqual(shown(text, { codeLens: false }), []));

  it('speak English', () =>
    assert.match(
      shown(text, { language: 'en' })[0] ?? '',
      /Problems: Facilities, Talent gap · still needed: Services/,
    ));

  it('stand over parts and their parts, and over nothing below', () =>
    assert.deepEqual(shown('# 方案\n\n## 一、措施\n\n### （一）人才\n\n#### 1. 引育\n\n引人才。\n'), [
      '一、措施 | 对策：人才引育',
      '（一）人才 | 对策：人才引育',
    ]));

  it('name two categories at most', () =>
    assert.deepEqual(shown('# 方案\n\n## 措施\n\n引人才，放贷款，做转化，建平台，给补贴。\n'), [
      '措施 | 对策：人才引育、科技金融等 5 类',
    ]));

  for (const [language, longest] of [
    ['zh-CN', 70],
    ['en', 120],
  ] as const)
    it(`fit on one line over the sections of a whole memo (${language})`, () => {
      const sample = join(import.meta.dirname, '../../../samples/01-有缺口的备忘录.policy.md');
      const { context } = marked(readFileSync(sample, 'utf8'), {
        environment: builtinEnvironment(),
        language,
      });
      const titles = codeLenses(context).map(({ command }) => command?.title ?? '');
      assert.ok(titles.length >= 2, titles.join(' | '));
      assert.deepEqual(
        titles.filter(({ length }) => length > longest),
        [],
      );
    });

  it('name two of the lacking remedies, and say how many there are', () =>
    assert.match(
      shown('# 方案\n\n## 问题\n\n没平台，没人才，没贷款。\n')[0] ?? '',
      /尚缺首要对策：人才引育、服务体系等 3 类$/,
    ));

  it('count no remedy as lacking that the report calls thin', () =>
    assert.deepEqual(shown('# 方案\n\n## 问题\n\n没平台，没人才。\n\n## 措施\n\n建平台__个。\n'), [
      '问题 | 问题：设施瓶颈、人才鸿沟 · 尚缺首要对策：人才引育、引进与激励',
      '措施 | 对策：服务体系',
    ]));

  it('count no remedy as lacking that was said not to apply', () =>
    assert.deepEqual(shown(`<!-- policy-lens-not-applicable S1.1: 另有规定 -->\n\n${text}`).slice(0, 1), [
      '一、问题 | 问题：设施瓶颈、人才鸿沟',
    ]));

  it('are absent in preset quiet', () => assert.deepEqual(shown(text, { preset: 'quiet' }), []));

  it('open the section', () => {
    const document = marked(text);
    const [lens] = codeLenses(document.context);
    const [uri, range] = lens?.command?.arguments as [string, Parameters<typeof textAt>[1]];
    assert.equal(lens?.command?.command, 'policyLens.showSection');
    assert.equal(uri, 'file:///memo.policy.md');
    assert.match(textAt(document, range), /^## 一、问题|^一、问题/);
  });

  it('carry no command in editors that lack ours', () => {
    const { context } = marked(text, { commands: false });
    assert.equal(codeLenses(context)[0]?.command?.command, '');
  });
});
