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
