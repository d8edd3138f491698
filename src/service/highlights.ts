import type { Annotation, InstrumentHit } from '../core/model';
import type { Span } from '../core/text/model';
import type { Highlight, HighlightKind } from '../protocol';
import { rangeOf, type ServiceContext } from './context';

const kinds: Partial<Record<Annotation['kind'], HighlightKind>> = {
  P: 'problem',
  R: 'pathway',
  S: 'safeguard',
  A: 'actor',
};

/**
 * What the editor underlines: the phrases that speak for every tag (the sentence where none does), and the named
 * instruments. Theory dimensions and mechanisms are reported, not highlighted.
 */
export function highlights(context: ServiceContext): Highlight[] {
  const { analysis } = context;
  const result: Highlight[] = [];
  for (const annotation of analysis.annotations) {
    const kind = kinds[annotation.kind];
    if (!kind) continue;
    for (const span of underlined(annotation))
      result.push({ kind, category: annotation.category, range: rangeOf(context, span) });
  }
  for (const hit of analysis.instruments)
    result.push({
      kind: 'instrument',
      category: instrumentCategory(hit),
      range: rangeOf(context, hit),
    });
  return result;
}

/** The category whose indicator an instrument is. */
export function instrumentCategory({ indicator }: InstrumentHit): string {
  return indicator.slice(0, indicator.indexOf('/'));
}

/**
 * Where a tag is underlined, and so where the hover explains it: its phrases, else the whole sentence; nowhere for theory
 * dimensions and mechanisms.
 */
export function underlined({ kind, phrases, start, end }: Annotation): readonly Span[] {
  if (!kinds[kind]) return [];
  return phrases.length > 0 ? phrases : [{ start, end }];
}
