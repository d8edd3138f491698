/** What stands elsewhere in a document and belongs to places in its text. */
import type { OldDocument } from './document';
import { places } from './fileInformation';

/** A stretch of the whole text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A footnote or endnote. */
export interface Note extends Stretch {
  readonly kind: 'footnote' | 'endnote';
  /** From 1. */
  readonly number: number;
}

/** The texts of boxes by the numbers of what they are drawn in; each is written once. */
export class Boxes {
  constructor(private readonly texts: Map<number, Stretch>) {}

  take(shape: number): Stretch | null {
    const text = this.texts.get(shape) ?? null;
    this.texts.delete(shape);
    return text;
  }

  /** What nothing in the text has taken. */
  rest(): Stretch[] {
    return [...this.texts.values()];
  }
}

/** By places in the whole text. */
export interface Attached {
  readonly notes: ReadonlyMap<number, Note>;
  /** Notes whose place in the text is not known. */
  readonly lost: readonly Note[];
  readonly comments: number;
  /** The numbers of what is drawn there. */
  readonly shapes: ReadonlyMap<number, number>;
  readonly boxes: Boxes;
  /** The last characters of sections. */
  readonly sectionEnds: ReadonlySet<number>;
}

export function attachedTo(document: OldDocument): Attached {
  const { main, footnotes, headers, macros, comments, endnotes, boxes } = document.information.lengths;
  const endnotesFrom = main + footnotes + headers + macros + comments;
  const notes = [
    ...notesOf(document, 'footnote', main, footnotes),
    ...notesOf(document, 'endnote', endnotesFrom, endnotes),
  ];
  const sections = document.positions(places.sections, 12).places.slice(1);
  return {
    notes: new Map(notes.filter(({ at }) => at < main).map(({ at, note }) => [at, note])),
    lost: notes.filter(({ at }) => at >= main).map(({ note }) => note),
    comments: Math.max(0, document.positions(places.commentReferences, 30).places.length - 1),
    shapes: shapesOf(document),
    boxes: new Boxes(boxesOf(document, endnotesFrom + endnotes, boxes)),
    sectionEnds: new Set(sections.map((end) => end - 1)),
  };
}

/** Notes with their places in the text; those that no place refers to have none. */
function notesOf(
  document: OldDocument,
  kind: Note['kind'],
  start: number,
  length: number,
): { readonly at: number; readonly note: Note }[] {
  const [references, texts] =
    kind === 'footnote'
      ? [places.footnoteReferences, places.footnoteTexts]
      : [places.endnoteReferences, places.endnoteTexts];
  const { places: anchors } = document.positions(references, 2);
  const { places: bounds } = document.positions(texts, 0);
  return stretches(bounds.length > 0 ? bounds : [0, length], start, length).map((stretch, index) => ({
    at: index + 1 < anchors.length ? (anchors[index] ?? Infinity) : Infinity,
    note: { ...stretch, kind, number: index + 1 },
  }));
}

/** What stands between places in a part of the text. In broken files they go back and forth: nothing is read twice. */
function stretches(bounds: readonly number[], start: number, length: number): Stretch[] {
  let from = 0;
  return bounds.slice(1).map((bound) => {
    const to = Math.max(from, Math.min(bound, length));
    const stretch = { from: start + from, to: start + to };
    from = to;
    return stretch;
  });
}

function shapesOf(document: OldDocument): Map<number, number> {
  const { places: anchors, data } = document.positions(places.shapes, 26);
  return new Map(anchors.slice(0, -1).map((at, index) => [at, data(index).u32(0)]));
}

/** Each text names what it is drawn in ([MS-DOC] 2.8.32, 2.9.104). */
function boxesOf(document: OldDocument, start: number, length: number): Map<number, Stretch> {
  const { places: bounds, data } = document.positions(places.boxTexts, 22);
  return new Map(
    stretches(bounds, start, length)
      .map((stretch, index) => [data(index).u32(14), stretch] as const)
      .filter(([shape, { from, to }]) => shape !== 0 && to > from),
  );
}
