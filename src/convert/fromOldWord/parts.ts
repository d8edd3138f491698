import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Attached, Note } from './attached';
import type { OldDocument } from './document';
import { numberingXml, stylesXml } from './properties';
import { storyXml } from './story';

const namespaces = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  v: 'urn:schemas-microsoft-com:vml',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
})
  .map(([prefix, name]) => ` xmlns:${prefix}="${name}"`)
  .join('');
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

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
  const files: Zippable = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    ),
    '_rels/.rels': relationships([['document', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles', 'styles.xml'],
      ['numbering', 'numbering', 'numbering.xml'],
      ['footnotes', 'footnotes', 'footnotes.xml'],
      ['endnotes', 'endnotes', 'endnotes.xml'],
      ['comments', 'comments', 'comments.xml'],
      ['picture', 'image', 'picture.png'],
    ]),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', stylesXml(document.styles)),
    'word/numbering.xml': part('numbering', numberingXml(document.lists)),
    'word/footnotes.xml': part('footnotes', notesXml(document, attached, notes, 'footnote')),
    'word/endnotes.xml': part('endnotes', notesXml(document, attached, notes, 'endnote')),
    'word/comments.xml': part('comments', '<w:comment/>'.repeat(attached.comments)),
  };
  return zipSync(files, { level: 0 });
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

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): Uint8Array {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`);
}

function part(root: string, content: string): Uint8Array {
  return xml(`<w:${root}${namespaces}>${content}</w:${root}>`);
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
}
