/** Builds small PDFs whose Chinese is readable by its ToUnicode table alone, as Word and WPS write it. */

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * A PDF of the given pages; every character is one em wide.
 *
 * @param drawings What each page draws besides, in the operators of PDF.
 */
export function pdfFile(
  pages: readonly (readonly PlacedText[])[],
  drawings: readonly string[] = [],
): Uint8Array {
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const code = (character: string): string =>
    (characters.indexOf(character) + 1).toString(16).padStart(4, '0');
  const unicode = (character: string): string =>
    Array.from({ length: character.length }, (_, unit) =>
      character.charCodeAt(unit).toString(16).padStart(4, '0'),
    ).join('');
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${String(Math.max(1, characters.length))} beginbfchar`,
    ...(characters.length === 0 ? ['<0001> <0020>'] : characters.map((c) => `<${code(c)}> <${unicode(c)}>`)),
    'endbfchar endcmap end end',
  ].join('\n');
  const stream = (content: string): string =>
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, index) => `${String(7 + 2 * index)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(map),
    ...pages.flatMap((texts, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${String(8 + 2 * index)} 0 R >>`,
      stream(
        [
          drawings[index] ?? '',
          ...texts.map(
            ({ text, x, y, size }) =>
              `BT /F ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm <${[...text].map(code).join('')}> Tj ET`,
          ),
        ].join('\n'),
      ),
    ]),
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
