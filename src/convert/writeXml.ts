/** What XML cannot hold is no text, either: marks of Word's own. */
const notAllowed = /[\p{Cc}\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML, between marks or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(notAllowed, '').replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** A run of WordprocessingML. */
export function oneRun(content: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

/** The place of a picture in a run: no file is taken over, only what its author says of it. */
export function pictureXml(description: string): string {
  return `<w:drawing><wp:inline><wp:docPr id="1" name="" descr="${escapeXml(description)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}

/** A box of text, by what stands in it. */
export function boxXml(content: string): string {
  return `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
}

function fieldMark(kind: string): string {
  return oneRun(`<w:fldChar w:fldCharType="${kind}"/>`);
}

/**
 * What stands in front of the words of a link; behind them stands {@link closesLink}.
 *
 * @param target Where it leads, as the instruction of a field has it: `"https://…"`, or `\\l "…"` for a place within.
 */
export function opensLink(target: string): string {
  const instruction = `<w:instrText xml:space="preserve">HYPERLINK ${escapeXml(target)}</w:instrText>`;
  return fieldMark('begin') + oneRun(instruction) + fieldMark('separate');
}

export const closesLink = fieldMark('end');
