import { strToU8, zipSync } from 'fflate';

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

/** What stands in the parts of a Word file, as WordprocessingML without the outermost element. */
export type WordContents = Readonly<
  Record<'document' | 'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments', string>
>;

/** A Word file of today, for the reader of those: from formats that are read into what it knows. */
export function packWord(contents: WordContents): Uint8Array {
  const parts = Object.entries(contents).map(([name, content]) => [
    `word/${name}.xml`,
    xml(`<w:${name}${namespaces}>${content}</w:${name}>`),
  ]);
  return zipSync(
    {
      '[Content_Types].xml': xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
      ),
      '_rels/.rels': relationships([['document', 'officeDocument', 'word/document.xml']]),
      'word/_rels/document.xml.rels': relationships([
        ...Object.keys(contents).map((name) => [name, name, `${name}.xml`] as const),
        ['picture', 'image', 'picture.png'],
      ]),
      ...Object.fromEntries(parts),
    },
    { level: 0 },
  );
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): Uint8Array {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`);
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
}
