import { pinyin } from 'pinyin-pro';
import type { Localized, Taxonomy } from '../core/taxonomy/model';
import type { Translator } from '../l10n/translator';
import type { CategoryInfo, TaxonomyResult } from '../protocol';
import { plainText } from './snippets';
import { sourceOf } from './source';

/** The taxonomy as menus and trees show it. */
export function taxonomyInfo(taxonomy: Taxonomy, translator: Translator): TaxonomyResult {
  return {
    id: taxonomy.id,
    base: taxonomy.base,
    version: taxonomy.version,
    fingerprint: taxonomy.fingerprint,
    title: translator.name(taxonomy.title),
    categories: taxonomy.categories.map((category) => ({
      code: category.code,
      kind: category.kind,
      parent: category.parent,
      isLeaf: category.isLeaf,
      name: translator.name(category.name),
      ...searched(category.name, translator),
      definition: translator.name(category.definition),
      source: sourceOf(taxonomy, category, translator),
      supplement: category.supplement,
      why: category.why ? translator.name(category.why) : '',
      model: category.model,
      forms: category.drafts.map(({ title, body }) => ({
        title: translator.name(title),
        text: plainText(body),
      })),
      boundaries: category.boundaries.map(({ with: other, rule }) => ({
        with: other,
        rule: translator.name(rule),
      })),
      indicators: category.indicators.map(({ label, instrument, phrases }) => ({
        label: translator.name(label),
        instrument,
        phrases,
      })),
    })),
    links: taxonomy.links,
  };
}

/** What menus find a category by, beside its name in the user's language. */
function searched(name: Localized, translator: Translator): Pick<CategoryInfo, 'otherName' | 'syllables'> {
  return {
    otherName: translator.name(name) === name.zh ? name.en : name.zh,
    syllables: pinyin(name.zh, { toneType: 'none', type: 'array', v: true }).map((each) =>
      each.toLowerCase(),
    ),
  };
}
