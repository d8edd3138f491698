import assert from 'node:assert/strict';
import { categoriesAt, locationsOf } from '../../../src/service/references';
import type { ServiceContext } from '../../../src/service/context';
import { tagsOf } from '../../../src/service/tags';
import { workspaceSymbols } from '../../../src/service/workspaceSymbols';
import { marked, textAt } from './support';

describe('references', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    [
      'all sentences of the category at the cursor',
      '引‸人才。没人才。又来引人才。',
      ['引人才。', '又来引人才。'],
    ],
    [
      'of every category there, each sentence once',
      '引‸人才，给补贴。给补贴。',
      ['引人才，给补贴。', '给补贴。'],
    ],
    ['none outside of tagged sentences', '天‸气很好。引人才。', []],
    ['none for actors', '市科‸技局负责。', []],
  ];
  for (const [name, source, expected] of cases)
    it(name, () => {
      const document = marked(source);
      const found = locationsOf(tagsOf(document.context), categoriesAt(document.context, document.cursor));
      assert.deepEqual(
        found.map(({ range }) => textAt(document, range)),
        expected,
      );
    });
});

describe('workspace symbols', () => {
  const symbols = (context: ServiceContext, query: string) =>
    workspaceSymbols(context, tagsOf(context), query).map(({ name }) => name);

  const cases: readonly [string, string, readonly string[]][] = [
    ['by code', 'r1.2', ['R1.2 人才引育 · 引人才。']],
    ['by code in capitals', 'R1.2', ['R1.2 人才引育 · 引人才。']],
    ['by code, whatever blanks stand around it', ' r1.2 ', ['R1.2 人才引育 · 引人才。']],
    ['by name', ' 人才鸿沟 ', ['P1.2 人才鸿沟 · 没人才。']],
    ['by words of the sentence', '没人', ['P1.2 人才鸿沟 · 没人才。']],
    ['all for an empty query', '', ['P1.2 人才鸿沟 · 没人才。', 'R1.2 人才引育 · 引人才。']],
    ['none for nonsense', 'xyz', []],
  ];
  for (const [name, query, expected] of cases)
    it(name, () => {
      const { context } = marked('没人才。引人才。市科技局负责。');
      assert.deepEqual(symbols(context, query), expected);
    });

  it('are found across marks of Markdown', () => {
    const { context } = marked('# 方案\n\n引**人才**。\n');
    assert.deepEqual(symbols(context, '引人才'), ['R1.2 人才引育 · 引人才。']);
  });

  it('are cut at a whole character', () => {
    const start = `引人才${'甲'.repeat(36)}`;
    const { context } = marked(`${start}𠮷乙。`);
    assert.deepEqual(symbols(context, '引人才'), [`R1.2 人才引育 · ${start}…`]);
  });
});
