import PostalMime from 'postal-mime';
import { message } from '../../core/message';
import { withBroken } from '../decodeMarkup';
import { convertPage } from '../fromHtml/convertPage';
import type { Conversion } from '../model';
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
  return convertPage(withBroken(html));
}
