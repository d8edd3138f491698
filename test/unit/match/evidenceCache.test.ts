/** What is kept between keystrokes, and that it does not grow with them. */
import assert from 'node:assert/strict';
import { EvidenceCache } from '../../../src/core/match/evidence/gather';
import type { SentenceEvidence } from '../../../src/core/match/evidence/sentenceEvidence';
import type { Reading } from '../../../src/core/text/reading';

const reading = (text: string): Reading => ({ key: text, text }) as Reading;
const evidence: readonly SentenceEvidence[] = [];

/** Reads a text of paragraphs, as an analysis does; how many of them were not known. */
function read(cache: EvidenceCache, paragraphs: readonly string[]): number {
  const fresh = paragraphs.filter((text) => cache.get(reading(text)) === undefined);
  for (const text of fresh) cache.set(reading(text), evidence);
  cache.trim(paragraphs.join('').length);
  return fresh.length;
}

/** A paragraph of so many UTF-16 units that is like no other. */
const paragraph = (name: string, units: number): string => name.padEnd(units, '文');

describe('the cache of evidence', () => {
  it('keeps a day of typing within the size of a few texts', () => {
    const cache = new EvidenceCache();
    const versions = Array.from({ length: 5000 }, (_, index) => paragraph(`${String(index)}版`, 800));
    const rest = [paragraph('甲', 300), paragraph('乙', 300)];
    read(cache, rest);
    for (const version of versions) assert.equal(read(cache, [...rest, version]), 1);
    const kept = versions.filter((version) => cache.get(reading(version)));
    assert.ok(kept.length < 200, `${String(kept.length)} versions of 800 units`);
    assert.deepEqual(kept.at(-1), versions.at(-1));
    assert.ok(kept.length > 50, 'undo reads what was there a moment ago');
  });

  it('keeps all of a long text, however long it is typed in', () => {
    const cache = new EvidenceCache();
    const rest = Array.from({ length: 600 }, (_, index) => paragraph(`${String(index)}段`, 1000));
    read(cache, rest);
    for (let version = 0; version < 500; version++) {
      const text = [...rest.slice(0, 300), paragraph(`${String(version)}版`, 1000), ...rest.slice(300)];
      assert.equal(read(cache, text), 1);
    }
  });

  it('counts a stretch once that is read twice', () => {
    const cache = new EvidenceCache();
    const first = paragraph('甲', 1000);
    cache.set(reading(first), evidence);
    for (let times = 0; times < 500; times++) cache.set(reading('乙'.repeat(1000)), evidence);
    cache.trim(0);
    assert.equal(cache.get(reading(first)), evidence);
  });
});
