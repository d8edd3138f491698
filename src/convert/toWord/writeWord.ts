import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import { settled } from './archive';
import { fontOf } from './fonts';
import type { Draft, Paragraph as LaidOut, Table } from './model';
import { fontSize, page } from './page';
import { childrenOf, paragraphOf } from './paragraphs';
import { textOf } from './runs';
import { styles } from './styles';
import { tableOf } from './tables';

/** Writes a document that has been laid out as a Word file. */
export async function writeWord(
  parts: readonly (LaidOut | Table)[],
  footnotes: Draft['footnotes'],
): Promise<Uint8Array> {
  const document = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    footnotes: Object.fromEntries(
      [...footnotes].map(([number, runs]) => [
        String(number),
        { children: [new Paragraph({ style: 'FootnoteText', children: childrenOf(runs) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: page.size,
            margin: { ...page.margin, header: page.margin.footer },
          },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: childrenOfBody(parts),
      },
    ],
  });
  const bytes = await Packer.pack(document, 'uint8array');
  const title = parts.find((part): part is LaidOut => part.kind === 'paragraph' && part.role === 'title');
  return settled(bytes, title ? textOf(title.runs).replaceAll('\n', '') : '');
}

/** Tables that follow each other would become one. */
function childrenOfBody(parts: readonly (LaidOut | Table)[]): FileChild[] {
  return parts.flatMap((part, index): FileChild[] => {
    if (part.kind === 'paragraph') return [paragraphOf(part)];
    const table = tableOf(part);
    return parts[index + 1]?.kind === 'table' ? [table, new Paragraph({})] : [table];
  });
}

/** “— 1 —” at the outer edge, one character from it (§7.5). */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const children = [
    new TextRun({
      font: fontOf('pageNumber'),
      size: fontSize.fourth,
      children: ['— ', PageNumber.CURRENT, ' —'],
    }),
  ];
  const away = Math.round((fontSize.fourth / 2) * 20);
  return new Footer({
    children: [new Paragraph({ alignment, indent: { [alignment]: away }, children })],
  });
}
