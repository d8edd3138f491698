import mammoth from 'mammoth';
import { convertHtml } from '../fromHtml/convertHtml';
import type { Conversion } from '../model';
import { headingStyle, prepareWord } from './prepare';

/**
 * A Word document (`.docx`) as Markdown: headings by style or outline level, automatic numbering written out as a
 * reader sees it, tables as GFM tables, images and merged cells reported. The bytes are only read.
 */
export async function convertDocx(bytes: Uint8Array): Promise<Conversion> {
  const { bytes: prepared, notes } = prepareWord(bytes);
  const styleMap = [1, 2, 3, 4, 5, 6].map((level) => `p.${headingStyle(level)} => h${String(level)}:fresh`);
  // Node's build reads `buffer`, the browser's `arrayBuffer`.
  const input = { buffer: prepared, arrayBuffer: prepared.buffer } as { arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: [...styleMap, "p[style-name='Title'] => h1:fresh"],
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '#' })),
  });
  const converted = convertHtml(value, false);
  return { markdown: converted.markdown, notes: [...notes, ...converted.notes] };
}
