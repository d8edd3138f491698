import * as vscode from 'vscode';
import { decode } from '../../files/decode';
import { openIn } from '../documents/encoding';
import type { CommandTable, Services } from './services';

/** `reopenDecoded`: reads a garbled text in the encoding that its file has; where that is not clear, the editor asks. */
export function reopenCommands({ current }: Services): CommandTable {
  return {
    reopenDecoded: async () => {
      const document = current.document;
      if (!document || document.isUntitled) return;
      const decoded = decode(await vscode.workspace.fs.readFile(document.uri));
      const before = document.version;
      if ('encoding' in decoded) await openIn(document.uri, decoded.encoding);
      if (document.version === before)
        await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
    },
  };
}
