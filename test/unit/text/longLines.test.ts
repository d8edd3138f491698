/** What a keystroke costs in a paragraph of many sentences, and that it changes nothing but what it has to. */
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { engineData } from '../../../scripts/engineData';
import {
  analyze,
  analyzeInSlices,
  createEnvironment,
  createEvidenceCache,
  type EvidenceCache,
} from '../../../src/core/analyze';
import { builtinModel } from '../../../src/core/match/scoring/learned';
import type { Environment } from '../../../src/core/model';
import { drain } from '../../../src/core/slices';
import { endsAtStops, inPieces, longestPiece } from '../../../src/core/tokenize/pieces';
import { builtinEnvironment } from '../support/environment';
import { tokenizer } from '../support/tokenizer';
import { assertIncremental } from './incremental';
import { anyFormat, anyText } from './texts';

const sentences = [
  '关键核心技术受制于人，中试平台不足。',
  '由市科技局牵头建设中试平台；',
  '引进高层次人才，对**新引进**的给予补贴！',
  '企业融资难，担保费率偏高。',
  '“小巨人”企业揭榜挂帅。”',
  '2027年底前研发投入达到 12.3 亿元; ',
  '平台已建成三家，但转化率偏低？',
  '……。',
] as const;

/** One line of more than one piece. */
const anyLongLine = fc
  .array(fc.constantFrom(...sentences), { minLength: 150, maxLength: 180 })
  .map((parts) => parts.join(''));

/** The same environment, and how many UTF-16 units its tokenizer has been handed. */
function countingEnvironment(): { environment: Environment; takeCount: () => number } {
  const { taxonomy } = builtinEnvironment();
  let count = 0;
  const counting = {
    id: tokenizer.id,
    cut: (text: string) => {
      count += text.length;
      return tokenizer.cut(text);
    },
  };
  const environment = createEnvironment(taxonomy, counting, builtinModel(engineData().weights));
  const takeCount = (): number => {
    const taken = count;
    count = 0;
    return taken;
  };
  return { environment, takeCount };
}

function analyzeAgain(text: string, environment: Environment, cache: EvidenceCache): void {
  drain(analyzeInSlices(text, 'plain', environment, cache));
}

describe('a long line', () => {
  it('is the same from scratch and from the cache, after any edits', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 40 }),
      insert: fc.oneof(anyText, fc.constantFrom('', ...sentences)),
    });
    fc.assert(
      fc.property(anyLongLine, fc.array(edit, { minLength: 1, maxLength: 3 }), anyFormat, assertIncremental),
      // To shrink texts of this length takes minutes.
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('reads its sentences as a line of their own does, but for what stands around them', () => {
    const line = sentences.join('').repeat(20);
    const whole = analyze(line, 'plain', builtinEnvironment());
    const { document, instruments } = whole;
    assert.ok(document.blocks.length === 1 && line.length > longestPiece);
    const apart = sentences.flatMap((sentence) =>
      analyze(sentence, 'plain', builtinEnvironment()).instruments.map(({ text }) => text),
    );
    assert.deepEqual(
      instruments.map(({ text }) => text),
      Array.from({ length: 20 }, () => apart).flat(),
    );
    for (const { start, end, text } of instruments) assert.equal(text, line.slice(start, end));
  });

  for (const [place, at] of [
    ['top', 3],
    ['middle', 20_000],
    ['end', 39_990],
  ] as const)
    it(`has only the sentence cut into words in which a letter was added, at the ${place}`, () => {
      const { environment, takeCount } = countingEnvironment();
      const cache = createEvidenceCache();
      const line = Array.from(
        { length: 2000 },
        (_, index) => `第${index}号建设中试平台，引进高层次人才若干。`,
      ).join('');
      const text = line.slice(0, 40_000);
      analyzeAgain(text, environment, cache);
      assert.ok(takeCount() >= text.length - 2000);
      analyzeAgain(`${text.slice(0, at)}新${text.slice(at)}`, environment, cache);
      const again = takeCount();
      assert.ok(again > 0 && again < 100, `${again} units of ${text.length}`);
    });
});

describe('pieces for the tokenizer', () => {
  const cut = (text: string): string[] => {
    const pieces: string[] = [];
    inPieces(text, (piece) => {
      pieces.push(piece);
      return [];
    });
    return pieces;
  };
  const anyPieces = fc
    .array(fc.tuple(fc.nat({ max: longestPiece + 20 }), fc.constantFrom('。', '，', '\n', '、', '')), {
      maxLength: 8,
    })
    .map((parts) => parts.map(([length, stop]) => '文'.repeat(length) + stop).join(''));

  it('join to the text, and end after a stop where it is said that they do', () => {
    fc.assert(
      fc.property(anyPieces, (text) => {
        const pieces = cut(text);
        assert.equal(pieces.join(''), text);
        const isAtStops = pieces.slice(0, -1).every((piece) => /[。，\n]$/.test(piece));
        assert.equal(endsAtStops(text), isAtStops);
      }),
    );
  });
});

describe('what is kept between keystrokes', () => {
  it('holds no former version of the text', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const environment = builtinEnvironment();
    const cache = createEvidenceCache();
    // No sentence is in it, so that it costs nothing but its length: two megabytes a version.
    const ballast = '，'.repeat(1_000_000);
    const versionOf = (edit: number): string =>
      Buffer.from(`第${edit}稿：引进高层次人才，建设中试平台。\n${ballast}`, 'utf16le').toString('utf16le');
    analyzeAgain(versionOf(0), environment, cache);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let edit = 1; edit <= 20; edit++) analyzeAgain(versionOf(edit), environment, cache);
    collect();
    const grown = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.ok(grown < 10, `${grown.toFixed(1)} MB`);
  });
});
