import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type Diagnostic,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { CodeActionParams } from 'vscode-languageserver-protocol';
import type { Finding } from '../core/rules/model';
import type { SuppressionScope } from '../core/suppress/model';
import { clipLine } from '../core/text/clip';
import { wordsIn } from '../core/text/reading';
import { categoryLabel, rangeOf, type ServiceContext } from './context';
import { findingOf } from './diagnostics';
import { plainDraft } from './draft/draft';
import { underlined } from './highlights';
import { renumber } from './renumber';
import { ruleTitle } from './ruleTitle';
import { suppress } from './suppress';

/** "Fix all": numbers and official expressions, which have one right form. */
const fixAll = `${CodeActionKind.SourceFixAll}.policyLens`;

export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAll] as const;

/** Most "insert draft paragraph" fixes offered for one diagnostic; the side panel has them all. */
const offered = 6;

/**
 * Quick fixes for our own diagnostics: insert a draft paragraph, put a number or an expression right, suppress.
 * Also "not this" on tagged words, "renumber headings" as a refactoring, and "fix all".
 */
export function codeActions(context: ServiceContext, params: CodeActionParams): CodeAction[] {
  const { only, diagnostics } = params.context;
  const isWanted = (kind: string): boolean =>
    only === undefined ||
    only.some((each) => each === CodeActionKind.Empty || kind === each || kind.startsWith(`${each}.`));
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix))
    for (const diagnostic of diagnostics) {
      const finding = findingOf(context, diagnostic);
      if (finding)
        actions.push(
          ...replacements(context, finding, diagnostic),
          ...renumbering(context, finding, diagnostic),
          ...insertions(context, finding, diagnostic),
          ...suppressions(context, finding, diagnostic),
        );
    }
  // In a light bulb on all tagged words it would be noise; who asks must not be told that there is nothing.
  const isAsked = isInvoked(context, params.context.triggerKind);
  if (isAsked && actions.length === 0 && isWanted(CodeActionKind.QuickFix))
    actions.push(...corrections(context, params));
  // Offered unasked it would stand in every light bulb.
  if (only && isWanted(CodeActionKind.RefactorRewrite)) actions.push(...refactoring(context));
  if (only && isWanted(fixAll)) actions.push(...allFixes(context));
  return eachOnce(actions);
}

/** Other editors may not know how to say it (ALE, and Eglot and Neovim of their time): they ask when they are asked. */
function isInvoked({ editor }: ServiceContext, kind: CodeActionTriggerKind | undefined): boolean {
  return kind === undefined ? !editor.commands : kind === CodeActionTriggerKind.Invoked;
}

/** Two findings of a rule in one sentence, about two problems, may offer the same: it is told once, for both. */
function eachOnce(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Map<string, CodeAction>();
  for (const action of actions) {
    const { title, edit, command } = action;
    const key = JSON.stringify([title, edit, command?.arguments]);
    const same = known.get(key);
    if (same) same.diagnostics = [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])];
    else known.set(key, { ...action });
  }
  return [...known.values()];
}

function insertions(context: ServiceContext, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  return finding.categories
    .filter((code) => (context.taxonomy.byCode.get(code)?.drafts.length ?? 0) > 0)
    .slice(0, offered)
    .flatMap((code, index): CodeAction[] => {
      const title = context.translator.t('action.insertDraft', categoryLabel(context, code));
      const action = {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: index === 0,
      };
      if (context.editor.commands) {
        const command = 'policyLens.insertRemedy';
        return [{ ...action, command: { title, command, arguments: [context.textDocument.uri, code] } }];
      }
      const edit = plainDraft(context, code);
      return edit ? [{ ...action, edit: editOf(context, [edit]) }] : [];
    });
}

function renumbering(context: ServiceContext, { rule }: Finding, diagnostic: Diagnostic): CodeAction[] {
  if (rule !== 'PL108') return [];
  const edits = renumber(context);
  if (edits.length === 0) return [];
  return [
    {
      title: context.translator.t('action.renumber'),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: true,
      edit: editOf(context, edits),
    },
  ];
}

function replacements(context: ServiceContext, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  if (finding.replacement === undefined) return [];
  return [
    {
      title: context.translator.t('action.replace', finding.replacement),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: true,
      edit: editOf(context, [{ range: rangeOf(context, finding), newText: finding.replacement }]),
    },
  ];
}

