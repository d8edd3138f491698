import type * as vscode from 'vscode';
import { readSettings } from '../settings/settings';
import { beginningOf } from '../documents/encoding';
import { hasEnoughHan, isGarbled, isUserDocument } from './candidates';
import type { Included } from './included';

/**
 * `foreign`: another language or no document of the user's; `off`: turned off by setting; `garbled`: decoded in another
 * encoding than its file has; `empty`: nothing is written yet; `notChinese`: too little Chinese to be worth starting
 * for; `open`: the server decides.
 */
export type Admission = 'foreign' | 'off' | 'garbled' | 'empty' | 'notChinese' | 'open';

/** Decides, cheaply and without the server, whether a document is looked at. */
export function admit(document: vscode.TextDocument, included: Included): Admission {
  if (!isUserDocument(document)) return 'foreign';
  const { enable } = readSettings(document);
  if (enable === 'never') return 'off';
  const text = beginningOf(document);
  if (isGarbled(text)) return 'garbled';
  if (document.languageId === 'zh-policy' || enable === 'always' || included.has(document)) return 'open';
  if (hasEnoughHan(text)) return 'open';
  return text.trim() === '' ? 'empty' : 'notChinese';
}
