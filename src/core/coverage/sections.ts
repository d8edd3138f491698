import { isProblemOrRemedy } from '../taxonomy/kinds';
import type { CategoryKind } from '../taxonomy/model';
import type { Corpus, CorpusDocument } from './corpus';
import { countOf, type Figure } from './figure';

/** What one section of a document holds, by kind of category. */
export interface SectionStrength {
  /** Titles from the outermost heading inwards joined with ` › `; empty at the top of the document. */
  readonly section: string;
  readonly problems: Figure;
  readonly pathways: Figure;
  readonly safeguards: Figure;
  /** Categories found, in order of first appearance. */
  readonly categories: readonly string[];
}

/** Problem, pathway and safeguard tags by section, in text order; sections without any are left out. */
export function sectionStrengths(corpus: Corpus, document: CorpusDocument): readonly SectionStrength[] {
  const bySection = new Map<string, number[]>();
  const inTextOrder = [...document.byCategory.values()]
    .flat()
    .map((index) => corpus.quotes.at(index))
    .filter((quote) => quote !== undefined)
    .sort((a, b) => a.annotation.start - b.annotation.start || a.index - b.index);
  for (const { index, annotation } of inTextOrder) {
    if (!isProblemOrRemedy(annotation.kind)) continue;
    const list = bySection.get(annotation.section);
    if (list) list.push(index);
    else bySection.set(annotation.section, [index]);
  }
  return [...bySection].map(([section, quotes]) => {
    const ofKind = (kind: CategoryKind): Figure =>
      countOf(
        `doc/${String(document.index)}/section/${section}/${kind}`,
        quotes.filter((index) => corpus.quotes.at(index)?.annotation.kind === kind),
      );
    return {
      section,
      problems: ofKind('P'),
      pathways: ofKind('R'),
      safeguards: ofKind('S'),
      categories: [...new Set(quotes.map((index) => corpus.quotes.at(index)?.annotation.category ?? ''))],
    };
  });
}
