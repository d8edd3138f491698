import { certainty } from '../../core/match/scoring/certainty';
import type { AnnotationResult, DiagnosticResult, DocumentResult } from '../../core/report/contract';
import { isProblemOrRemedy } from '../../core/taxonomy/kinds';
import type { Taxonomy } from '../../core/taxonomy/model';
import { Lines } from '../../core/text/lines';
import type { Translator } from '../../l10n/translator';
import { categoryLabel } from '../../service/context';
import { clip, fit, pad, printable, widthOf, wrap } from './columns';

/** What texts for people need beside the result. */
export interface TextContext {
  readonly taxonomy: Taxonomy;
  readonly translator: Translator;
  readonly columns: number;
}

/** The tags of one document for reading in a terminal: place, category, score, quote, strongest evidence. */
export function annotationText(result: DocumentResult, text: string, context: TextContext): string {
  const lines = new Lines(text);
  const { t } = context.translator;
  const tags = result.annotations.filter(({ kind }) => isProblemOrRemedy(kind));
  const parts = [heading(result, context)];
  if (tags.length === 0) parts.push(...wrap(t('cli.annotate.none'), context.columns, '  ', '  '));
  for (const tag of tags) for (const line of tagLines(tag, lines, context)) parts.push(line);
  if (result.diagnostics.length > 0) parts.push('', ...diagnosticLines(result.diagnostics, lines, context));
  return `${parts.join('\n')}\n`;
}

/** Path, title, encoding and length of a document. */
export function heading(result: DocumentResult, { translator, columns }: TextContext): string {
  const { t } = translator;
  const path = printable(result.path);
  const facts = t('cli.document.facts', result.length, result.encoding);
  const both = `${path}  ${facts}`;
  // A path is whole, however long: it is copied.
  const lines = widthOf(both) <= columns ? [both] : [path, ...fit(facts, columns)];
  if (result.title !== '') lines.push(clip(result.title, columns));
  if (result.length === 0) lines.push(...fit(t('cli.document.empty'), columns));
  else if (!result.checked.isPolicyText) lines.push(...fit(t('cli.document.notPolicy'), columns));
  const { characters, total } = result.checked;
  if (characters < total) lines.push(...fit(t('cli.document.checkedPart', characters, total), columns));
  return lines.join('\n');
}

function tagLines(tag: AnnotationResult, lines: Lines, context: TextContext): string[] {
  const { line, column } = lines.at(tag.start);
  const { columns, translator } = context;
  const place = `  ${pad(`${line}:${column}`, 8)}`;
  const score = translator.t('cli.score', certainty(tag.score));
  const name = clip(categoryLabel(context, tag.category), columns - widthOf(place) - widthOf(score) - 2);
  const evidence = tag.evidence
    .filter(({ weight, text }) => weight > 0 && text !== '')
    .slice(0, 4)
    .map(({ text, weight }) => `${printable(text)} +${weight.toFixed(1)}`)
    .join(' · ');
  const indent = ' '.repeat(10);
  return [
    `${place}${name}  ${score}`,
    `${indent}${clip(tag.quote, columns - 10)}`,
    ...(evidence === '' ? [] : [`${indent}${clip(translator.t('cli.evidence', evidence), columns - 10)}`]),
  ];
}

/** Gaps, one a line with their place and severity. */
export function diagnosticLines(
  diagnostics: readonly DiagnosticResult[],
  lines: Lines,
  { translator, columns }: TextContext,
): string[] {
  return [
    `  ${translator.t('cli.diagnostics')}`,
    ...diagnostics.flatMap(({ start, severity, rule, message }) => {
      const { line, column } = lines.at(start);
      const head = `  ${pad(`${line}:${column}`, 8)}${translator.t(`report.severity.${severity}`)} ${rule}  `;
      return wrap(message, columns, head, ' '.repeat(10));
    }),
  ];
}
