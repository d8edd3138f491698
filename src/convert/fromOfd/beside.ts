import { child, children } from '../xml';
import type { OfdDocument } from './documents';
import type { OfdPackage } from './package';

/** How many there are of what stands beside the text of documents. */
export interface Beside {
  /** Stamps, watermarks, remarks that hold words. */
  readonly annotations: number;
  readonly attachments: number;
}

/** Counts what was put on pages afterwards, and files that come with documents. */
export function besideIn(files: OfdPackage, documents: readonly OfdDocument[]): Beside {
  let [annotations, attachments] = [0, 0];
  for (const { part } of documents) {
    const listed = files.readNamed(child(part.root, 'Attachments'), part.path);
    attachments += children(listed?.root ?? null, 'Attachment').length;
    const pages = files.readNamed(child(part.root, 'Annotations'), part.path);
    for (const page of children(pages?.root ?? null, 'Page')) {
      const annotated = files.readNamed(child(page, 'FileLoc'), pages?.path ?? '');
      annotations += children(annotated?.root ?? null, 'Annot').filter(hasWords).length;
    }
  }
  return { annotations, attachments };
}

/** Links are drawn as words of the page, and the pictures of seals are no words. */
function hasWords(annotation: Element): boolean {
  return ['TextCode', 'Remark'].some((name) =>
    Array.from(annotation.getElementsByTagNameNS('*', name)).some(({ textContent }) => textContent?.trim()),
  );
}
