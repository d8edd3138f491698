import type { Evidence } from '../../model';

/** A phrase with those that are told with it. */
interface Phrase {
  /** The one whose words are shown. */
  readonly shown: Evidence;
  readonly all: readonly Evidence[];
}

/**
 * Reasons for people: phrases that overlap a longer one, or say again a part of what an indicator was found in, are one
 * reason with the sum of their shares, strongest first. Words of the taxonomy are shown rather than words beside them,
 * and give the reason its name.
 *
 * @param evidence Of one tag, strongest first, as exports have it.
 */
export function foldReasons(evidence: readonly Evidence[]): readonly Evidence[] {
  const longestFirst = evidence
    .filter(hasWords)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a) || Math.abs(b.weight) - Math.abs(a.weight));
  let phrases: readonly Phrase[] = [];
  for (const piece of longestFirst) phrases = withPiece(phrases, piece);
  if (phrases.length === longestFirst.length) return evidence;
  return [...evidence.filter((piece) => !hasWords(piece)), ...phrases.map(together)].toSorted(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
  );
}

/** Phrases that share no words, with one more piece, which is no longer than those before it. */
function withPiece(phrases: readonly Phrase[], piece: Evidence): readonly Phrase[] {
  const near = phrases.filter(({ shown }) => shown.start < piece.end && piece.start < shown.end);
  const holder =
    near.find(({ shown }) => !isNamed(piece) || isNamed(shown) || contains(shown, piece)) ??
    phrases.find(({ shown }) => isNamed(piece) && saysToo(shown, piece));
  if (holder) return phrases.map((each) => (each === holder ? { ...each, all: [...each.all, piece] } : each));
  return [
    ...phrases.filter((each) => !near.includes(each)),
    { shown: piece, all: [piece, ...near.flatMap(({ all }) => all)] },
  ];
}

function together({ shown, all }: Phrase): Evidence {
  const named = [shown, ...all.toSorted((a, b) => b.weight - a.weight)].find(isNamed);
  const weight = all.reduce((sum, each) => sum + each.weight, 0);
  return {
    ...shown,
    indicator: (named ?? shown).indicator,
    weight: Math.round(weight * 1000) / 1000,
  };
}

/** What surrounds a sentence, and what the user says, stands on the whole of it. */
function hasWords(piece: Evidence): boolean {
  return isNamed(piece) || (piece.indicator.includes(':') && !piece.indicator.startsWith('context:'));
}

function isNamed({ indicator }: Evidence): boolean {
  return indicator.includes('/');
}

function contains(outer: Evidence, inner: Evidence): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function saysToo(longer: Evidence, piece: Evidence): boolean {
  return longer.indicator === piece.indicator && longer.text.includes(piece.text);
}

function lengthOf({ start, end }: Evidence): number {
  return end - start;
}
