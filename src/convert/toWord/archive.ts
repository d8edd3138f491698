import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { archiveTime } from '../../core/report/formats/archiveTime';
import { escapeHtml as escapeXml } from '../../core/report/html/escape';
import { fontTable } from './fonts';

/**
 * The library's file without clock and author, so that the same text gives the same bytes, and with fonts to fall
 * back on.
 *
 * @param title Of the document, as its properties have it.
 */
export function settled(bytes: Uint8Array, title: string): Uint8Array {
  const files: Zippable = unzipSync(bytes);
  files['docProps/core.xml'] = strToU8(properties(title));
  files['word/fontTable.xml'] = strToU8(fontTable());
  return zipSync(files, { mtime: archiveTime, level: 6 });
}

function properties(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`;
}
