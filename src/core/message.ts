/** Begins an argument of a {@link Message} that names categories by code: `category:R2.3 S1.1`. */
export const categoryArgument = 'category:';

/**
 * A message to be rendered at the edge: `id` is a key of the l10n bundle, `args` fill its `{0}`, `{1}` … An argument
 * that begins with `category:` is a list of category codes, for which the edge puts their names.
 */
export interface Message {
  readonly id: string;
  readonly args: readonly string[];
}

/** Shorthand for a {@link Message}. */
export function message(id: string, ...args: readonly (string | number)[]): Message {
  return { id, args: args.map(String) };
}

/** An argument of a {@link Message} that names categories. */
export function categories(codes: readonly string[]): string {
  return categoryArgument + codes.join(' ');
}
