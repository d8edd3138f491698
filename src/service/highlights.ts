import type { Annotation, Evidence, InstrumentHit } from '../core/model';
import type { Span } from '../core/text/model';
import type { Highlight, HighlightKind } from '../protocol';
import { rangeOf, type ServiceContext } from './context';
import { speaking } from './emptyWords';

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

/** Where a tag is underlined, and so where the hover explains it: its telling evidence, else the whole sentence. */
export function underlined(annotation: Annotation): readonly Span[] {
  return evidenceSpans({ ...annotation, evidence: telling(annotation) });
}

/**
 * What is worth underlining: indicators of the taxonomy where there are any, else the strongest piece that has words
 * of its own, and not only a "no" or an "of". The model's many small reasons are in the hover; underlined, they would
 * cover the whole text.
 */
function telling({ start, end, evidence }: Annotation): readonly Evidence[] {
  const pieces = evidence.flatMap((piece) => {
    const isInside = piece.start >= start && piece.end <= end && !piece.indicator.startsWith('context:');
    const words = piece.weight > 0 && isInside ? speaking(piece) : null;
    return words ? [{ ...piece, ...words }] : [];
  });
  const indicators = pieces.filter(({ indicator }) => /^[PRSAMT]\d[\d.]*\//.test(indicator));
  if (indicators.length > 0) return indicators;
  return pieces.toSorted((a, b) => b.weight - a.weight).slice(0, 1);
}

/**
 * The words of a sentence that speak for its tag, overlaps merged; the whole sentence where there are none, because
 * place and headings alone made the tag.
 */
export function evidenceSpans(annotation: Annotation): readonly Span[] {
  const inside = annotation.evidence.filter(
    ({ weight, start, end, indicator }) =>
      weight > 0 &&
      start >= annotation.start &&
      end <= annotation.end &&
      end > start &&
      !indicator.startsWith('context:'),
  );
  if (inside.length === 0) return [{ start: annotation.start, end: annotation.end }];
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...inside].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
