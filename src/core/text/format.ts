import type { DocumentFormat } from './model';

/** Markdown by its name; everything else is plain text. */
export function formatByName(path: string): DocumentFormat {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}

/** Whether a path names a text that is read as it is. */
export function isTextFile(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path);
}

/** Whether a path has a name by which a user says that the text is policy text, whatever its words. */
export function isPolicyName(path: string): boolean {
  return /\.policy\.(?:md|txt)$/i.test(path);
}

/** How far into a text without a file is looked for a Markdown heading, in UTF-16 units. */
const sniffed = 5000;

/** A document open in an editor, as VS Code and the language server have it. */
interface OpenDocument {
  readonly languageId: string;
  getText(): string;
}

/**
 * Markdown by language or by name: `zh-policy` is Markdown where the file says `.md`, plain where it says `.txt`;
 * without a file (untitled) where it has a `#` heading.
 *
 * @param path Path or address, without query and fragment.
 */
export function formatOf(path: string, document: OpenDocument): DocumentFormat {
  if (document.languageId === 'markdown' || formatByName(path) === 'markdown') return 'markdown';
  if (document.languageId !== 'zh-policy' || /\.[a-z]{2,8}$/i.test(path)) return 'plain';
  return /^#{1,6}[ \t]/m.test(document.getText().slice(0, sniffed)) ? 'markdown' : 'plain';
}
