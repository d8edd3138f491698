import * as vscode from 'vscode';
import type { HighlightKind } from '../../protocol';

/**
 * How each kind is underlined, so that colour is never the only sign: thick, thin, double, dotted, dashed; never
 * wavy, which means an error. Problems, pathways and safeguards use the text's own underline, so that a diagnostic's
 * line below it is seen, too.
 */
export function createStyles(): Record<HighlightKind, vscode.TextEditorDecorationType> {
  return {
    problem: underline('problem', 'solid 2px'),
    pathway: underline('pathway', 'solid 1px'),
    safeguard: underline('safeguard', 'double 1px'),
    actor: border('actor', 'dotted'),
    instrument: border('instrument', 'dashed'),
  };
}

function underline(kind: HighlightKind, line: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    ...common(kind),
    textDecoration: `underline ${line} var(--vscode-policyLens-${kind}Foreground); text-underline-offset: 3px; text-decoration-skip-ink: none`,
  });
}

function border(kind: HighlightKind, style: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    ...common(kind),
    borderStyle: style,
    borderWidth: '0 0 1px 0',
    borderColor: new vscode.ThemeColor(`policyLens.${kind}Foreground`),
  });
}

function common(kind: HighlightKind): vscode.DecorationRenderOptions {
  return {
    backgroundColor: new vscode.ThemeColor(`policyLens.${kind}Background`),
    overviewRulerColor: new vscode.ThemeColor(`policyLens.${kind}Foreground`),
    overviewRulerLane: kind === 'problem' ? vscode.OverviewRulerLane.Left : vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}
