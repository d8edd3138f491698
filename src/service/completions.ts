import { pinyin } from 'pinyin-pro';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Position,
} from 'vscode-languageserver-types';
import type { Indicator } from '../core/taxonomy/model';
import { categoryLabel, rangeOf, type ServiceContext } from './context';
import { escapeMarkdown } from './markdown';

/** Chinese has no spaces and Markdown no quick suggestions, so a few signs ask for completion. */
export const completionTriggers = ['对', '决', '由', '、', '“'] as const;

/** Longest prefix looked at before the cursor. */
const longestPrefix = 8;

/**
 * Instruments, actors and official expressions by Chinese prefix or pinyin initials (`jsjjr` → 技术经理人); after
 * 针对 / 为解决 remedies for the stated problems come first.
 */
export function completions(context: ServiceContext, position: Position): CompletionItem[] {
  const offset = context.textDocument.offsetAt(position);
  const text = context.textDocument.getText();
  const before = text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1) + 1, offset - 40), offset);
  if (/(针对|为解决|为了解决)[^。；]*$/.test(before))
    return [...remedies(context, before), ...terms(context, before, offset)];
  return terms(context, before, offset);
}

function remedies(context: ServiceContext, before: string): CompletionItem[] {
  const { analysis, taxonomy, translator } = context;
  const lead = /(?:针对|为解决|为了解决)([^。；]*)$/.exec(before)?.[1] ?? '';
  return analysis.coverage.problems.flatMap(({ category: problem }, rank) => {
    const link = taxonomy.links.find((candidate) => candidate.problem === problem);
    return (link?.primary ?? []).flatMap((code): CompletionItem[] => {
      const form = taxonomy.byCode.get(code)?.drafts[0];
      if (!form) return [];
      return [
        {
          label: categoryLabel(context, code),
          kind: CompletionItemKind.Snippet,
          detail: translator.t('completion.answers', categoryLabel(context, problem)),
          insertText: `${lead === '' ? translator.name(taxonomy.byCode.get(problem)?.name ?? { zh: '', en: '' }) : ''}，${form.body}`,
          insertTextFormat: InsertTextFormat.Snippet,
          sortText: `0${rank}${code}`,
          filterText: before.slice(-1) + code,
        },
      ];
    });
  });
}

interface Term {
  readonly phrase: string;
  readonly initials: string;
  readonly indicator: Indicator;
}

const termsByTaxonomy = new WeakMap<object, readonly Term[]>();

/** Built once per taxonomy: pinyin of a few thousand phrases takes some milliseconds. */
function termsOf(context: ServiceContext): readonly Term[] {
  const known = termsByTaxonomy.get(context.taxonomy);
  if (known) return known;
  const seen = new Set<string>();
  const list = context.taxonomy.categories.flatMap(({ indicators }) =>
    indicators
      .filter(({ instrument, category }) => instrument || category.startsWith('A'))
      .flatMap((indicator) =>
        indicator.phrases
          .filter((phrase) => phrase.length >= 2 && !seen.has(phrase) && seen.add(phrase))
          .map((phrase) => ({ phrase, indicator, initials: initialsOf(phrase) })),
      ),
  );
  termsByTaxonomy.set(context.taxonomy, list);
  return list;
}

function initialsOf(phrase: string): string {
  return pinyin(phrase, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
}

function terms(context: ServiceContext, before: string, offset: number): CompletionItem[] {
  const latin = /[A-Za-z]{1,8}$/.exec(before)?.[0].toLowerCase() ?? '';
  const items: CompletionItem[] = [];
  for (const term of termsOf(context)) {
    const typed =
      latin !== '' && term.initials.startsWith(latin) ? latin : chinesePrefix(before, term.phrase);
    if (typed === '') continue;
    items.push({
      label: term.phrase,
      kind: term.indicator.category.startsWith('A') ? CompletionItemKind.Class : CompletionItemKind.Keyword,
      detail: categoryLabel(context, term.indicator.category),
      documentation: {
        kind: 'markdown',
        value: escapeMarkdown(
          context.translator.name(
            context.taxonomy.byCode.get(term.indicator.category)?.definition ?? { zh: '', en: '' },
          ),
        ),
      },
      filterText: typed + term.phrase,
      sortText: `1${String(99 - typed.length).padStart(2, '0')}${term.phrase}`,
      textEdit: {
        range: rangeOf(context, { start: offset - typed.length, end: offset }),
        newText: term.phrase,
      },
    });
  }
  return items;
}

/** The longest end of `before` that begins `phrase` without being all of it. */
function chinesePrefix(before: string, phrase: string): string {
  for (let length = Math.min(longestPrefix, phrase.length - 1, before.length); length > 0; length--) {
    const end = before.slice(-length);
    if (phrase.startsWith(end)) return end;
  }
  return '';
}
