import { InlayHint, type InlayHintLabelPart, type Range } from 'vscode-languageserver-types';
import type { Annotation } from '../core/model';
import { categoryLabel, type ServiceContext } from './context';
import { escapeMarkdown } from './markdown';
import { reasonList } from './reasons';

/** A glyph a kind, so that the hint is read at a glance and colour is not needed. */
const glyphs: Partial<Record<Annotation['kind'], string>> = { P: '▲', R: '◆', S: '■' };

/**
 * One hint a paragraph, at its end: `◆R2.3 ■S1.1`. Text is never shifted under the pointer, because nothing
 * stands after a hint on its line.
 *
 * @param range Only paragraphs that touch it.
 */
export function inlayHints(context: ServiceContext, range: Range): InlayHint[] {
  const { analysis, textDocument } = context;
  const from = textDocument.offsetAt(range.start);
  const to = textDocument.offsetAt(range.end);
  const byBlock = new Map<number, Annotation[]>();
  for (const annotation of analysis.annotations) {
    if (!glyphs[annotation.kind]) continue;
    const block = analysis.document.sentences[annotation.sentence]?.block;
    if (block === undefined) continue;
    const list = byBlock.get(block);
    if (list) list.push(annotation);
    else byBlock.set(block, [annotation]);
  }
  const hints: InlayHint[] = [];
  for (const [index, annotations] of byBlock) {
    const block = analysis.document.blocks[index];
    if (!block || block.end < from || block.start > to) continue;
    hints.push({
      ...InlayHint.create(textDocument.positionAt(block.end), labelParts(context, annotations)),
      paddingLeft: true,
    });
  }
  return hints;
}

function labelParts(context: ServiceContext, annotations: readonly Annotation[]): InlayHintLabelPart[] {
  const byCategory = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const list = byCategory.get(annotation.category);
    if (list) list.push(annotation);
    else byCategory.set(annotation.category, [annotation]);
  }
  return [...byCategory].map(([category, list], position) => ({
    value: `${position > 0 ? ' ' : ''}${glyphs[list[0]?.kind ?? 'P'] ?? ''}${category}`,
    tooltip: {
      kind: 'markdown',
      value: [
        `**${escapeMarkdown(categoryLabel(context, category))}**`,
        ...list.slice(0, 3).map((annotation) => reasonList(context, annotation)),
      ].join('\n\n'),
    },
    command: {
      title: context.translator.t('hint.open', category),
      command: 'policyLens.showCategory',
      arguments: [context.textDocument.uri, category],
    },
  }));
}
