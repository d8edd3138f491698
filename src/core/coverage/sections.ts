import { grouped } from '../grouped';
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
  const inTextOrder = [...document.byCategory.values()]
    .flat()
    .map((index) => corpus.quotes.at(index))
    .filter((quote) => quote !== undefined)
    .filter(({ annotation }) => isProblemOrRemedy(annotation.kind))
    .sort((a, b) => a.annotation.start - b.annotation.start || a.index - b.index);
  return [...grouped(inTextOrder, ({ annotation }) => annotation.section)].map(([section, quotes]) => {
    const ofKind = (kind: CategoryKind): Figure =>
      countOf(
        `doc/${String(document.index)}/section/${section}/${kind}`,
        quotes.filter(({ annotation }) => annotation.kind === kind).map(({ index }) => index),
      );
    return {
      section,
      problems: ofKind('P'),
      pathways: ofKind('R'),
      safeguards: ofKind('S'),
      categories: [...new Set(quotes.map(({ annotation }) => annotation.category))],
    };
  });
}
