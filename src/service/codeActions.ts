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
import type { SuppressParams } from '../protocol';
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

/** Most fixes of a kind offered at once: drafts for one diagnostic, "not this" at one place; the side panel has them all. */
const mostOffered = 6;

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
    .slice(0, mostOffered)
    .flatMap((code, index) => {
      const title = context.translator.t('action.insertDraft', categoryLabel(context, code));
      const action = { ...fix(title, diagnostic), isPreferred: index === 0 };
      return running(context, action, ['policyLens.insertRemedy', code], () => plainDraft(context, code));
    });
}

function renumbering(context: ServiceContext, { rule }: Finding, diagnostic: Diagnostic): CodeAction[] {
  if (rule !== 'PL108') return [];
  const action = { ...fix(context.translator.t('action.renumber'), diagnostic), isPreferred: true };
  return editing(context, action, renumber(context));
}

function replacements(context: ServiceContext, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const { replacement } = finding;
  if (replacement === undefined) return [];
  const action = {
    ...fix(context.translator.t('action.replace', replacement), diagnostic),
    isPreferred: true,
  };
  return editing(context, action, [{ range: rangeOf(context, finding), newText: replacement }]);
}

function suppressions(context: ServiceContext, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const { translator, textDocument } = context;
  const { uri } = textDocument;
  const { rule } = finding;
  const range = rangeOf(context, finding);
  const scopes: readonly (SuppressionScope | 'rule')[] = ['hit', 'paragraph', 'file', 'rule'];
  return scopes.flatMap((scope) => {
    const title = translator.t(`action.suppress.${scope}`, ruleTitle(translator, rule), rule);
    return running(context, fix(title, diagnostic), ['policyLens.suppress', { rule, scope, range }], () =>
      // The settings of other editors are theirs to change.
      scope === 'rule' ? [] : comments(context, { uri, rule, range, scope, reason: '', where: 'text' }),
    );
  });
}

/** "Not this" for the tags whose words are underlined here; two of one category are told apart by their sentences. */
function corrections(context: ServiceContext, { range }: CodeActionParams): CodeAction[] {
  const { analysis, textDocument, translator } = context;
  const { uri } = textDocument;
  const from = textDocument.offsetAt(range.start);
  const to = textDocument.offsetAt(range.end);
  const tags = analysis.annotations
    .filter((annotation) => underlined(annotation).some(({ start, end }) => start <= to && from <= end))
    .slice(0, mostOffered);
  return tags.flatMap((tag) => {
    const { id, category } = tag;
    const name = translator.t('action.notThis', categoryLabel(context, category));
    const isAlone = tags.every((other) => other === tag || other.category !== category);
    const sentence = clipLine(wordsIn(analysis.document, tag), 24);
    const title = isAlone ? name : translator.t('action.notThisOf', name, sentence);
    return running(context, { title, kind: CodeActionKind.QuickFix }, ['policyLens.suppress', id], () =>
      comments(context, { uri, annotation: id, scope: 'hit', reason: '', where: 'text' }),
    );
  });
}

/** Other editors keep no sidecar: only comments are left. */
function comments(context: ServiceContext, params: SuppressParams): readonly TextEdit[] {
  return suppress(context, params)?.edits ?? [];
}

function refactoring(context: ServiceContext): CodeAction[] {
  const action = { title: context.translator.t('action.renumber'), kind: CodeActionKind.RefactorRewrite };
  return editing(context, action, renumber(context));
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
  return editing(context, { title: context.translator.t('action.fixAll'), kind: fixAll }, apart(edits));
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

function fix(title: string, diagnostic: Diagnostic): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
}

/** An action that makes edits; none where there are none to be made. */
function editing(
  { textDocument }: ServiceContext,
  action: CodeAction,
  edits: readonly TextEdit[],
): CodeAction[] {
  return edits.length === 0 ? [] : [{ ...action, edit: { changes: { [textDocument.uri]: [...edits] } } }];
}

/** An action that runs our command on the document where the editor has it, and makes edits elsewhere. */
function running(
  context: ServiceContext,
  action: CodeAction,
  [command, argument]: readonly [command: string, argument: unknown],
  edits: () => readonly TextEdit[],
): CodeAction[] {
  if (!context.editor.commands) return editing(context, action, edits());
  const { title } = action;
  return [{ ...action, command: { title, command, arguments: [context.textDocument.uri, argument] } }];
}
