import assert from 'node:assert/strict';
import { foldReasons } from '../../../src/core/match/reasons/foldReasons';
import type { Evidence } from '../../../src/core/model';

const sentence = '建设孵化载体平台，孵化载体平台向小微企业开放';

/** `words indicator weight from`: a reason on the first place of words in the sentence, or the first at or after `from`. */
function reason(written: string): Evidence {
  const [text = '', indicator = '', weight = '', from = '0'] = written.split(' ');
  const start = sentence.indexOf(text, Number(from));
  return { start, end: start + text.length, text, indicator, weight: Number(weight) };
}

describe('reasons told to people', () => {
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    [
      'name a phrase once, with all that speaks in it',
      ['孵化载体 R2.1/hub 1.5', '孵化载体平台 R2.1/platform 0.6', '载体 R2.1/carrier 0.4'],
      ['孵化载体平台 R2.1/platform 2.5'],
    ],
    [
      'take in words of the model',
      ['载体平台 R2.1/hub 1', '孵化载体 pair:x 0.25'],
      ['载体平台 R2.1/hub 1.25'],
    ],
    [
      'show the words of the taxonomy where longer ones only overlap them',
      ['小微企业 R2.1/small 1', '向小微 pair:x 0.5', '企业开放 pair:y 0.25', '平台向小微企 word:z 0.1'],
      ['小微企业 R2.1/small 1.85'],
    ],
    [
      'name longer words by the indicator inside them',
      ['建设孵化载体 pair:x 1', '孵化 R2.1/hub 0.5'],
      ['建设孵化载体 R2.1/hub 1.5'],
    ],
    [
      'do not say again what is part of a longer phrase elsewhere',
      ['孵化载体平台 R2.1/hub 1', '载体平台 R2.1/hub 0.5 9'],
      ['孵化载体平台 R2.1/hub 1.5'],
    ],
    [
      'keep the order of strength, against a tag as for it',
      ['建设 word:x 1', '小微企业 R2.1/small 0.8', '企业 R2.1/firm 0.7', '开放 word:y -0.9'],
      ['小微企业 R2.1/small 1.5', '建设 word:x 1', '开放 word:y -0.9'],
    ],
    [
      'leave alone what stands apart, around the sentence, or comes from the user',
      [`${sentence} user 0`, '建设 word:x 1', '小微企业 R2.1/small 0.5', `${sentence} context:form 0.4`],
      [`${sentence} user 0`, '建设 word:x 1', '小微企业 R2.1/small 0.5', `${sentence} context:form 0.4`],
    ],
  ];
  for (const [name, given, expected] of cases)
    it(name, () => {
      const told = foldReasons(given.map(reason));
      assert.deepEqual(
        told.map(({ text, indicator, weight }) => `${text} ${indicator} ${String(weight)}`),
        expected,
      );
      for (const { start, end, text } of told) assert.equal(sentence.slice(start, end), text);
    });
});
