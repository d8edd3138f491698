import PostalMime from 'postal-mime';
import { message } from '../../core/message';
import { convertHtml } from '../fromHtml/convertHtml';
import type { Conversion } from '../model';
import { countNotes } from '../notes';
import { ConversionError } from '../unreadable';

/**
 * A web page that was saved with its images in one file (MHTML, RFC 2557) as Markdown: browsers do so, and Word, whose
 * files of that kind may be called `.doc`.
 *
 * @throws ConversionError where there is no page in it.
 */
export async function convertMhtml(bytes: Uint8Array): Promise<Conversion> {
  const { html } = await PostalMime.parse(bytes);
  if (!html) throw new ConversionError(message('report.import.noPage'));
  const { markdown, notes } = convertHtml(html);
  const broken = html.match(/\ufffd/g)?.length ?? 0;
  return { markdown, notes: [...notes, ...countNotes('import', { broken })] };
}
