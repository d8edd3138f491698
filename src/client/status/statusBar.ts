import * as vscode from 'vscode';
import type { Overview } from '../../protocol';
import type { Shown } from '../documents/panelState';
import type { Words } from '../settings/words';
import { figures } from './figures';

/** The figure in the status bar: covered of all remedy categories, as reports count them; a click opens the panel. */
export class StatusBar implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor(private readonly words: Words) {
    this.item = vscode.window.createStatusBarItem(
      'policyLens.coverage',
      vscode.StatusBarAlignment.Right,
      101,
    );
    this.item.command = 'policyLens.missing.focus';
  }

  /** Shows the figure of the current document, or nothing where it is no policy text. */
  show({ overview }: Shown): void {
    this.item.name = this.words.t('client.status.name');
    if (!overview) return this.item.hide();
    const { text, tooltip } = this.said(overview);
    this.item.text = `$(search) ${text}`;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: tooltip, role: 'button' };
    this.item.show();
  }

  private said(overview: Overview): { text: string; tooltip: string } {
    const { words } = this;
    if (overview.isBlank)
      return { text: words.t('client.status.blank'), tooltip: words.t('client.status.blank.why') };
    const { covered, thin, missing, notApplicable, total } = figures(overview);
    return {
      text: `${String(covered)}/${String(total)}`,
      tooltip:
        notApplicable === 0
          ? words.t('client.status.tooltip', covered, total, thin, missing)
          : words.t('client.status.tooltipNotApplicable', covered, total, thin, missing, notApplicable),
    };
  }

  dispose(): void {
    this.item.dispose();
  }
}
