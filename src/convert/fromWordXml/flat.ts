import { XMLSerializer } from '@xmldom/xmldom';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { attributeOf, child, children, elementsIn, rootOf } from '../xml';

/**
 * A Word document that is one XML file with all parts in it (“Flat OPC”), as programs make such files that know no
 * archives, packed as the `.docx` that it stands for. Images are left out.
 */
export function packed(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const part of children(rootOf(bytes), 'part')) {
    const [content] = elementsIn(child(part, 'xmlData'));
    const name = (attributeOf(part, 'name') ?? '').replace(/^\//, '');
    if (content && name !== '') files[name] = strToU8(new XMLSerializer().serializeToString(content));
  }
  return zipSync(files, { level: 0 });
}
