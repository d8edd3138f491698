import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { analyze } from '../../../src/core/analyze';
import type { AnalyzeOptions, Environment } from '../../../src/core/model';
import { rules } from '../../../src/core/rules';
import type { RuleLevel } from '../../../src/core/rules/model';
import type { DocumentFormat } from '../../../src/core/text/model';
import { createTranslator, type Language } from '../../../src/l10n/translator';
import type { ServiceContext } from '../../../src/service/context';
import { smallEnvironment } from '../support/environment';

export interface Setting {
  readonly format?: DocumentFormat;
  readonly language?: Language;
  readonly preset?: ServiceContext['preset'];
  readonly hintText?: ServiceContext['hintText'];
  readonly codeLens?: boolean;
  readonly commands?: boolean;
  readonly snippets?: boolean;
  readonly options?: AnalyzeOptions;
  readonly severity?: (rule: string) => RuleLevel;
  readonly environment?: Environment;
}

export interface Marked {
  readonly context: ServiceContext;
  readonly environment: Environment;
  /** The text without marks. */
  readonly text: string;
  /** Where ‸ stood; the start where there was none. */
  readonly cursor: Position;
  /** Between ⟦ and ⟧; the whole text where there were none. */
  readonly range: Range;
}

/** Reads a text with marks: ‸ is the cursor, ⟦…⟧ a selection. */
export function marked(source: string, setting: Setting = {}): Marked {
  const { format = 'markdown', environment = smallEnvironment() } = setting;
  const marks = new Map<string, number>();
  let text = '';
  for (const character of source)
    if ('‸⟦⟧'.includes(character)) marks.set(character, text.length);
    else text += character;
  const uri = format === 'markdown' ? 'file:///memo.policy.md' : 'file:///memo.policy.txt';
  const textDocument = TextDocument.create(uri, 'zh-policy', 1, text);
  const context: ServiceContext = {
    textDocument,
    analysis: analyze(text, format, environment, setting.options),
    taxonomy: environment.taxonomy,
    translator: createTranslator(setting.language ?? 'zh-CN', environment.taxonomy),
    isForced: false,
    preset: setting.preset ?? 'draft',
    hintText: setting.hintText ?? 'name',
    codeLens: setting.codeLens ?? true,
    editor: {
      commands: setting.commands ?? true,
      snippets: setting.snippets ?? true,
      plain: { hover: false, documentation: false },
    },
    severity: setting.severity ?? ((id) => rules.find((rule) => rule.id === id)?.defaultSeverity ?? 'off'),
  };
  return {
    context,
    environment,
    text,
    cursor: textDocument.positionAt(marks.get('‸') ?? 0),
    range: {
      start: textDocument.positionAt(marks.get('⟦') ?? 0),
      end: textDocument.positionAt(marks.get('⟧') ?? text.length),
    },
  };
}

/** The text of a range. */
export function textAt({ context }: Marked, range: Range): string {
  return context.textDocument.getText(range);
}

/** The text after edits. */
export function applied({ context }: Marked, edits: readonly TextEdit[] | WorkspaceEdit | undefined): string {
  const list = Array.isArray(edits)
    ? (edits as TextEdit[])
    : ((edits as WorkspaceEdit | undefined)?.changes?.[context.textDocument.uri] ?? []);
  return TextDocument.applyEdits(context.textDocument, [...list]);
}
