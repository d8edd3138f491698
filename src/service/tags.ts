import type { Location } from 'vscode-languageserver-types';
import { isProblemOrRemedy } from '../core/taxonomy/kinds';
import { wordsIn } from '../core/text/reading';
import { rangeOf, type ServiceContext } from './context';

/** A problem or remedy that a sentence is tagged with: what references and symbols find, in every text that is known. */
export interface Tag {
  readonly category: string;
  /** Of the sentence. */
  readonly location: Location;
  /** The sentence as it reads, or its beginning. */
  readonly quote: string;
  readonly section: string;
}

/** The tags of a document, in text order. */
export function tagsOf({ analysis, textDocument }: ServiceContext): Tag[] {
  return analysis.annotations
    .filter(({ kind }) => isProblemOrRemedy(kind))
    .map((annotation) => ({
      category: annotation.category,
      location: { uri: textDocument.uri, range: rangeOf({ textDocument }, annotation) },
      quote: wordsIn(analysis.document, annotation),
      section: annotation.section,
    }));
}
