import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { builtinEnvironment } from '../support/environment';

describe('a measure that stands in the text three times', () => {
  it('is told of with the one in the same words, not with one that is merely alike', () => {
    const alike = '支持龙头企业牵头组建创新联合体，承担国家重大科技任务。';
    const same = '支持龙头企业牵头组建创新联合体，承担国家和省重大科技任务。';
    const text = `# 关于支持科技创新的若干措施\n\n${[alike, same, same].map((each) => `- ${each}`).join('\n\n')}\n`;
    const found = analyze(text, 'markdown', builtinEnvironment()).findings.filter(
      ({ rule }) => rule === 'PL107',
    );
    const second = text.indexOf(same);
    assert.deepEqual(
      found.map(({ start, related }) => [start, related.map((each) => each.start)]),
      [
        [second, [text.indexOf(alike)]],
        [text.lastIndexOf(same), [second]],
      ],
    );
  });
});
