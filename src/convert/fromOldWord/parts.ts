import { packWord } from '../packWord';
import type { Attached, Note } from './attached';
import type { OldDocument } from './document';
import { numberingXml, stylesXml } from './properties';
import { storyXml } from './story';

/** An old document as a file of today's Word, as far as it is read: words, structure, and the places of pictures. */
export function asTodaysWord(document: OldDocument, attached: Attached): Uint8Array {
  const notes = [...attached.notes.values()];
  const main = storyXml(document, attached, { from: 0, to: document.information.lengths.main });
  // What stands at no place that is known stands at the end.
  const behind = { from: document.told, to: document.text.length };
  const apart = [...attached.boxes.rest(), ...attached.lost, behind].filter(({ from, to }) =>
    /[\p{L}\p{N}]/u.test(document.text.slice(from, to)),
  );
  const body = main + apart.map((each) => storyXml(document, attached, each)).join('');
  return packWord({
    document: `<w:body>${body}</w:body>`,
    styles: stylesXml(document.styles),
    numbering: numberingXml(document.lists),
    footnotes: notesXml(document, attached, notes, 'footnote'),
    endnotes: notesXml(document, attached, notes, 'endnote'),
    comments: '<w:comment/>'.repeat(attached.comments),
  });
}

function notesXml(
  document: OldDocument,
  attached: Attached,
  notes: readonly Note[],
  kind: Note['kind'],
): string {
  return notes
    .filter((note) => note.kind === kind)
    .map(
      (note) => `<w:${kind} w:id="${String(note.number)}">${storyXml(document, attached, note)}</w:${kind}>`,
    )
    .join('');
}
