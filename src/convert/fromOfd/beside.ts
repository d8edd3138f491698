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
    const listed = named(files, part.root, 'Attachments', part.path);
    if (listed) attachments += children(listed.root, 'Attachment').length;
    const pages = named(files, part.root, 'Annotations', part.path);
    for (const page of pages ? children(pages.root, 'Page') : []) {
      const annotated = named(files, page, 'FileLoc', pages?.path ?? '');
      if (annotated) annotations += children(annotated.root, 'Annot').filter(hasWords).length;
    }
  }
  return { annotations, attachments };
}

function named(files: OfdPackage, parent: Element, name: string, from: string) {
  const location = child(parent, name)?.textContent;
  return location ? files.read(location, from) : null;
}

/** Links are drawn as words of the page, and the pictures of seals are no words. */
function hasWords(annotation: Element): boolean {
  return ['TextCode', 'Remark'].some((name) =>
    Array.from(annotation.getElementsByTagNameNS('*', name)).some(({ textContent }) => textContent?.trim()),
  );
}
