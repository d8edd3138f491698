import * as vscode from 'vscode';
import { createTranslator, resolveLanguage, type MessageId, type Translator } from '../../l10n/translator';
import { section } from './settings';

/** The words of the client, in the language that `policyLens.language` and the editor ask for. */
export class Words implements vscode.Disposable {
  private translator = read();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listener: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${section}.language`)) return;
      this.translator = read();
      this.changed.fire();
    });
  }

  /** For pure functions that render words. */
  get current(): Translator {
    return this.translator;
  }

  readonly t = (id: MessageId, ...args: readonly (string | number)[]): string =>
    this.translator.t(id, ...args);

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

function read(): Translator {
  const setting = vscode.workspace.getConfiguration(section).get<string>('language');
  return createTranslator(resolveLanguage(setting, vscode.env.language));
}
