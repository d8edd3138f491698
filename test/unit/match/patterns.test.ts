import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placePattern, type SlotHit } from '../../../src/core/match/indicators/patterns';
import type { IndicatorPattern } from '../../../src/core/taxonomy/model';
import type { Span } from '../../../src/core/text/model';

const patternOf = (
  slots: number,
  options: Partial<Omit<IndicatorPattern, 'slots'>> = {},
): IndicatorPattern => ({
  slots: Array.from({ length: slots }, () => []),
  within: 'clause',
  ordered: true,
  maxGap: 4,
  ...options,
});

/** Each as slot, start, end; a bar begins a new clause. */
const hitsOf = (...places: (readonly [number, number, number] | '|')[]): SlotHit[] => {
  let clause = 0;
  return places.flatMap((place) => {
    if (place === '|') clause++;
    return place === '|' ? [] : [{ slot: place[0], start: place[1], end: place[2], clause }];
  });
};

/** Every way to fill the slots, one after another. */
function shortestByTrying(pattern: IndicatorPattern, hits: readonly SlotHit[]): number | null {
  let best: number | null = null;
  const go = (taken: readonly SlotHit[], last: SlotHit): void => {
    if (taken.length === pattern.slots.length) {
      const length = last.end - (taken[0] as SlotHit).start;
      if (best === null || length < best) best = length;
    }
    for (const next of hits)
      if (
        next.start >= last.end &&
        next.start - last.end <= pattern.maxGap &&
        (pattern.within === 'sentence' || next.clause === last.clause) &&
        (pattern.ordered ? next.slot === last.slot + 1 : taken.every(({ slot }) => slot !== next.slot))
      )
        go([...taken, next], next);
  };
  for (const hit of hits) if (!pattern.ordered || hit.slot === 0) go([hit], hit);
  return best;
}

describe('the place of a pattern', () => {
  const cases: [string, IndicatorPattern, SlotHit[], [number, number] | null][] = [
    ['two slots in order', patternOf(2), hitsOf([0, 0, 2], [1, 4, 6]), [0, 6]],
    ['not in order', patternOf(2), hitsOf([1, 0, 2], [0, 4, 6]), null],
    ['any order', patternOf(2, { ordered: false }), hitsOf([1, 0, 2], [0, 4, 6]), [0, 6]],
    ['too far apart', patternOf(2), hitsOf([0, 0, 2], [1, 7, 9]), null],
    ['in two clauses', patternOf(2), hitsOf([0, 0, 2], '|', [1, 4, 6]), null],
    ['in one sentence', patternOf(2, { within: 'sentence' }), hitsOf([0, 0, 2], '|', [1, 4, 6]), [0, 6]],
    ['overlapping', patternOf(2), hitsOf([0, 0, 3], [1, 2, 4]), null],
    ['the shortest', patternOf(2), hitsOf([0, 0, 2], [0, 3, 5], [1, 6, 8], [1, 9, 11]), [3, 8]],
    ['the first of the shortest', patternOf(2), hitsOf([0, 0, 2], [1, 3, 5], [0, 6, 8], [1, 9, 11]), [0, 5]],
    // The nearest word of the second slot leads nowhere, the farther one does.
    ['past a near word', patternOf(3), hitsOf([0, 0, 2], [1, 2, 4], [1, 6, 8], [2, 10, 12]), [0, 12]],
    ['a slot that is never filled', patternOf(3), hitsOf([0, 0, 2], [1, 2, 4]), null],
    ['no words', patternOf(2), [], null],
  ];
  for (const [name, pattern, hits, expected] of cases)
    it(name, () => {
      const found = placePattern(pattern, hits);
      assert.deepEqual(found && [found.start, found.end], expected);
    });

  it('is as short as by trying all ways', () => {
    const hit = fc.record({ slot: fc.nat(2), start: fc.nat(24), length: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(
        fc.array(hit, { maxLength: 14 }),
        fc.constantFrom(2, 3),
        fc.constantFrom<IndicatorPattern['within']>('clause', 'sentence'),
        fc.boolean(),
        fc.nat(8),
        (places, slots, within, ordered, maxGap) => {
          const pattern = patternOf(slots, { within, ordered, maxGap });
          const hits = places
            .filter(({ slot }) => slot < slots)
            .map(({ slot, start, length }) => ({
              slot,
              start,
              end: start + length,
              clause: start < 12 ? 0 : 1,
            }))
            .sort((a, b) => a.start - b.start);
          const found: Span | null = placePattern(pattern, hits);
          assert.equal(found && found.end - found.start, shortestByTrying(pattern, hits));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes no longer for a far pattern in a long sentence', () => {
    const words = Array.from({ length: 400_000 }, (_, i): SlotHit => ({
      slot: i % 3 === 2 ? 1 : 0,
      start: 2 * i,
      end: 2 * i + 2,
      clause: 0,
    }));
    assert.equal(placePattern(patternOf(3, { within: 'sentence', maxGap: 1_000_000 }), words), null);
    assert.equal(placePattern(patternOf(3, { ordered: false, maxGap: 1_000_000 }), words), null);
  });
});
