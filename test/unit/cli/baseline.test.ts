import assert from 'node:assert/strict';
import { readBaseline, withoutKnown } from '../../../src/cli/baseline';
import type { DocumentResult } from '../../../src/core/report/contract';

describe('a baseline', () => {
  const none: [name: string, text: string][] = [
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['no documents', '{}'],
    ['a document that is nothing', '{"documents":[null]}'],
    ['a document that is text', '{"documents":["a"]}'],
    ['a document without findings', '{"documents":[{"path":"a"}]}'],
    ['a finding that is nothing', '{"documents":[{"path":"a","diagnostics":[null]}]}'],
    ['a finding that is text', '{"documents":[{"path":"a","diagnostics":["PL101"]}]}'],
  ];
  for (const [name, text] of none) it(`is not ${name}`, () => assert.equal(readBaseline(text), null));

  for (const path of [...Object.getOwnPropertyNames(Object.prototype), 'a.md'])
    it(`knows of a document named ${path} only what it holds`, () => {
      const finding = { rule: 'PL101', quote: '甲', categories: ['P1.1'] };
      const result = { path, diagnostics: [finding] } as unknown as DocumentResult;
      const knownIn = (documents: unknown): number => {
        const baseline = readBaseline(JSON.stringify({ documents }));
        assert.ok(baseline);
        return withoutKnown(result, baseline).known;
      };
      assert.equal(knownIn([]), 0);
      assert.equal(knownIn([{ path, diagnostics: [finding] }]), 1);
    });
});
