import type { Location, Position } from 'vscode-languageserver-types';
import type { Annotation } from '../core/model';
import { rangeOf, type ServiceContext } from './context';

/** All sentences of the categories found at a position. */
export function references(context: ServiceContext, position: Position): Location[] {
  const offset = context.textDocument.offsetAt(position);
  const coded = context.analysis.annotations.filter(({ kind }) => 'PRS'.includes(kind));
  const here = new Set(
    coded.filter(({ start, end }) => start <= offset && offset <= end).map(({ category }) => category),
  );
  return coded
    .filter(({ category }) => here.has(category))
    .map((annotation) => location(context, annotation));
}

function location(context: ServiceContext, annotation: Annotation): Location {
  return { uri: context.textDocument.uri, range: rangeOf(context, annotation) };
}
