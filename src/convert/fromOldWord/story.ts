import type { Attached, Stretch } from './attached';
import type { OldDocument } from './document';
import { paragraphsOf, type Paragraph } from './paragraphs';
import { paragraphProperties } from './properties';
import { tableXml, type Row } from './tables';
import { Words } from './words';

/** A stretch of an old document as paragraphs and tables of WordprocessingML. */
export function storyXml(document: OldDocument, attached: Attached, stretch: Stretch): string {
  return new Story(document, attached, stretch).xml();
}

class Story {
  private readonly words: Words;
  private readonly paragraphs: readonly Paragraph[];
  private next = 0;

  constructor(
    private readonly document: OldDocument,
    attached: Attached,
    stretch: Stretch,
  ) {
    this.words = new Words(document, attached, stretch, (box) => storyXml(document, attached, box));
    this.paragraphs = paragraphsOf(document, stretch, attached.sectionEnds);
  }

  xml(): string {
    let xml = '';
    for (let each = this.current(); each; each = this.current())
      xml += each.format.depth > 0 ? this.table(1) : this.paragraph(each);
    return xml;
  }

  private current(): Paragraph | undefined {
    return this.paragraphs[this.next];
  }

  /** @param depth In how many tables its cells' paragraphs stand; deeper ones are tables in cells. */
  private table(depth: number): string {
    const rows: Row[] = [];
    let cells: string[] = [];
    let content = '';
    for (let each = this.current(); each && each.format.depth >= depth; each = this.current()) {
      const { format, mark } = each;
      if (format.depth > depth) content += this.table(depth + 1);
      else if (format.endsRow && each.from === each.to) {
        this.next++;
        rows.push({ cells: content ? [...cells, content] : cells, format: format.row });
        cells = [];
        content = '';
      } else {
        content += this.paragraph(each);
        if (depth === 1 ? mark !== 'cell' : !format.endsInnerCell) continue;
        cells.push(content);
        content = '';
      }
    }
    if (content) cells.push(content);
    if (cells.length > 0) rows.push({ cells, format: undefined });
    return tableXml(rows);
  }

  private paragraph({ format, from, to, mark }: Paragraph): string {
    this.next++;
    const [end] = mark ? this.document.runs(to, to + 1) : [];
    const changes = `${end?.format.isInserted ? '<w:ins/>' : ''}${end?.format.isDeleted ? '<w:del/>' : ''}`;
    const properties = `<w:pStyle w:val="${String(format.style)}"/>${paragraphProperties(format)}${changes && `<w:rPr>${changes}</w:rPr>`}`;
    return `<w:p><w:pPr>${properties}</w:pPr>${this.words.xml({ from, to }, format.style)}</w:p>`;
  }
}
