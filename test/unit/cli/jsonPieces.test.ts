import assert from 'node:assert/strict';
import { jsonPieces } from '../../../src/cli/output/jsonPieces';
import type { AnnotationResult, DocumentResult } from '../../../src/core/report/contract';

describe('pieces of a document of the JSON contract', () => {
  for (const count of [0, 1, 64, 65, 128, 300])
    it(`are the same text as one string: ${count} annotations`, () => {
      const result = documentOf(count, '规划');
      assert.equal([...jsonPieces(result)].join(''), JSON.stringify(result));
    });

  it('are several where the document is long', () => {
    const pieces = [...jsonPieces(documentOf(10_000, '规划'))];
    assert.ok(pieces.length > 3);
    const longest = Math.max(...pieces.map(({ length }) => length));
    assert.ok(longest < JSON.stringify(documentOf(10_000, '规划')).length / 2);
  });

  it('are not misled by a title that reads like the list', () => {
    const result = documentOf(100, '"annotations":[],"nearest":[]');
    assert.equal([...jsonPieces(result)].join(''), JSON.stringify(result));
  });
});

function documentOf(count: number, title: string): DocumentResult {
  return {
    path: 'memo.txt',
    sha256: '00',
    encoding: 'utf-8',
    length: 1000,
    title,
    annotations: Array.from({ length: count }, (_, i) => annotation(i)),
    nearest: [annotation(count)],
    instruments: [],
    coverage: { covered: ['R1.1'], thin: [], missing: [], problems: [] },
    checked: { characters: 900, total: 1000, density: 12, isPolicyText: true },
    diagnostics: [],
  };
}

function annotation(i: number): AnnotationResult {
  return {
    id: `${i}:R1.1`,
    kind: 'R',
    category: 'R1.1',
    stance: 'remedy',
    start: i,
    end: i + 8,
    quote: '推动仪器"开放"共享。',
    score: 0.8,
    section: '',
    heading: false,
    evidence: [{ start: i, end: i + 2, text: '共享', indicator: 'R1.1/share', weight: 1.5 }],
  };
}
