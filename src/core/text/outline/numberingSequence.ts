import { opensAnnexes, opensAttachment } from './annexes';
import { parseChineseNumber } from './chineseNumber';
import type { Block, Numbering, NumberingScheme, ParsedDocument, Sentence } from '../model';
import { numberingAt } from './numbering';

/** A numbering label together with the number that its place asks for. */
export interface NumberedPlace {
  readonly numbering: Numbering;
  /** The number that follows the label before it, whatever that label says; the label's own where it is right. */
  readonly expected: number;
  /** The number that would stand here if every label before it were put right, too. */
  readonly sequential: number;
  /** The label before it in its sequence; null for the first. */
  readonly previous: Numbering | null;
}

/** From the outermost inwards (GB/T 9704—2012 §7.3.3; parts, chapters and articles of regulations around them). */
export const numberingLevels: readonly NumberingScheme[] = [
  'part',
  'chapter',
  'section',
  'article',
  'chinese',
  'chineseParenthesised',
  'arabic',
  'arabicParenthesised',
];

/** Schemes that never go back except to 1; lists in Arabic numbers, and enumerations in prose, often do. */
const steady: readonly NumberingScheme[] = ['part', 'chapter', 'article', 'chinese', 'chineseParenthesised'];

interface Sequence {
  readonly previous: Numbering;
  readonly sequential: number;
  /** The list of the same scheme that this one stands in: a box with 一、二、 of its own between parts with theirs. */
  readonly outer: Sequence | null;
}

/** A label at the start of a paragraph, or an ordinal inside of one. */
interface Place extends NumberedPlace {
  /** Whether a list begins here, below another label. */
  readonly opens: boolean;
}

/** What is found of a label at the start of a paragraph, and the list that its own one stands in. */
type Placed = Place & Pick<Sequence, 'outer'>;

/**
 * Every numbering label at the start of a paragraph, and every 一是 … 二是 inside one, with the number expected
 * there. A label opens the levels below it anew; they begin with 1, or run on from the last of their scheme, as
 * （一）…（十九） through several parts do. An unnumbered heading opens everything anew, and so does an annex that begins
 * with 1. Behind a list inside of another one of its scheme, the other goes on. Where a text cannot be told from a new
 * list (a new 1, a first label at the top of an excerpt), it is taken to be right.
 */
export function numberedPlaces(document: ParsedDocument): NumberedPlace[] {
  const places = placesIn(document, false);
  return ranOn(places) ? placesIn(document, true) : places;
}

/**
 * Whether （一）…（十九） ran through several parts, though some were moved since: then one part alone begins with 1, and
 * hardly a number stands there twice. New items may repeat a few.
 */
function ranOn(places: readonly Place[]): boolean {
  const items = places.filter(({ numbering }) => numbering.scheme === 'chineseParenthesised');
  const openings = items.filter(({ opens }) => opens);
  const values = new Set(items.map(({ numbering }) => numbering.value));
  return (
    openings.length >= fewestParts &&
    openings.filter(({ numbering }) => numbering.value === 1).length === 1 &&
    values.size >= mostlyOnce * items.length
  );
}

/** Of two parts it cannot be told whether the numbers ran on. */
const fewestParts = 3;
const mostlyOnce = 0.8;

/** @param runsThrough （一）… goes on in every part, whatever number the part begins with. */
function placesIn(document: ParsedDocument, runsThrough: boolean): Place[] {
  const places: Place[] = [];
  const open = new Map<NumberingScheme, Sequence>();
  const last = new Map<NumberingScheme, Sequence>();
  let isUnderLabel = false;
  let isAttached = false;
  for (const block of document.blocks) {
    if (block.kind === 'tableCell') continue;
    const first = document.sentences[block.firstSentence];
    const numbering = first?.numbering ?? annexNumber(document, first);
    isAttached ||= first !== undefined && opensAttachment.test(document.prose.slice(first.start, first.end));
    if (numbering && numbering.scheme !== 'ordinal') {
      if (isAttached && numbering.value === 1) {
        open.clear();
        last.clear();
      }
      isAttached = false;
      const { outer, ...place } = placeOf(numbering, { open, last, isUnderLabel, runsThrough });
      places.push(place);
      const sequence = { previous: numbering, sequential: place.sequential, outer };
      open.set(numbering.scheme, sequence);
      last.set(numbering.scheme, sequence);
      // Articles run on through chapters; everything else below a label begins anew.
      for (const inner of numberingLevels.slice(numberingLevels.indexOf(numbering.scheme) + 1))
        if (inner !== 'article') open.delete(inner);
      isUnderLabel = true;
    } else if (first?.isHeading) {
      open.clear();
      isUnderLabel = false;
    }
    // There may be more than a call takes arguments.
    for (const place of ordinalPlaces(document, block)) places.push(place);
  }
  return places;
}

