import type { Annotation } from '../core/model';
import type { Highlight, HighlightKind } from '../protocol';
import { rangeOf, type ServiceContext } from './context';

const kinds: Partial<Record<Annotation['kind'], HighlightKind>> = {
  P: 'problem',
  R: 'pathway',
  S: 'safeguard',
  A: 'actor',
};

/**
 * What the editor underlines: the evidence of every tag (the sentence where evidence has no words of its own),
 * and the named instruments. Theory dimensions and mechanisms are reported, not highlighted.
 */
export function highlights(context: ServiceContext): Highlight[] {
  const { analysis } = context;
  const result: Highlight[] = [];
  for (const annotation of analysis.annotations) {
    const kind = kinds[annotation.kind];
    if (!kind) continue;
    const inside = annotation.evidence.filter(
      (piece) => piece.weight > 0 && piece.start >= annotation.start && piece.end <= annotation.end,
    );
    const spans = inside.length > 0 ? mergeSpans(inside) : [annotation];
    for (const span of spans)
      result.push({ kind, category: annotation.category, range: rangeOf(context, span) });
  }
  for (const hit of analysis.instruments)
    result.push({
      kind: 'instrument',
      category: hit.indicator.slice(0, hit.indicator.indexOf('/')),
      range: rangeOf(context, hit),
    });
  return result;
}

function mergeSpans(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
