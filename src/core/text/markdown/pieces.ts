import { holdsWith, likelyLabels, type Labels, type LabelUse } from './labels';

/** A stretch of a text as it was read by itself. */
export interface PieceReading {
  /** Whether it ends in something that goes on in what follows. */
  readonly reachesOn: boolean;
  readonly labels: LabelUse;
}

/** A stretch of a text, where it begins in UTF-16 units, and what was read in it. */
export interface PlacedReading<Reading extends PieceReading> {
  readonly start: number;
  readonly text: string;
  readonly reading: Reading;
}

/** How pieces are read, and what is known of them from before. */
export interface PieceReader<Reading extends PieceReading> {
  readonly read: (text: string, labels: Labels) => Reading;
  readonly known?: (text: string) => Reading | undefined;
}

/** A text as read in pieces, which are in order and without gaps. */
export interface ReadPieces<Reading extends PieceReading> {
  readonly pieces: readonly PlacedReading<Reading>[];
  /** All labels that are defined in the text. */
  readonly labels: Labels;
  /** All readings by their text: also those of pieces that had to be joined, which tell that anew the next time. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/**
 * Reads a text piece by piece as it reads in one go: pieces that reach over their end are joined with what follows,
 * and those that refer to what is defined in others are read with all labels of the text. Yields after each reading
 * that was not known.
 *
 * @param starts Where pieces may begin (see `chunkStarts`); the first at 0.
 */
export function* readPieces<Reading extends PieceReading>(
  text: string,
  starts: readonly number[],
  reader: PieceReader<Reading>,
): Generator<void, ReadPieces<Reading>> {
  const readings = new Map<string, Reading>();
  const likely = likelyLabels(text);
  function* read(from: number, count: number): Generator<void, PlacedReading<Reading>> {
    const start = starts[from] ?? 0;
    const piece = text.slice(start, starts[from + count]);
    const known = readings.get(piece) ?? reader.known?.(piece);
    const reading = known ?? reader.read(piece, likely);
    readings.set(piece, reading);
    if (!known) yield;
    return { start, text: piece, reading };
  }
  const pieces: PlacedReading<Reading>[] = [];
  for (let from = 0, count = 1; from < starts.length; from += count, count = 1) {
    let piece = yield* read(from, count);
    // Twice as many each time: one by one, a fence without an end would take quadratic time.
    while (piece.reading.reachesOn && from + count < starts.length) piece = yield* read(from, (count *= 2));
    pieces.push(piece);
  }
  const labels = new Set(pieces.flatMap(({ reading }) => reading.labels.defines));
  for (const [index, piece] of pieces.entries()) {
    const known = readings.get(piece.text) ?? piece.reading;
    const isRight = holdsWith(known.labels, labels);
    const reading = isRight ? known : reader.read(piece.text, labels);
    readings.set(piece.text, reading);
    pieces[index] = { ...piece, reading };
    if (!isRight) yield;
  }
  return { pieces, labels, readings };
}
