/** What becomes of analyses that fail, and of what is said of a document twice. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEvidenceCache, type EvidenceCache } from '../../../src/core/analyze';
import type { Sidecar } from '../../../src/core/suppress/model';
import { Analyses } from '../../../src/server/analyses';
import { smallEnvironment } from '../support/environment';

const uri = 'file:///work/memo.policy.md';
const document = TextDocument.create(uri, 'zh-policy', 1, '引人才。\n');
const clock = { now: () => 0, defer: (task: () => void) => void setImmediate(task) };

function analysesWith(makeCache: () => EvidenceCache): Analyses {
  const analyses = new Analyses(clock, () => undefined, makeCache);
  analyses.setEnvironment(smallEnvironment());
  return analyses;
}

describe('the analyses of open documents', () => {
  it('answer a fault as an error, and try again when asked again', async () => {
    let isBroken = true;
    const analyses = analysesWith(() => {
      const cache = createEvidenceCache();
      const prepare = cache.prepare.bind(cache);
      cache.prepare = (fingerprint) => {
        if (isBroken) throw new Error('out of order');
        prepare(fingerprint);
      };
      return cache;
    });
    await assert.rejects(analyses.get(document), /out of order/);
    await assert.rejects(analyses.get(document), /out of order/);
    isBroken = false;
    assert.equal((await analyses.get(document))?.annotations.length, 1);
  });

  it('begin anew with a sidecar that says something new, and only then', async () => {
    const analyses = analysesWith(createEvidenceCache);
    const sidecar: Sidecar = {
      version: 1,
      suppressions: [],
      notApplicable: [{ category: 'R2.3', reason: '无关' }],
    };
    assert.equal(analyses.setSidecar(uri, null), false, 'none, as before');
    assert.equal(analyses.setSidecar(uri, sidecar), true, 'before the document was looked at');
    const first = await analyses.get(document);
    assert.deepEqual(first?.notApplicable, sidecar.notApplicable);
    assert.equal(analyses.setSidecar(uri, { ...sidecar }), false, 'the same once more');
    assert.equal(await analyses.get(document), first);
    assert.equal(analyses.setSidecar(uri, null), true);
    assert.deepEqual((await analyses.get(document))?.notApplicable, []);
  });

  it('are refused before there is an environment', () => {
    const analyses = new Analyses(clock, () => undefined, createEvidenceCache);
    assert.throws(() => analyses.environment, /before it was initialised/);
  });
});
