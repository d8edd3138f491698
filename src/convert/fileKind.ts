import { unzipSync } from 'fflate';
import { isCompoundFile } from './fromOldWord/compound';
import { isOfWord } from './fromOldWord/fileInformation';

/** What a file is. Word has written all but PDF and OFD; two of them are not read. */
export type FileKind =
  'pdf' | 'ofd' | 'docx' | 'oldWord' | 'olderWord' | 'flatWord' | 'word2003' | 'rtf' | 'html' | 'mhtml';

/** How far into a file its kind is looked for. */
const headLength = 4096;

/**
 * The kind of a file by its first bytes; null where they do not tell. Programs give the extension `.doc` to whatever Word
 * opens, and files are sent on under the names of others: a PDF as `.doc`, an OFD as `.pdf`.
 */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const [first = 0, second = 0] = bytes;
  if (isCompoundFile(bytes)) return 'oldWord';
  if (first === 0x50 && second === 0x4b) return archiveKind(bytes);
  // Texts may begin with the same two bytes (要), but have no zeros.
  if (isOfWord(first | (second << 8)) && bytes[3] === 0) return 'olderWord';
  // Without what parts the letters of UTF-16, and its byte order mark or that of UTF-8.
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, headLength))
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rt')) return 'rtf';
  return head.startsWith('<') ? markupKind(head) : isMime(head) ? 'mhtml' : null;
}

function archiveKind(bytes: Uint8Array): FileKind | null {
  const names = namesIn(bytes);
  if (names.some((name) => /(?:^|[\\/])ofd\.xml$/i.test(name))) return 'ofd';
  const isWord = names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('word/'));
  return isWord ? 'docx' : null;
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

function markupKind(head: string): FileKind | null {
  if (/<pkg:package\b/.test(head)) return 'flatWord';
  if (/<w:wordDocument\b/.test(head)) return 'word2003';
  const isPage = /<(?:!doctype html|html|head|body|meta|title|style|table|div|p|span|h[1-6])\b/i.test(head);
  return isPage ? 'html' : null;
}

function isMime(head: string): boolean {
  const isInParts = /^[\w-]+:[^\n]*\n(?:[^]*\n)?content-type:\s*multipart\//i.test(`${head}\n`);
  return isInParts || /^mime-version:/i.test(head);
}
