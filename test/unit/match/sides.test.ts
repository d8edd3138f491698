import assert from 'node:assert/strict';
import { cueBits } from '../../../src/core/match/indicators/matches';
import { nothingYet, type SentenceEvidence } from '../../../src/core/match/evidence/sentenceEvidence';
import { sidesOf } from '../../../src/core/match/evidence/sides';
import type { Span } from '../../../src/core/text/model';

/** A sentence in which each clause with 不足 states a defect; only what its sides tell is kept. */
function sidesIn(text: string): { clean: string; defect: string } | null {
  const ends = [...[...text.matchAll(/[，：]/g)].map(({ index }) => index + 1), text.length];
  const states = (words: string): boolean => words.includes('不足');
  const clauseDefect = ends.map((end, clause) => states(text.slice(ends[clause - 1] ?? 0, end)));
  const read = ({ start, end }: Span): SentenceEvidence => ({
    start,
    end,
    cues: states(text.slice(start, end)) ? cueBits.defect : 0,
    features: new Int32Array(),
    words: new Int32Array(),
    hits: [],
    chinese: 0,
    subjectWords: 0,
    fields: [],
    frames: [],
    sides: null,
    worked: nothingYet(),
  });
  const sides = sidesOf(text, { start: 0, end: text.length }, { clauseEnds: ends, clauseDefect }, read);
  const words = ({ start, end }: Span): string => text.slice(start, end);
  return sides && { clean: words(sides.clean), defect: words(sides.defect) };
}

describe('sides of a sentence', () => {
  const cases: readonly [string, { clean: string; defect: string } | null][] = [
    ['建成平台，但人才不足', { clean: '建成平台，', defect: '但人才不足' }],
    ['平台不足，建议新建三家', { clean: '建议新建三家', defect: '平台不足，' }],
    [
      '建成平台，引进人才，但经费不足，力量不足',
      { clean: '建成平台，引进人才，', defect: '但经费不足，力量不足' },
    ],
    ['平台不足，但人才也不足', null],
    ['建成平台，但引进人才', null],
    ['建成平台，人才不足', null],
    ['人才不足', null],
    ['', null],
  ];
  for (const [text, sides] of cases)
    it(`${text || 'nothing'}: ${sides ? `${sides.clean} | ${sides.defect}` : 'none'}`, () => {
      assert.deepEqual(sidesIn(text), sides);
    });
});
