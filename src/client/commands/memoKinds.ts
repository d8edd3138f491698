import type { Language } from '../../l10n/translator';

/** A kind of memo that can be begun: what a list shows of it, and its skeleton in snippet syntax. */
export interface MemoKind {
  readonly name: string;
  readonly description: string;
  readonly body: string;
}

/** A snippet of a whole memo is called so in its description. */
const whole = 'whole skeleton';

/** Snippets have their description in both languages, one after the other. */
const between = ' | ';

/**
 * The kinds of memo among the snippets for Markdown: the same skeletons that are offered while typing.
 *
 * @param json The snippet file as it is shipped.
 */
export function memoKinds(json: string, language: Language): readonly MemoKind[] {
  const snippets = JSON.parse(json) as Readonly<Record<string, Snippet>>;
  return Object.values(snippets)
    .filter(({ description }) => description.includes(whole))
    .map(({ prefix: [name = ''], description, body }) => {
      const [chinese = '', english = ''] = description.split(between);
      return { name, description: language === 'en' ? english : chinese, body: body.join('\n') };
    });
}

interface Snippet {
  /** The kind's name, then its initials. */
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}
