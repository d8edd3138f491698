/* eslint-disable no-restricted-syntax -- Only here, where links are taken out. */
import * as vscode from 'vscode';
import { unsteering } from '../core/text/controls';

/**
 * Notices to the user. The editor makes links of `[words](command:…)` and the like in what a notice says, and a click
 * would run any command; but names of files, and what taxonomies and sidecars hold, come from others. So all notices
 * go through here, where such words stay words.
 */

type Notice = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

export const showInformation: Notice = (message, ...buttons) =>
  vscode.window.showInformationMessage(plain(message), ...buttons);

export const showWarning: Notice = (message, ...buttons) =>
  vscode.window.showWarningMessage(plain(message), ...buttons);

export const showError: Notice = (message, ...buttons) =>
  vscode.window.showErrorMessage(plain(message), ...buttons);

/** In the middle of the window, with more below. */
export function showDetail(message: string, detail: string): Thenable<unknown> {
  return vscode.window.showInformationMessage(plain(message), { modal: true, detail: plain(detail) });
}

/**
 * What a notice says, or a line of progress, without links in it; what steers the program that shows it, such as marks
 * that turn the direction of writing and make a name look like another one, is shown as U+FFFD.
 */
export function plain(text: string): string {
  // Errors of other programs end their lines as Windows does.
  return unsteering(text.replace(/\](?=\()/g, '] ').replace(/\r\n/g, '\n'), '\ufffd');
}
