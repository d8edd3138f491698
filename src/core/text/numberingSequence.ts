import type { Numbering, NumberingScheme, ParsedDocument } from './model';

/** A numbering label together with the number that its place asks for. */
export interface NumberedPlace {
  readonly numbering: Numbering;
  /** Index of the sentence that begins with the label. */
  readonly sentence: number;
  /** The number that follows the last label before it, whatever that label says. */
  readonly expected: number;
  /** The number that would follow if every label before it were right, too. */
  readonly sequential: number;
  /** The label before it in its sequence; null for the first. */
  readonly previous: Numbering | null;
}

interface Sequence {
  previous: Numbering | null;
  sequential: number;
}

/**
 * Every numbering label of a document with the number expected there. Headings run within their parent and scheme,
 * or on from the last heading of their scheme, as （一）…（十九） through several parts do; articles (第X条) run
 * through the document; 一是 … 二是 run within their paragraph. Adverbs (首先 … 最后) have no number to be wrong.
 */
export function numberedPlaces(document: ParsedDocument): NumberedPlace[] {
  const places: NumberedPlace[] = [];
  const sequences = new Map<string, Sequence>();
  const last = new Map<NumberingScheme, Sequence>();
  for (const sentence of document.sentences) {
    const { numbering } = sentence;
    if (!numbering || isAdverb(document, numbering)) continue;
    const { scheme } = numbering;
    const section = document.sections[sentence.section];
    const opensSection = section?.heading === sentence.index;
    const isFirst = document.blocks[sentence.block]?.firstSentence === sentence.index;
    if (scheme === 'article' ? !isFirst : scheme !== 'ordinal' && !opensSection) continue;
    const scope =
      scheme === 'article'
        ? scheme
        : scheme === 'ordinal'
          ? `ordinal ${sentence.block}`
          : `${scheme} ${section?.parent ?? 0}`;
    const known = sequences.get(scope);
    const before = known ?? firstOf(scheme, numbering, last);
    const expected = before.previous ? before.previous.value + 1 : startOf(scheme, numbering);
    const sequential = before.sequential + 1;
    places.push({ numbering, sentence: sentence.index, expected, sequential, previous: before.previous });
    const sequence = { previous: numbering, sequential };
    sequences.set(scope, sequence);
    last.set(scheme, sequence);
  }
  return places;
}

/** Where a new sequence begins: anew at 1, or on from the last of its scheme if its number says so. */
function firstOf(
  scheme: NumberingScheme,
  numbering: Numbering,
  last: ReadonlyMap<NumberingScheme, Sequence>,
): Sequence {
  const running = last.get(scheme);
  if (scheme !== 'ordinal' && running?.previous && numbering.value === running.previous.value + 1)
    return running;
  return { previous: null, sequential: startOf(scheme, numbering) - 1 };
}

/** An excerpt may begin anywhere; an article's or an enumeration's first number is taken as it is. */
function startOf(scheme: NumberingScheme, numbering: Numbering): number {
  return scheme === 'article' || scheme === 'ordinal' ? numbering.value : 1;
}

function isAdverb({ text }: ParsedDocument, { scheme, label }: Numbering): boolean {
  return scheme === 'ordinal' && /[首其再最]/.test(text.charAt(label.start));
}
