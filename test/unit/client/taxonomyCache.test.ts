import assert from 'node:assert/strict';
import { resetEditor } from '../support/vscode';
import type { LanguageServer } from '../../../src/client/connection/languageServer';
import { TaxonomyCache } from '../../../src/client/taxonomy/taxonomyCache';

describe('the taxonomy of the client', () => {
  beforeEach(resetEditor);

  /** A cache whose server gives these answers, one after the other; an error is thrown. */
  function cacheOf(...answers: readonly (string | Error | undefined)[]) {
    const left = [...answers];
    const logged: unknown[] = [];
    const server = {
      logError: (error: unknown) => logged.push(error),
      request0: () => {
        const answer = left.shift();
        if (answer instanceof Error) return Promise.reject(answer);
        const categories = [{ code: answer }];
        return Promise.resolve(answer === undefined ? undefined : { id: answer, categories, links: [] });
      },
    };
    return { cache: new TaxonomyCache(server as unknown as LanguageServer), logged };
  }

  it('is asked for once', async () => {
    const { cache } = cacheOf('R1', 'R2');
    await Promise.all([cache.load(), cache.load()]);
    assert.ok((await cache.load())?.get('R1'));
  });

  it('is asked for again after no answer', async () => {
    const { cache } = cacheOf(undefined, 'R1');
    assert.equal(await cache.load(), undefined);
    assert.ok((await cache.load())?.get('R1'));
  });

  it('is asked for again after an error, which who asked is told', async () => {
    const { cache } = cacheOf(new Error('broken pipe'), 'R1');
    await assert.rejects(cache.load(), /broken pipe/);
    assert.ok((await cache.load())?.get('R1'));
  });

  it('stays as it was where another cannot be had', async () => {
    const failure = new Error('broken pipe');
    const { cache, logged } = cacheOf('R1', failure, 'R2');
    await cache.load();
    await cache.reload();
    assert.deepEqual(logged, [failure]);
    assert.ok(cache.current?.get('R1'));
    assert.ok((await cache.load())?.get('R2'));
  });
});
