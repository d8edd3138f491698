import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver-types';
import { addTo, grouped } from '../core/grouped';
import type { Annotation } from '../core/model';
import { isBlankText } from './blankText';
import { categoryLabel, categoryName, type ServiceContext } from './context';
import { escapeMarkdown } from './markdown';
import { reasonList } from './reasons';
import { shortName } from './shortName';

/** A glyph a kind, so that the hint is read at a glance and colour is not needed. */
const glyphs: Partial<Record<Annotation['kind'], string>> = { P: '▲', R: '◆', S: '■' };

/** Most sentences explained in one tooltip; the link opens all. */
const mostExplained = 3;

/**
 * One hint a paragraph, at the end of its last line: `◆高端人才引育 +2`, or `◆R1.2 ■S3.1` in codes. Text is never
 * shifted under the pointer, because nothing stands after a hint on its line; the cells of one table row share their hint.
 *
 * @param range Only paragraphs that touch it.
 */
export function inlayHints(context: ServiceContext, range: Range): InlayHint[] {
  const { textDocument } = context;
  if (isBlankText(context.analysis)) return [];
  const places = hintPlaces(context, textDocument.offsetAt(range.start), textDocument.offsetAt(range.end));
  return places.map(({ offset, annotations }) => ({
    position: textDocument.positionAt(offset),
    label: labelParts(context, annotations),
    paddingLeft: true,
  }));
}

/** Where a hint stands, and the tags it names. */
interface HintPlace {
  readonly offset: number;
  readonly annotations: readonly Annotation[];
}

/** The hints of the paragraphs that touch a span of the text. */
export function hintPlaces(context: ServiceContext, from: number, to: number): HintPlace[] {
  const { analysis, textDocument } = context;
  const byLine = new Map<number, Annotation[]>();
  for (const annotation of analysis.annotations) {
    if (!glyphs[annotation.kind]) continue;
    const block = analysis.document.blocks[analysis.document.sentences[annotation.sentence]?.block ?? -1];
    if (!block || block.end < from || block.start > to) continue;
    const line = textDocument.positionAt(block.end).line;
    addTo(byLine, line, annotation);
  }
  return [...byLine].map(([line, annotations]) => ({ offset: endOfLine(context, line), annotations }));
}

/** Behind the last visible character of a line, so that trailing blanks do not push the hint away. */
function endOfLine({ textDocument }: ServiceContext, line: number): number {
  const start = textDocument.offsetAt({ line, character: 0 });
  const text = textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return start + text.trimEnd().length;
}

/** The tags of one category in a paragraph. */
interface Named {
  readonly category: string;
  readonly annotations: readonly Annotation[];
}

/** In codes every category; in names the first, and how many more there are: names are long, and a hint is quiet. */
function labelParts(context: ServiceContext, annotations: readonly Annotation[]): InlayHintLabelPart[] {
  const byCategory = grouped(annotations, ({ category }) => category);
  const all = [...byCategory].map(([category, list]): Named => ({ category, annotations: list }));
  const shown = context.hintText === 'code' ? all : all.slice(0, 1);
  const rest = all.slice(shown.length);
  return [
    ...shown.map((named, position) => categoryPart(context, named, position > 0)),
    ...(rest.length > 0 ? [restPart(context, rest)] : []),
  ];
}

function categoryPart(context: ServiceContext, named: Named, isLater: boolean): InlayHintLabelPart {
  const { category, annotations } = named;
  return {
    value: `${isLater ? ' ' : ''}${glyphs[annotations[0]?.kind ?? 'P'] ?? ''}${wordsFor(context, category)}`,
    tooltip: { kind: 'markdown', value: explained(context, named) },
    ...(context.editor.commands
      ? {
          command: {
            title: context.translator.t('hint.open', category),
            command: 'policyLens.showCategory',
            arguments: [context.textDocument.uri, category],
          },
        }
      : {}),
  };
}

/** What stands for a category in a hint; its code alone where it has no name. */
function wordsFor(context: ServiceContext, category: string): string {
  const name = categoryName(context, category);
  if (context.hintText === 'code' || name === category) return category;
  return context.hintText === 'name' ? shortName(name) : `${shortName(name)} ${category}`;
}

/** The categories that a hint only counts; pointing at the number tells them. */
function restPart(context: ServiceContext, rest: readonly Named[]): InlayHintLabelPart {
  return {
    value: ` +${String(rest.length)}`,
    tooltip: { kind: 'markdown', value: rest.map((named) => explained(context, named)).join('\n\n') },
  };
}

function explained(context: ServiceContext, { category, annotations }: Named): string {
  return [
    `**${escapeMarkdown(categoryLabel(context, category))}**`,
    ...annotations.slice(0, mostExplained).map((annotation) => reasonList(context, annotation)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
