/** Builds small Word files for tests. */
import { strToU8, zipSync } from 'fflate';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function escape(text: string): string {
  return text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
}

export interface ParagraphOptions {
  readonly style?: string;
  /** List id and level. */
  readonly numbering?: readonly [id: number, level: number];
  readonly outline?: number;
  readonly centred?: boolean;
  readonly bold?: boolean;
}

export function paragraph(
  text: string,
  { style, numbering, outline, centred, bold }: ParagraphOptions = {},
): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    numbering
      ? `<w:numPr><w:ilvl w:val="${String(numbering[1])}"/><w:numId w:val="${String(numbering[0])}"/></w:numPr>`
      : '',
    centred ? '<w:jc w:val="center"/>' : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${String(outline)}"/>`,
  ].join('');
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}

export function table(rows: readonly (readonly string[])[], merged = false): string {
  const cell = (text: string, index: number): string =>
    `<w:tc><w:tcPr>${merged && index === 0 ? '<w:gridSpan w:val="2"/>' : ''}</w:tcPr>${text
      .split('\n')
      .map((line) => paragraph(line))
      .join('')}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export const picture =
  '<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline><wp:docPr id="1" name="p" descr="产业分布图"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

/** A level of an automatic list. */
export type LevelSpec = readonly [format: string, text: string, more?: string];

export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  /** Abstract lists; list ids are positions from 1. */
  readonly lists?: readonly (readonly LevelSpec[])[];
  /** More `w:num` elements. */
  readonly nums?: string;
}

export function wordFile({ body, styles = '', lists = [], nums = '' }: WordParts): Uint8Array {
  const abstract = lists.map(
    (levels, index) =>
      `<w:abstractNum w:abstractNumId="${String(index)}">${levels
        .map(
          ([format, text, more = ''], level) =>
            `<w:lvl w:ilvl="${String(level)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  );
  const numbered = lists.map(
    (_, index) => `<w:num w:numId="${String(index + 1)}"><w:abstractNumId w:val="${String(index)}"/></w:num>`,
  );
  const xml = (root: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespace}>${content}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
    ),
    'word/media/image1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': xml('styles', styles),
    'word/numbering.xml': xml('numbering', [...abstract, ...numbered, nums].join('')),
  });
}

export function style(id: string, name: string, properties = '', basedOn?: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
}
