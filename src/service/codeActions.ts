import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import type { CodeActionParams as Params } from 'vscode-languageserver-protocol';
import { categoryLabel, type ServiceContext } from './context';
import type { DiagnosticData } from './diagnostics';
import { renumber } from './renumber';

export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] as const;

/** Most "insert draft paragraph" fixes offered for one diagnostic; the side panel has them all. */
const offered = 6;

/** Quick fixes for our own diagnostics: insert a draft paragraph, renumber, suppress. */
export function codeActions(context: ServiceContext, params: Params): CodeAction[] {
  const own = params.context.diagnostics.filter(
    ({ code, data }) => typeof code === 'string' && code.startsWith('PL') && data !== undefined,
  );
  return own.flatMap((diagnostic) => [
    ...insertions(context, diagnostic),
    ...renumbering(context, diagnostic),
    ...suppressions(context, diagnostic),
  ]);
}

function insertions(context: ServiceContext, diagnostic: Diagnostic): CodeAction[] {
  const { categories } = diagnostic.data as DiagnosticData;
  return categories
    .filter((code) => (context.taxonomy.byCode.get(code)?.drafts.length ?? 0) > 0)
    .slice(0, offered)
    .map((code, index) => ({
      title: context.translator.t('action.insertDraft', categoryLabel(context, code)),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: index === 0,
      command: {
        title: context.translator.t('action.insertDraft', categoryLabel(context, code)),
        command: 'policyLens.insertRemedy',
        arguments: [context.textDocument.uri, code],
      },
    }));
}

function renumbering(context: ServiceContext, diagnostic: Diagnostic): CodeAction[] {
  if ((diagnostic.data as DiagnosticData).rule !== 'PL108') return [];
  const edit = renumber(context);
  return edit
    ? [
        {
          title: context.translator.t('action.renumber'),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: true,
          edit,
        },
      ]
    : [];
}

function suppressions(context: ServiceContext, diagnostic: Diagnostic): CodeAction[] {
  const { rule } = diagnostic.data as DiagnosticData;
  return (['hit', 'paragraph', 'file', 'rule'] as const).map((scope) => ({
    title: context.translator.t(`action.suppress.${scope}`, rule),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: {
      title: context.translator.t(`action.suppress.${scope}`, rule),
      command: 'policyLens.suppress',
      arguments: [context.textDocument.uri, { rule, scope, range: diagnostic.range }],
    },
  }));
}
