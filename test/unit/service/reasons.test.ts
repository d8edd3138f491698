import assert from 'node:assert/strict';
import { reasonOf } from '../../../src/service/reasons';
import { marked } from './support';

describe('reasons', () => {
  const { context } = marked('');
  const sentence = { start: 10, end: 20 };
  const piece = { start: 12, end: 14, text: '引*人', indicator: 'word:引', weight: 1.234 };
  const cases: readonly [string, Partial<typeof piece>, string][] = [
    ['an indicator by its name', { indicator: 'R1.2/talent' }, '“引\\*人” 属于“引进人才”（+1.23）'],
    ['words of the model', {}, '用语 “引\\*人”（+1.23）'],
    ['what speaks against it', { weight: -0.5 }, '用语 “引\\*人”（−0.50）'],
    ['a heading above', { start: 2, end: 8 }, '所在标题含 “引\\*人”（+1.23）'],
    ['the user', { indicator: 'user' }, '由您指定'],
    ['the neighbours', { ...sentence, indicator: 'context:neighbours' }, '前后句（+1.23）'],
    ['the document', { ...sentence, indicator: 'context:document' }, '文件的类型与主题（+1.23）'],
    ['the section', { ...sentence, indicator: 'context:section' }, '同一节的其他句子（+1.23）'],
    ['other categories', { ...sentence, indicator: 'context:rivals' }, '更接近的其他类别（+1.23）'],
    ['form and place', { ...sentence, indicator: 'context:form' }, '句子的形式与位置（+1.23）'],
  ];
  for (const [name, change, expected] of cases)
    it(`name ${name}`, () => assert.equal(reasonOf(context, sentence, { ...piece, ...change }), expected));

  it('leave text as it is where no Markdown is shown', () =>
    assert.equal(
      reasonOf(context, sentence, piece, (text) => text),
      '用语 “引*人”（+1.23）',
    ));
});