/** 附件：1.甲: the list of annexes begins on the line that announces it, and goes on below (GB/T 9704—2012 §7.3.4). */
function annexNumber({ prose }: ParsedDocument, first: Sentence | undefined): Numbering | null {
  if (!first) return null;
  const announcement = opensAnnexes.exec(prose.slice(first.start, first.end));
  return announcement && numberingAt(prose, first.start + announcement[0].length, first.end);
}

/** What stands before a label. */
interface Before {
  /** The lists that may go on. */
  readonly open: ReadonlyMap<NumberingScheme, Sequence>;
  /** The last of each scheme, closed or not. */
  readonly last: ReadonlyMap<NumberingScheme, Sequence>;
  readonly isUnderLabel: boolean;
  readonly runsThrough: boolean;
}

function placeOf(numbering: Numbering, { open, last, isUnderLabel, runsThrough }: Before): Placed {
  const { scheme, value } = numbering;
  const before = open.get(scheme);
  const right = {
    numbering,
    expected: value,
    previous: before?.previous ?? null,
    outer: before?.outer ?? null,
    opens: before === undefined && isUnderLabel,
  };
  if (before) return behind(before, right, steady.includes(scheme));
  const running = last.get(scheme);
  const goesThrough = runsThrough && right.opens && scheme === 'chineseParenthesised';
  if (running && (goesThrough || runsOn(value, running.previous.value))) {
    const next = running.previous.value + 1;
    return { ...right, previous: running.previous, expected: next, sequential: running.sequential + 1 };
  }
  // Below another label a list begins with 1; articles go on from wherever an excerpt begins.
  const isTakenAsIs = !isUnderLabel || scheme === 'article' || hasNoOuter(scheme, open);
  // Behind a heading without a number, and its list, the parts go on.
  const outer = (!isUnderLabel && value === 1 && running) || null;
  return isTakenAsIs ? { ...right, sequential: value, outer } : { ...right, expected: 1, sequential: 1 };
}

/** Where a number stands behind another one of its scheme. */
function behind(before: Sequence, right: Omit<Placed, 'sequential'>, isSteady: boolean): Placed {
  const { value } = right.numbering;
  const next = before.previous.value + 1;
  if (value !== next) {
    if (value === 1 && before.previous.value !== 1)
      return { ...right, sequential: value, outer: isSteady ? before : null };
    const { outer } = before;
    if (outer?.previous.value === value - 1)
      return { ...right, previous: outer.previous, sequential: outer.sequential + 1, outer: outer.outer };
    if (value < next && !isSteady) return { ...right, sequential: value };
  }
  return { ...right, expected: next, sequential: before.sequential + 1 };
}

/** Whether the first number below a new label goes on from the last of its scheme: it is nearer to that than to 1. */
function runsOn(value: number, last: number): boolean {
  return value > 1 && Math.abs(value - (last + 1)) < value - 1;
}

function hasNoOuter(scheme: NumberingScheme, open: ReadonlyMap<NumberingScheme, Sequence>): boolean {
  return !numberingLevels.slice(0, numberingLevels.indexOf(scheme)).some((outer) => open.has(outer));
}

/** 一是 … 二是 … in one paragraph: only a step of more than one is wrong, because enumerations nest. */
function ordinalPlaces(document: ParsedDocument, { firstSentence, lastSentence }: Block): Place[] {
  const places: Place[] = [];
  const sentences = document.sentences.slice(firstSentence, lastSentence);
  for (const numbering of sentences.flatMap((each) => ordinalsIn(document, each))) {
    const { value } = numbering;
    const before = places.at(-1);
    const next = before ? before.numbering.value + 1 : Infinity;
    places.push({
      numbering,
      expected: Math.min(value, next),
      sequential: before && value >= next ? before.sequential + 1 : value,
      previous: before?.numbering ?? null,
      opens: false,
    });
  }
  return places;
}

/** An enumeration may begin behind a colon and go on behind commas: 有三个问题：一是……，二是……；三是……. */
const opensClause = /[：:，,][\s*_]*(?=[一二三四五六七八九十]{1,2}是)/g;

/** Among others it is a number, whatever it is followed by: 二是个别企业……. */
const ordinal = /([一二三四五六七八九十]{1,2})是(?!否)/y;

/** What counts in a sentence, at its start or at that of a clause. 首先 … 最后 are no numbers. */
function ordinalsIn({ prose }: ParsedDocument, { start, end, numbering }: Sentence): Numbering[] {
  const isCounted =
    numbering?.scheme === 'ordinal' && !/[首其再最]/.test(prose.charAt(numbering.label.start));
  const first = isCounted ? numbering : ordinalAt(prose, start);
  const others = [...prose.slice(start, end).matchAll(opensClause)].map(({ 0: mark, index }) =>
    ordinalAt(prose, start + index + mark.length),
  );
  return [first, ...others].filter((found) => found !== null);
}

function ordinalAt(prose: string, start: number): Numbering | null {
  ordinal.lastIndex = start;
  const [label = '', number = ''] = ordinal.exec(prose) ?? [];
  const value = parseChineseNumber(number);
  return value === null ? null : { scheme: 'ordinal', value, label: { start, end: start + label.length } };
}
