import * as vscode from 'vscode';
import type { Overview } from '../../protocol';
import type { CurrentDocument } from '../documents/currentDocument';
import type { DocumentStates } from '../documents/documentStates';
import type { PanelState } from '../documents/panelState';
import type { Words } from '../settings/words';

/** The figure in the status bar: covered of all remedy categories that apply; a click opens the panel. */
export class StatusBar implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor(
    private readonly current: CurrentDocument,
    private readonly states: DocumentStates,
    private readonly words: Words,
    private readonly state: () => PanelState,
  ) {
    this.item = vscode.window.createStatusBarItem(
      'policyLens.coverage',
      vscode.StatusBarAlignment.Right,
      101,
    );
    this.item.command = 'policyLens.missing.focus';
  }

  /** Shows the figure of the current document, or nothing where it is no policy text. */
  update(): void {
    const document = this.current.current;
    const overview = this.state() === 'active' && document ? this.states.get(document)?.overview : null;
    this.item.name = this.words.t('client.status.name');
    if (!overview) return this.item.hide();
    const { covered, thin, missing, total } = figures(overview);
    this.item.text = `$(search) ${String(covered)}/${String(total)}`;
    this.item.tooltip = this.words.t('client.status.tooltip', covered, total, thin, missing);
    this.item.accessibilityInformation = {
      label: this.words.t('client.status.tooltip', covered, total, thin, missing),
      role: 'button',
    };
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

function figures({ remedies, missing: items }: Overview): {
  covered: number;
  thin: number;
  missing: number;
  total: number;
} {
  const applies = items.filter(({ notApplicable }) => notApplicable === null);
  const thin = applies.filter(({ status }) => status === 'thin').length;
  const missing = applies.length - thin;
  return { covered: remedies.covered, thin, missing, total: remedies.covered + thin + missing };
}