function suppressions(context: ServiceContext, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const { translator, textDocument } = context;
  const { uri } = textDocument;
  const { rule } = finding;
  const range = rangeOf(context, finding);
  const scopes: readonly (SuppressionScope | 'rule')[] = ['hit', 'paragraph', 'file', 'rule'];
  return scopes.flatMap((scope): CodeAction[] => {
    const title = translator.t(`action.suppress.${scope}`, ruleTitle(translator, rule), rule);
    const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    if (context.editor.commands) {
      const args = [uri, { rule, scope, range }];
      return [{ ...action, command: { title, command: 'policyLens.suppress', arguments: args } }];
    }
    // Other editors keep no sidecar, and their settings are theirs to change: only comments are left.
    if (scope === 'rule') return [];
    const result = suppress(context, { uri, rule, range, scope, reason: '', where: 'text' });
    return result && result.edits.length > 0 ? [{ ...action, edit: editOf(context, result.edits) }] : [];
  });
}

/** "Not this" for the tags whose words are underlined here; two of one category are told apart by their sentences. */
function corrections(context: ServiceContext, { range }: CodeActionParams): CodeAction[] {
  const { analysis, textDocument, translator } = context;
  const from = textDocument.offsetAt(range.start);
  const to = textDocument.offsetAt(range.end);
  const tags = analysis.annotations
    .filter(
      (annotation) =>
        annotation.kind !== 'T' &&
        annotation.kind !== 'M' &&
        underlined(annotation).some(({ start, end }) => start <= to && from <= end),
    )
    .slice(0, offered);
  return tags.flatMap((tag): CodeAction[] => {
    const { id, category } = tag;
    const { uri } = textDocument;
    const name = translator.t('action.notThis', categoryLabel(context, category));
    const isAlone = tags.every((other) => other === tag || other.category !== category);
    const sentence = clipLine(wordsIn(analysis.document, tag), 24);
    const title = isAlone ? name : translator.t('action.notThisOf', name, sentence);
    const action = { title, kind: CodeActionKind.QuickFix };
    if (context.editor.commands)
      return [{ ...action, command: { title, command: 'policyLens.suppress', arguments: [uri, id] } }];
    const result = suppress(context, { uri, annotation: id, scope: 'hit', reason: '', where: 'text' });
    return result && result.edits.length > 0 ? [{ ...action, edit: editOf(context, result.edits) }] : [];
  });
}

function refactoring(context: ServiceContext): CodeAction[] {
  const edits = renumber(context);
  if (edits.length === 0) return [];
  return [
    {
      title: context.translator.t('action.renumber'),
      kind: CodeActionKind.RefactorRewrite,
      edit: editOf(context, edits),
    },
  ];
}

/** What is found, is reported and has one right form; rules that are off fix nothing. */
function allFixes(context: ServiceContext): CodeAction[] {
  const isOn = (rule: string): boolean => context.severity(rule) !== 'off';
  const { findings } = context.analysis;
  const edits = [
    ...(isOn('PL108') && findings.some(({ rule }) => rule === 'PL108') ? renumber(context) : []),
    ...findings.flatMap(({ rule, start, end, replacement }): TextEdit[] =>
      replacement === undefined || !isOn(rule)
        ? []
        : [{ range: rangeOf(context, { start, end }), newText: replacement }],
    ),
  ];
  if (edits.length === 0) return [];
  const edit = editOf(context, apart(edits));
  return [{ title: context.translator.t('action.fixAll'), kind: fixAll, edit }];
}

/**
 * Without those that overlap one before them, for which an editor refuses them all (LSP 3.17): they are left for the next
 * time.
 */
function apart(edits: readonly TextEdit[]): TextEdit[] {
  const order = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
  const kept: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => order(a.range.start, b.range.start))) {
    const last = kept.at(-1);
    if (!last || order(last.range.end, edit.range.start) <= 0) kept.push(edit);
  }
  return kept;
}

function editOf(
  { textDocument }: ServiceContext,
  edits: readonly TextEdit[],
): NonNullable<CodeAction['edit']> {
  return { changes: { [textDocument.uri]: [...edits] } };
}
