import assert from 'node:assert/strict';
import { codeLenses } from '../../../src/service/codeLenses';
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
      '一、问题 | 问题：设施瓶颈、人才鸿沟 · 设施瓶颈 尚缺首要对策 S1.1 服务体系',
      '二、措施 | 对策：人才引育、引进与激励',
    ]));

  it('speak English', () =>
    assert.match(
      shown(text, { language: 'en' })[0] ?? '',
      /Problems: Facilities, Talent gap · Facilities still lacks/,
    ));

  it('name four categories at most', () =>
    assert.deepEqual(shown('# 方案\n\n## 措施\n\n引人才，放贷款，做转化，建平台，给补贴。\n'), [
      '措施 | 对策：人才引育、科技金融、技术转移与成果转化、服务体系 等 5 类',
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
