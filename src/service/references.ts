import type { Location, Position } from 'vscode-languageserver-types';
import { rangeOf, type ServiceContext } from './context';
import { isProblemOrRemedy } from '../core/taxonomy/kinds';

/** The problems and remedies tagged on the sentence at a position. */
export function categoriesAt(context: ServiceContext, position: Position): ReadonlySet<string> {
  const offset = context.textDocument.offsetAt(position);
  return new Set(
    coded(context)
      .filter(({ start, end }) => start <= offset && offset <= end)
      .map(({ category }) => category),
  );
}

/** All sentences of a document that are tagged with one of the categories; each sentence once. */
export function locationsOf(context: ServiceContext, categories: ReadonlySet<string>): Location[] {
  const seen = new Set<number>();
  return coded(context)
    .filter(({ category, sentence }) => categories.has(category) && !seen.has(sentence) && seen.add(sentence))
    .map((annotation) => ({ uri: context.textDocument.uri, range: rangeOf(context, annotation) }));
}

function coded({ analysis }: ServiceContext): ServiceContext['analysis']['annotations'] {
  return analysis.annotations.filter(({ kind }) => isProblemOrRemedy(kind));
}
