import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layers } from '../../../src/client/decorations/layers';
import type { Highlight, HighlightKind } from '../../../src/protocol';

const on = (kind: HighlightKind, from: number, to: number): Highlight => ({
  kind,
  category: 'R1.1',
  range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
});
const shown = (highlights: readonly Highlight[]): string[] =>
  [...layers(highlights)].flatMap(([kind, ranges]) =>
    ranges.map(({ start, end }) => `${kind} ${String(start.character)}–${String(end.character)}`),
  );

describe('underlines that overlap', () => {
  const cases: readonly [string, readonly Highlight[], readonly string[]][] = [
    ['one kind is one line', [on('pathway', 4, 8), on('pathway', 2, 6)], ['pathway 2–8']],
    ['the same place is drawn once', [on('instrument', 2, 6), on('pathway', 2, 6)], ['pathway 2–6']],
    [
      'what sticks out is drawn, unless it is a single character',
      [on('pathway', 4, 8), on('actor', 0, 6), on('instrument', 6, 9)],
      ['pathway 4–8', 'actor 0–4'],
    ],
    [
      'on both sides',
      [on('problem', 4, 8), on('safeguard', 0, 12)],
      ['problem 4–8', 'safeguard 0–4', 'safeguard 8–12'],
    ],
    ['what stands alone stays, however short', [on('actor', 3, 4)], ['actor 3–4']],
    ['what only touches stays whole', [on('pathway', 2, 4), on('actor', 4, 5)], ['pathway 2–4', 'actor 4–5']],
  ];
  for (const [name, highlights, expected] of cases)
    it(name, () => assert.deepEqual(shown(highlights), expected));

  it('are across lines, too', () => {
    const range = { start: { line: 0, character: 5 }, end: { line: 2, character: 3 } };
    const inside = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
    const found = layers([
      { kind: 'problem', category: 'P1.1', range: inside },
      { kind: 'pathway', category: 'R1.1', range },
    ]);
    assert.deepEqual(found.get('pathway'), [
      { start: range.start, end: inside.start },
      { start: inside.end, end: range.end },
    ]);
  });

  it('give every character at most one line, and none to a character that had none', () => {
    const kinds = ['problem', 'pathway', 'safeguard', 'instrument', 'actor'] as const;
    const highlight = fc
      .tuple(fc.constantFrom(...kinds), fc.nat(30), fc.integer({ min: 1, max: 9 }))
      .map(([kind, from, length]) => on(kind, from, from + length));
    fc.assert(
      fc.property(fc.array(highlight, { maxLength: 12 }), (highlights) => {
        const lines = new Array<number>(50).fill(0);
        for (const ranges of layers(highlights).values())
          for (const { start, end } of ranges)
            for (let at = start.character; at < end.character; at++) lines[at] = (lines[at] ?? 0) + 1;
        for (const [at, count] of lines.entries()) {
          const had = highlights.some(({ range }) => range.start.character <= at && at < range.end.character);
          assert.ok(count <= (had ? 1 : 0), `${String(at)}: ${String(count)}`);
        }
      }),
    );
  });
});
