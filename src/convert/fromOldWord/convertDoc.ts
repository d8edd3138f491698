import { convertDocx } from '../fromWord/convertDocx';
import type { Conversion } from '../model';
import { countNotes } from '../notes';
import { attachedTo } from './attached';
import { OldDocument } from './document';
import { asTodaysWord } from './parts';

/**
 * A document of Word 97 to 2003, or of WPS, (`.doc`, `.wps`) as Markdown, as it would be had its author saved it as
 * `.docx`. The bytes are only read.
 *
 * @throws ConversionError where it is another kind of file, has a password, or its text cannot be found.
 */
export async function convertDoc(bytes: Uint8Array): Promise<Conversion> {
  const document = new OldDocument(bytes);
  const { markdown, notes } = await convertDocx(asTodaysWord(document, attachedTo(document)));
  const { missing, broken } = document;
  const damage = countNotes('import', { missing, unformatted: broken });
  return { markdown, notes: [...damage, ...notes] };
}
