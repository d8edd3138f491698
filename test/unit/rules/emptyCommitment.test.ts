import assert from 'node:assert/strict';
import { findingsOf } from '../support/analysis';

/** What the findings stand on, and their messages. */
const empty = (text: string): string[] =>
  findingsOf('PL105', text).map(({ start, end, message: { id, args } }) =>
    [text.slice(start, end), id, ...args].join('/'),
  );

describe('empty commitments', () => {
  const promise = '努力营造良好氛围。';
  const other = '不断增强主动性。';
  const act = '引人才，市财政出资2亿元。';
  const memo = (...lines: readonly string[]): string => `引才方案\n没人才。\n${lines.join('\n')}\n`;
  const cases: readonly [string, string, readonly string[]][] = [
    [
      'all sentences of an item',
      memo('（一）引才', act, `（二）改进作风。${promise}${other}`),
      [`${promise}${other}/PL105.message/改进作风/2`],
    ],
    ['the only sentence of an item', memo('（一）改进作风', promise), [`${promise}/PL105.one/改进作风/1`]],
    [
      'sentences with numbers of their own',
      memo('（一）改进作风', `一是${promise}二是${other}`),
      [`一是${promise}二是${other}/PL105.message/改进作风/2`],
    ],
    ['none beside a sentence that says what is done', memo('（一）改进作风', `${promise}${act}`), []],
    ['none above items', memo('一、措施', promise, '（一）引才', act, '（二）建台', act), []],
    ['none before the first heading', memo(promise, '一、引才', act), []],
    ['none where there are no headings', memo(promise, act), []],
    ['none in a heading with nothing below it', memo('一、改进作风', '二、引才', act), []],
    ['none where it is no matter of measures', memo('一、组织领导', promise), []],
    ['none in items of such a part', memo('一、组织领导', '（一）改进作风', promise), []],
    ['none in a box of topics', memo('专栏1 任务', promise), []],
    [
      'also where a title names a box in passing',
      memo('一、办好专栏', promise),
      [`${promise}/PL105.one/办好专栏/1`],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(empty(text), expected));
});
