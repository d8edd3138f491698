import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByPlace, everything } from '../../../src/core/suppress/byPlace';
import type { Suppression } from '../../../src/core/suppress/model';
import type { Span } from '../../../src/core/text/model';
import { within } from '../support/time';

interface Placed {
  readonly suppression: Suppression;
  readonly span: Span;
}

const placed = (span: Span, said: Partial<Suppression>): Placed => ({
  suppression: { id: '', target: 'annotation', scope: 'hit', anchor: null, reason: '', ...said },
  span,
});
const nameOf = ({ category }: Suppression): string => category ?? everything;

describe('suppressions by place', () => {
  const codes = fc.constantFrom('R1', 'R1.2', 'S3.1');
  const span = fc
    .tuple(fc.nat(12), fc.nat(6))
    .map(([start, length]): Span => ({ start, end: start + length }));
  const one = fc
    .record({
      span,
      scope: fc.constantFrom('hit', 'paragraph', 'file'),
      category: fc.option(codes, { nil: undefined }),
      replacement: fc.option(codes, { nil: undefined }),
    })
    .map(({ span: place, scope, category, replacement }) =>
      placed(place, { scope, ...(category ? { category } : {}), ...(replacement ? { replacement } : {}) }),
    );

  it('are the first ones that looking through all of them finds', () => {
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 20 }),
        span,
        fc.subarray(['R1', 'R1.2', 'S3.1', everything]),
        codes,
        (list, around, names, unwanted) => {
          const isMeant = ({ suppression }: Placed): boolean => suppression.replacement !== unwanted;
          const expected = list.find(
            (each) =>
              each.span.start <= around.start &&
              around.end <= each.span.end &&
              names.includes(nameOf(each.suppression)) &&
              isMeant(each),
          );
          assert.equal(new ByPlace(list, nameOf).first(around, names, isMeant), expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are found among a hundred thousand, a hundred thousand times', () => {
    const count = 100_000;
    const at = (number: number): Span => ({ start: number * 10, end: number * 10 + 10 });
    const list = Array.from({ length: count }, (_, number) => placed(at(number), { category: 'R1' }));
    const whole = { start: 0, end: count * 10 };
    const file = Array.from({ length: count }, () => placed(whole, { scope: 'file', category: 'R2' }));
    // Looking through all of them takes more than a minute, this a third of a second.
    within(10, () => {
      const found = new ByPlace([...list, ...file], nameOf);
      for (let number = 0; number < count; number++) {
        assert.equal(found.first(at(number), ['R1']), list[number]);
        assert.equal(found.first(at(number), ['R2']), file[0]);
      }
    });
  });
});
