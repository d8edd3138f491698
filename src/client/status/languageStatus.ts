import * as vscode from 'vscode';
import { documentLanguages } from '../connection/candidates';
import { looksTraditional } from '../../core/text/traditional';
import { beginningOf } from '../documents/encoding';
import type { PanelState, Shown } from '../documents/panelState';
import type { Words } from '../settings/words';

/** Behind the braces of the status bar: whether the product works here, why, and how much of the text it has read. */
export class LanguageStatus implements vscode.Disposable {
  private readonly item = createItem('policyLens.status');
  /** What is left out where the workspace is not trusted; there only then. */
  private trust: vscode.LanguageStatusItem | undefined;

  constructor(private readonly words: Words) {}

  show({ state, document, overview }: Shown): void {
    const { words, item } = this;
    const checked = overview?.checked;
    item.name = words.t('client.status.name');
    item.text = words.t(`client.language.${state}`);
    item.detail = isTraditional(state, document)
      ? words.t('client.language.traditional')
      : checked
        ? words.t(
            'client.language.checked',
            checked.characters,
            checked.total,
            Math.round(checked.density * 10) / 10,
          )
        : words.t(`client.language.${state}.why`);
    item.busy = state === 'waiting';
    item.severity =
      state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.accessibilityInformation = { label: `${item.text}, ${item.detail}` };
    item.command = this.command(state);
    this.showTrust(state === 'active' && !vscode.workspace.isTrusted);
  }

  private showTrust(isLimited: boolean): void {
    if (!isLimited) {
      this.trust?.dispose();
      this.trust = undefined;
      return;
    }
    const { words } = this;
    this.trust ??= createItem('policyLens.trust');
    this.trust.name = words.t('client.trust.name');
    this.trust.text = words.t('client.trust');
    this.trust.detail = words.t('client.trust.why');
    this.trust.command = { command: 'workbench.trust.manage', title: words.t('client.trust.manage') };
  }

  private command(state: PanelState): vscode.Command {
    const { words } = this;
    switch (state) {
      case 'silent':
      case 'notChinese':
        return { command: 'policyLens.analyzeAnyway', title: words.t('client.language.analyze') };
      case 'garbled':
        return { command: 'policyLens.reopenDecoded', title: words.t('client.language.reopen') };
      case 'failed':
        return { command: 'policyLens.restartServer', title: words.t('client.language.restart') };
      case 'active':
        return { command: 'policyLens.missing.focus', title: words.t('client.language.panel') };
      default:
        return {
          command: 'workbench.action.openSettings',
          title: words.t('client.language.settings'),
          arguments: ['policyLens'],
        };
    }
  }

  dispose(): void {
    this.item.dispose();
    this.trust?.dispose();
  }
}

function createItem(id: string): vscode.LanguageStatusItem {
  return vscode.languages.createLanguageStatusItem(
    id,
    documentLanguages.map((language) => ({ language })),
  );
}

/** Why a text that was read has hardly a tag. */
function isTraditional(state: PanelState, document: vscode.TextDocument | undefined): boolean {
  if (!document || (state !== 'silent' && state !== 'active')) return false;
  return looksTraditional(beginningOf(document));
}
