import { unzipSync } from 'fflate';
import { isCompoundFile } from './fromOldWord/compound';

/**
 * The extension that a file should have by its first bytes; null where they do not tell. Files are sent on under the
 * names of others: a PDF as `.doc`, an OFD as `.pdf`.
 */
export function realExtension(bytes: Uint8Array): '.pdf' | '.doc' | '.docx' | '.ofd' | null {
  const [first, second] = bytes;
  if ([...'%PDF-'].every((letter, index) => bytes[index] === letter.charCodeAt(0))) return '.pdf';
  if (isCompoundFile(bytes)) return '.doc';
  if (first !== 0x50 || second !== 0x4b) return null;
  const names = namesIn(bytes);
  if (names.some((name) => /(?:^|[\\/])ofd\.xml$/i.test(name))) return '.ofd';
  return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('word/'))
    ? '.docx'
    : null;
}

/** The names of an archive's parts; none of what is damaged. */
function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
    return names;
  } catch {
    return [];
  }
}
