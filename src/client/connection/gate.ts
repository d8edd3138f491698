import type * as vscode from 'vscode';
import { Range } from 'vscode';
import { readSettings } from '../settings/settings';
import { hasEnoughHan, isUserDocument, probeLength } from './candidates';
import type { Included } from './included';

/**
 * `foreign`: another language or no document of the user's; `off`: turned off by setting; `empty`: nothing is written
 * yet; `notChinese`: too little Chinese to be worth starting for; `open`: the server decides.
 */
export type Admission = 'foreign' | 'off' | 'empty' | 'notChinese' | 'open';

/** Decides, cheaply and without the server, whether a document is looked at. */
export function admit(document: vscode.TextDocument, included: Included): Admission {
  if (!isUserDocument(document)) return 'foreign';
  const { enable } = readSettings(document);
  if (enable === 'never') return 'off';
  if (document.languageId === 'zh-policy' || enable === 'always' || included.has(document)) return 'open';
  const beginning = new Range(document.positionAt(0), document.positionAt(probeLength));
  const text = document.getText(beginning);
  if (hasEnoughHan(text)) return 'open';
  return text.trim() === '' ? 'empty' : 'notChinese';
}
