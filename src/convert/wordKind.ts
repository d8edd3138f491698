import { isCompoundFile } from './fromOldWord/compound';
import { isOfWord } from './fromOldWord/fileInformation';

/** What a file that is called a Word file is. */
export type WordKind =
  'archive' | 'compound' | 'html' | 'olderWord' | 'mhtml' | 'flat' | 'word2003' | 'rtf' | 'unknown';

/** How far into a file its kind is looked for. */
const headLength = 4096;

/** The kind of a file, by its first bytes. */
export function wordKind(bytes: Uint8Array): WordKind {
  const [first = 0, second = 0] = bytes;
  if (first === 0x50 && second === 0x4b) return 'archive';
  if (isCompoundFile(bytes)) return 'compound';
  // Texts may begin with the same two bytes (要), but have no zeros.
  if (isOfWord(first | (second << 8)) && bytes[3] === 0) return 'olderWord';
  // Without what parts the letters of UTF-16, and its byte order mark or that of UTF-8.
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, headLength))
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (head.startsWith('{\\rt')) return 'rtf';
  if (
    /^[\w-]+:[^\n]*\n(?:[^]*\n)?content-type:\s*multipart\//i.test(`${head}\n`) ||
    /^mime-version:/i.test(head)
  )
    return 'mhtml';
  if (!head.startsWith('<')) return 'unknown';
  if (/<pkg:package\b/.test(head)) return 'flat';
  if (/<w:wordDocument\b/.test(head)) return 'word2003';
  return /<(?:!doctype html|html|head|body|meta|title|style|table|div|p|span|h[1-6])\b/i.test(head)
    ? 'html'
    : 'unknown';
}
