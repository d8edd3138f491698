import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/core/analyze';
import { builtinEnvironment } from '../support/environment';

describe('punctuation', () => {
  const environment = builtinEnvironment();
  const tagsOf = (text: string): string[] =>
    analyze(text, 'plain', environment).annotations.map(
      ({ category, start, end, score }) => `${category} ${String(start)}–${String(end)} ${String(score)}`,
    );
  const halfWidth = new Map([
    ['，', ','],
    ['：', ':'],
    ['；', ';'],
    ['！', '!'],
    ['？', '?'],
    ['（', '('],
    ['）', ')'],
  ]);

  const meansTheSame = (name: string, text: string): void => {
    it(`means the same in half and full width: ${name}`, () => {
      const typed = text.replace(/[，：；！？（）]/g, (mark) => halfWidth.get(mark) ?? mark);
      assert.notEqual(typed, text);
      assert.deepEqual(tagsOf(typed), tagsOf(text));
    });
  };

  for (const file of readdirSync('test/gold').filter((name) => name.endsWith('.txt')))
    meansTheSame(file, readFileSync(join('test/gold', file), 'utf8'));
  meansTheSame(
    'colons',
    '科技创新若干措施\n重点任务：建设中试平台。技术：创新攻关要加快。人才：引进和培养并重。企业：研发投入不足。成果：转化不畅。平台：开放共享。\n',
  );
});
