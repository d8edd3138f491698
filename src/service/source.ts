import { isOfThePaper } from '../core/taxonomy/origin';
import type { Category, Taxonomy } from '../core/taxonomy/model';
import type { Translator } from '../l10n/translator';

/** Where a category is from, as plain text: a section of the paper or of a user's own source; empty where none is named. */
export function sourceOf(
  taxonomy: Taxonomy,
  { section, credit }: Pick<Category, 'section' | 'credit'>,
  translator: Translator,
): string {
  if (section === '') return '';
  return isOfThePaper(taxonomy) && !credit
    ? translator.t('hover.source', section)
    : translator.t('hover.ownSource', translator.name(credit ?? taxonomy.title), section);
}
