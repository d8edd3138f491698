/** What a report is about: kept by its page, so that its tab is filled again after the window was reloaded. */
export type Memento =
  | { readonly about: 'workspace' }
  | { readonly about: 'selection'; readonly uris: readonly string[] }
  | { readonly about: 'document'; readonly uri: string }
  | { readonly about: 'comparison'; readonly before: ComparedText; readonly after: ComparedText };

/** A text of a comparison, under the name it is shown by. */
export interface ComparedText {
  readonly uri: string;
  readonly path: string;
}

/** Reads what a page kept; null where it is none of ours. */
export function readMemento(state: unknown): Memento | null {
  const { about, uri, uris, before, after } = fieldsOf(fieldsOf(state)['memento']);
  if (about === 'workspace') return { about };
  if (about === 'selection' && isTexts(uris)) return { about, uris };
  if (about === 'document' && typeof uri === 'string') return { about, uri };
  const [first, second] = [readCompared(before), readCompared(after)];
  return about === 'comparison' && first && second ? { about, before: first, after: second } : null;
}

function readCompared(value: unknown): ComparedText | null {
  const { uri, path } = fieldsOf(value);
  return typeof uri === 'string' && typeof path === 'string' ? { uri, path } : null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
