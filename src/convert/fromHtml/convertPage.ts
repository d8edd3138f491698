import type { Decoded } from '../decodeMarkup';
import type { Conversion } from '../model';
import { countNotes } from '../notes';
import { convertHtml } from './convertHtml';

/** A web page as Markdown; what of its bytes is damaged is told, too. */
export function convertPage({ text, broken }: Decoded): Conversion {
  const { markdown, notes } = convertHtml(text);
  return { markdown, notes: [...notes, ...countNotes('import', { broken })] };
}
