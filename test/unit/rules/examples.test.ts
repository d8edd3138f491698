import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../../src/core/message';
import { analyze } from '../../../src/core/analyze';
import { rules } from '../../../src/core/rules';
import type { Finding } from '../../../src/core/rules/model';
import { createTranslator } from '../../../src/l10n/translator';
import { findingsOf } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

const findingsIn = (text: string, rule: string): readonly Finding[] =>
  findingsOf(rule, text, { format: 'markdown', environment: builtinEnvironment() });

describe('rules', () => {
  it('have ids and names of their own, in order', () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      rules.map((_, index) => `PL${101 + index}`),
    );
    assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
    for (const { name } of rules) assert.match(name, /^[a-z]+(-[a-z]+)+$/);
  });

  it('are all in the list of index.ts', () => {
    const folder = join(import.meta.dirname, '../../../src/core/rules');
    const written = readdirSync(folder).flatMap(
      (file) => /: Rule = \{\s*id: '(\w+)'/u.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? [],
    );
    assert.deepEqual(
      written.sort(),
      rules.map(({ id }) => id),
    );
  });

  for (const { id, name, bad, good } of rules)
    describe(`${id} ${name}`, () => {
      bad.forEach(({ text, why }) =>
        it(`reports: ${why.zh}`, () =>
          assert.notEqual(findingsIn(text, id).length, 0, 'nothing is found in this text')),
      );
      good.forEach(({ text, why }) =>
        it(`leaves alone: ${why.zh}`, () => assert.deepEqual(findingsIn(text, id), [])),
      );
    });

  it('find nothing to put in place of what they put there', () => {
    let replaced = 0;
    for (const { id, bad } of rules)
      for (const { text } of bad) {
        let mended = text;
        // From the end, so that places hold.
        for (const { start, end, replacement } of findingsIn(text, id).toReversed()) {
          if (replacement === undefined) continue;
          mended = mended.slice(0, start) + replacement + mended.slice(end);
          replaced++;
        }
        assert.deepEqual(
          findingsIn(mended, id).filter(({ replacement }) => replacement !== undefined),
          [],
          `${id} in ${mended}`,
        );
      }
    assert.ok(replaced > 1);
  });

  it('say every message in both languages, with every argument', () => {
    const { taxonomy } = builtinEnvironment();
    const messages = rules.flatMap(({ id, bad }) =>
      bad.flatMap(({ text }) =>
        findingsIn(text, id).flatMap((finding): Message[] => [
          finding.message,
          ...finding.related.map((each) => each.message),
        ]),
      ),
    );
    for (const language of ['zh-CN', 'en'] as const)
      for (const message of messages) {
        const text = createTranslator(language, taxonomy).message(message);
        assert.notEqual(text, message.id, `l10n/${language}/rules.json has no ${message.id}`);
        assert.doesNotMatch(text, /\{\d\}|category:|undefined/, message.id);
      }
  });

  it('find nothing in an empty text, nor in one that is no policy text', () => {
    for (const text of ['', '\n\n', '# 折页\n\n折页是一个在终端里运行的读书笔记工具，不需要账号。\n'])
      assert.deepEqual(analyze(text, 'markdown', builtinEnvironment()).findings, []);
  });
});
