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

/** By places in the whole text. */
export interface Attached {
  readonly notes: ReadonlyMap<number, Note>;
  readonly comments: number;
  /** The numbers of what is drawn there. */
  readonly shapes: ReadonlyMap<number, number>;
  /** The texts of boxes by the numbers of what is drawn. */
  readonly boxes: ReadonlyMap<number, Stretch>;
  /** The first character of the texts of boxes. */
  readonly boxesFrom: number;
  /** The last characters of sections. */
  readonly sectionEnds: ReadonlySet<number>;
}

export function attachedTo(document: OldDocument): Attached {
  const { main, footnotes, headers, macros, comments, endnotes, boxes } = document.information.lengths;
  const footnotesAt = main;
  const endnotesAt = footnotesAt + footnotes + headers + macros + comments;
  const boxesAt = endnotesAt + endnotes;
  const notes = new Map<number, Note>();
  const add = (note: Note, at: number): unknown => at < main && notes.set(at, note);
  notesOf(document, 'footnote', footnotesAt, footnotes, add);
  notesOf(document, 'endnote', endnotesAt, endnotes, add);
  const sections = document.positions(places.sections, 12).places.slice(1);
  return {
    notes,
    comments: Math.max(0, document.positions(places.commentReferences, 30).places.length - 1),
    shapes: shapesOf(document),
    boxes: boxesOf(document, boxesAt, boxes),
    boxesFrom: boxesAt,
    sectionEnds: new Set(sections.map((end) => end - 1)),
  };
}

function notesOf(
  document: OldDocument,
  kind: Note['kind'],
  start: number,
  length: number,
  add: (note: Note, at: number) => unknown,
): void {
  const [references, texts] =
    kind === 'footnote'
      ? [places.footnoteReferences, places.footnoteTexts]
      : [places.endnoteReferences, places.endnoteTexts];
  const bounds = document.positions(texts, 0).places;
  for (const [index, at] of document.positions(references, 2).places.slice(0, -1).entries()) {
    const from = Math.min(bounds[index] ?? length, length);
    const to = Math.min(bounds[index + 1] ?? length, length);
    if (to > from) add({ kind, number: index + 1, from: start + from, to: start + to }, at);
  }
}

function shapesOf(document: OldDocument): Map<number, number> {
  const { places: anchors, data } = document.positions(places.shapes, 26);
  return new Map(anchors.slice(0, -1).map((at, index) => [at, data(index).u32(0)]));
}

/** Each text names what it is drawn in ([MS-DOC] 2.8.32, 2.9.104). */
function boxesOf(document: OldDocument, start: number, length: number): Map<number, Stretch> {
  const { places: bounds, data } = document.positions(places.boxTexts, 22);
  const boxes = new Map<number, Stretch>();
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const to = Math.min(bounds[index + 1] ?? 0, length);
    const shape = data(index).u32(14);
    if (to > from && shape !== 0) boxes.set(shape, { from: start + from, to: start + to });
  }
  return boxes;
}
