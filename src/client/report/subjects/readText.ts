import * as vscode from 'vscode';
import { formatByName } from '../../../core/text/format';
import { decode } from '../../../files/decode';
import type { TextToAnalyze } from '../../../protocol';
import type { SkipReason } from './subject';

/** Larger files are not read, here as on the command line. */
const largestFile = 20 * 1024 * 1024;

/** Bytes as text, in the encoding of `policyLens`' own check or, where that fails, the one the user has set. */
async function textOf(
  uri: vscode.Uri,
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly encoding: string } | { readonly reason: SkipReason }> {
  const decoded = decode(bytes);
  const isUndecided =
    'reason' in decoded
      ? decoded.reason === 'unknownEncoding' || decoded.reason === 'brokenUtf8'
      : decoded.encoding === 'gb18030';
  const set = vscode.workspace.getConfiguration('files', uri).get<string>('encoding', 'utf8');
  if (!isUndecided || /^utf/.test(set)) return decoded;
  return { text: await vscode.workspace.decode(bytes, { encoding: set }), encoding: set };
}

/** Reads and decodes one file; never throws. */
export async function readText(uri: vscode.Uri, path: string): Promise<TextToAnalyze | SkipReason> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) return 'tooLarge';
    const bytes = await vscode.workspace.fs.readFile(uri);
    const decoded = await textOf(uri, bytes);
    if ('reason' in decoded) return decoded.reason;
    return {
      path,
      ...decoded,
      format: formatByName(uri.path),
      sha256: await sha256(bytes),
      uri: uri.toString(),
    };
  } catch {
    return 'unreadable';
  }
}

/** The text that an open document shows, as it would be saved in UTF-8. */
export async function shownText(
  document: Pick<vscode.TextDocument, 'uri' | 'getText'>,
  path: string,
): Promise<TextToAnalyze> {
  const text = document.getText();
  const digest = await sha256(new TextEncoder().encode(text));
  const format = formatByName(document.uri.path);
  return { path, text, encoding: 'utf-8', format, sha256: digest };
}

/** Hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice().buffer));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
