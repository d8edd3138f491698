import type { Location, Position } from 'vscode-languageserver-types';
import { isProblemOrRemedy } from '../core/taxonomy/kinds';
import type { ServiceContext } from './context';
import type { Tag } from './tags';

/** The problems and remedies tagged on the sentence at a position. */
export function categoriesAt(
  { analysis, textDocument }: ServiceContext,
  position: Position,
): ReadonlySet<string> {
  const offset = textDocument.offsetAt(position);
  return new Set(
    analysis.annotations
      .filter(({ kind, start, end }) => isProblemOrRemedy(kind) && start <= offset && offset <= end)
      .map(({ category }) => category),
  );
}

/** All sentences that are tagged with one of the categories; each sentence once. */
export function locationsOf(tags: readonly Tag[], categories: ReadonlySet<string>): Location[] {
  const found = new Map<string, Location>();
  for (const { category, location } of tags) {
    const { line, character } = location.range.start;
    if (categories.has(category)) found.set(`${location.uri} ${String(line)}:${String(character)}`, location);
  }
  return [...found.values()];
}
