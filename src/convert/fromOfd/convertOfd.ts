import type { Conversion } from '../model';
import { countNotes } from '../notes';
import { conversionOf } from '../pages/conversion';
import { besideIn } from './beside';
import { documentsIn } from './documents';
import { DrawingBudget } from './objects';
import { notOfd, OfdPackage } from './package';
import { PageReader, type ReadPage } from './pages';

/**
 * The text of an OFD file (GB/T 33190—2016) as Markdown. An OFD file places characters on pages, as a PDF does: the
 * layout tells paragraphs, headings and tables. What stands beside the text (annotations, attachments) is left out and
 * told.
 *
 * @throws ConversionError where nothing can be read of it.
 */
export async function convertOfd(bytes: Uint8Array): Promise<Conversion> {
  const files = new OfdPackage(bytes);
  const { documents, broken } = documentsIn(files);
  if (documents.length === 0) throw notOfd();
  const budget = new DrawingBudget();
  const read: ReadPage[][] = [];
  let [number, lost] = [0, 0];
  for (const document of documents) {
    const reader = new PageReader(files, document, budget);
    const pages: ReadPage[] = [];
    for (const location of document.pages) {
      const page = await reader.read(location, ++number);
      if (page && !(page.isBroken && page.lines.length === 0)) pages.push(page);
      else lost++;
    }
    read.push(pages);
  }
  const pages = read.flat();
  const brokenPages = lost + pages.filter(({ isBroken }) => isBroken).length;
  // What is damaged is no scan.
  if (lost + broken > 0 && pages.every(({ lines }) => lines.length === 0)) throw notOfd();
  const count = (of: (page: ReadPage) => number): number => pages.reduce((sum, page) => sum + of(page), 0);
  const { markdown, notes } = conversionOf(
    read.map((each) => each.map(({ lines }) => lines)),
    'ofd',
  );
  const told = countNotes('import', {
    documents: documents.length > 1 ? documents.length : 0,
    brokenDocuments: broken,
    brokenPages,
    glyphs: count(({ glyphs }) => glyphs),
    hidden: count(({ hidden }) => hidden),
    ...besideIn(files, documents),
  });
  return { markdown, notes: [...notes, ...told] };
}
