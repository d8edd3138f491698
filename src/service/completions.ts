import { pinyin } from 'pinyin-pro';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-types';
import { addTo } from '../core/grouped';
import { officialExpressions } from '../core/rules/officialExpressions';
import type { Taxonomy } from '../core/taxonomy/model';
import { likeness } from '../core/text/likeness';
import { actorRank } from './actorOrder';
import { categoryLabel, categoryName, rangeOf, type ServiceContext } from './context';
import { atLevel } from './draft/draftLevel';
import { escapeMarkdown, markup } from './markdown';
import { plainText, safeSnippet } from './snippets';
import { primaryRemedies } from '../core/taxonomy/links';

/**
 * Signs that ask for completion, because Chinese has no spaces and Markdown no quick suggestions: 针对 / 为解决 for
 * remedies, 由 for actors, “ for official expressions, 、 for more of the same kind.
 */
export const completionTriggers = ['对', '决', '由', '、', '“'] as const;

/** How far before the cursor is looked, and longest and shortest prefix, in UTF-16 units. */
const lookBack = 60;
const longestPrefix = 8;
const shortestPrefix = 2;

/** Most items in one answer; the list is asked for again while typing. */
const mostItems = 60;
const mostSiblings = 12;

/**
 * Instruments, actors and official expressions by Chinese prefix or pinyin initials (`jsjlr` → 技术经理人); after
 * 针对 / 为解决 draft remedies for the stated problems. Ranges and filter texts are explicit, so that editors which
 * take a whole Chinese sentence for one word still show the items.
 */
export function completions(context: ServiceContext, position: Position): CompletionList {
  const { textDocument } = context;
  const offset = textDocument.offsetAt(position);
  const line = textDocument.getText({ start: { line: position.line, character: 0 }, end: position });
  const before = line.slice(-lookBack);
  const lead = /(?:针对|为解决|为了解决)([^。；]*)$/.exec(before)?.[1];
  const items = [
    ...(lead === undefined ? [] : remedies(context, lead, offset)),
    ...actors(context, before, offset),
    ...(/“$/.test(before) ? expressions(context, offset) : []),
    ...(/、$/.test(before) ? siblings(context, before.slice(0, -1), offset) : []),
    ...byPrefix(context, before, offset),
  ];
  return { isIncomplete: items.length > 0, items: items.slice(0, mostItems) };
}

/** Draft paragraphs that answer the stated problems, most like the words after 针对 first; all problems where none is stated. */
function remedies(context: ServiceContext, lead: string, offset: number): CompletionItem[] {
  const { analysis, taxonomy, translator, editor } = context;
  const stated = analysis.coverage.problems.map(({ category }) => category);
  const problems = stated.length > 0 ? stated : taxonomy.links.map(({ problem }) => problem);
  const words = lead.replace(/[，、\s]/g, '');
  const nearness = (problem: string): number =>
    words === ''
      ? 0
      : analysis.annotations
          .filter(({ category }) => category === problem)
          .flatMap(({ evidence }) => evidence)
          // There may be more than a call takes arguments.
          .reduce(
            (most, { text }) => Math.max(most, shared(words, text)),
            likeness(words, taxonomy.byCode.get(problem)?.name.zh ?? ''),
          );
  const ranked = problems
    .map((problem, index) => ({ problem, index, near: nearness(problem) }))
    .sort((a, b) => b.near - a.near || a.index - b.index);
  // One that answers several problems is one item, in the place of the first.
  const answered = new Map<string, string[]>();
  for (const { problem } of ranked)
    for (const code of primaryRemedies(taxonomy, problem)) addTo(answered, code, problem);
  return [...answered].flatMap(([code, answers], rank): CompletionItem[] => {
    const form = taxonomy.byCode.get(code)?.drafts[0];
    if (!form) return [];
    const draft = atLevel(form.body, analysis.document);
    const names = answers.map((problem) => categoryName(context, problem));
    const named = words === '' ? (taxonomy.byCode.get(answers[0] ?? '')?.name.zh ?? '') : '';
    const body = `${named}${/，\s*$/.test(lead) ? '' : '，'}${draft}`;
    const description = translator.t('completion.lead', translator.list(names));
    return [
      {
        label: categoryLabel(context, code),
        labelDetails: { description },
        kind: CompletionItemKind.Snippet,
        detail: description,
        documentation: markup(escapeMarkdown(plainText(draft)), editor.plain.documentation),
        insertTextFormat: editor.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        sortText: `0${String(rank).padStart(2, '0')}${code}`,
        textEdit: insert(context, offset, editor.snippets ? safeSnippet(body) : plainText(body)),
      },
    ];
  });
}

/** Share of the neighbouring pairs of `words` that also stand in `text`. */
function shared(words: string, text: string): number {
  let found = 0;
  for (let i = 0; i + 1 < words.length; i++) if (text.includes(words.slice(i, i + 2))) found++;
  return words.length < 2 ? 0 : found / (words.length - 1);
}

interface Term {
  readonly phrase: string;
  readonly initials: string;
  /** Category of an instrument or actor; null where it is an official expression only. */
  readonly category: string | null;
  readonly indicator: string;
  /** Source of an official expression; empty for others. */
  readonly source: string;
}

const termsByTaxonomy = new WeakMap<Taxonomy, readonly Term[]>();

/** Built once a taxonomy: pinyin of a few thousand phrases takes some milliseconds. */
function termsOf(taxonomy: Taxonomy): readonly Term[] {
  const known = termsByTaxonomy.get(taxonomy);
  if (known) return known;
  const terms = new Map<string, Term>();
  const add = (phrase: string, rest: Omit<Term, 'phrase' | 'initials'>): void => {
    if (phrase.length < shortestPrefix) return;
    const term = terms.get(phrase);
    if (term) {
      // An official expression may name an instrument, too.
      if (term.category === null) terms.set(phrase, { ...term, ...rest, source: term.source });
      return;
    }
    const initials = pinyin(phrase, { pattern: 'first', toneType: 'none', type: 'array' })
      .join('')
      .toLowerCase();
    terms.set(phrase, { phrase, initials, ...rest });
  };
  for (const { right, source } of officialExpressions) add(right, { category: null, indicator: '', source });
  for (const { indicators, kind } of taxonomy.categories)
    for (const { id, instrument, category, phrases } of indicators)
      if (instrument || kind === 'A')
        for (const phrase of phrases) add(phrase, { category, indicator: id, source: '' });
  const list = [...terms.values()];
  termsByTaxonomy.set(taxonomy, list);
  return list;
}

function byPrefix(context: ServiceContext, before: string, offset: number): CompletionItem[] {
  const latin = new RegExp(`[A-Za-z]{${shortestPrefix},${longestPrefix}}$`).exec(before)?.[0] ?? '';
  const found: { term: Term; typed: string; filter: string }[] = [];
  for (const term of termsOf(context.taxonomy)) {
    if (latin !== '' && term.initials.startsWith(latin.toLowerCase()))
      found.push({ term, typed: latin, filter: term.initials });
    else {
      const typed = chinesePrefix(before, term.phrase);
      if (typed !== '') found.push({ term, typed, filter: term.phrase });
    }
  }
  const rank = actorRank(context.analysis.annotations);
  return found
    .sort(
      (a, b) =>
        b.typed.length - a.typed.length ||
        a.term.phrase.length - b.term.phrase.length ||
        rank(a.term) - rank(b.term),
    )
    .map(({ term, typed, filter }, position) => ({
      ...itemOf(context, term),
      filterText: filter,
      sortText: `2${String(position).padStart(4, '0')}`,
      textEdit: {
        range: rangeOf(context, { start: offset - typed.length, end: offset }),
        newText: term.phrase,
      },
    }));
}

/** The longest end of `before` that begins `phrase` without being all of it. */
function chinesePrefix(before: string, phrase: string): string {
  const longest = Math.min(longestPrefix, phrase.length - 1, before.length);
  for (let length = longest; length >= shortestPrefix; length--) {
    const end = before.slice(-length);
    if (phrase.startsWith(end)) return end;
  }
  return '';
}

/**
 * After 由, and after 、 behind an actor that stands there: who can be held to a measure (the market, A1, cannot), the
 * likeliest first. From the second character on they are found by their beginning, like everything else.
 */
function actors(context: ServiceContext, before: string, offset: number): CompletionItem[] {
  const found = /(?:由|会同)([^，。；：]*、)?(\p{Script=Han}?)$/u.exec(before);
  if (!found) return [];
  const [, list, typed = ''] = found;
  const terms = termsOf(context.taxonomy).filter(
    ({ category }) => category?.startsWith('A') === true && category !== 'A1',
  );
  if (list !== undefined && !terms.some(({ phrase }) => list.endsWith(`${phrase}、`))) return [];
  const rank = actorRank(context.analysis.annotations);
  const fitting = terms
    .filter(({ phrase }) => phrase.startsWith(typed))
    .sort((a, b) => rank(a) - rank(b))
    // The rest is found by typing on.
    .slice(0, mostItems);
  return offered(context, fitting, offset, typed.length);
}

function expressions(context: ServiceContext, offset: number): CompletionItem[] {
  return offered(
    context,
    termsOf(context.taxonomy).filter(({ source }) => source !== ''),
    offset,
  );
}

/** After 信贷、 more instruments of the same category; nothing after an ordinary 、. */
function siblings(context: ServiceContext, before: string, offset: number): CompletionItem[] {
  const terms = termsOf(context.taxonomy);
  const last = terms
    .filter(({ phrase, category }) => category?.startsWith('A') === false && before.endsWith(phrase))
    .sort((a, b) => b.phrase.length - a.phrase.length)[0];
  if (!last) return [];
  const firstOf = new Map<string, Term>();
  for (const term of terms)
    if (term.category === last.category && term.indicator !== last.indicator && !firstOf.has(term.indicator))
      firstOf.set(term.indicator, term);
  return offered(context, [...firstOf.values()].slice(0, mostSiblings), offset);
}

/** @param typed How many characters before the cursor the terms take the place of. */
function offered(
  context: ServiceContext,
  terms: readonly Term[],
  offset: number,
  typed = 0,
): CompletionItem[] {
  return terms.map((term, rank) => ({
    ...itemOf(context, term),
    sortText: `1${String(rank).padStart(4, '0')}`,
    textEdit: { range: rangeOf(context, { start: offset - typed, end: offset }), newText: term.phrase },
  }));
}

function itemOf(context: ServiceContext, { phrase, category, source }: Term): CompletionItem {
  const { translator, taxonomy, editor } = context;
  const definition = category === null ? undefined : taxonomy.byCode.get(category)?.definition;
  const lines = [
    definition ? translator.name(definition) : '',
    source === '' ? '' : translator.t('completion.expressionSource', source),
  ].filter((line) => line !== '');
  return {
    label: phrase,
    kind: category?.startsWith('A') === true ? CompletionItemKind.Class : CompletionItemKind.Keyword,
    detail: category === null ? translator.t('completion.expression') : categoryLabel(context, category),
    documentation: markup(lines.map(escapeMarkdown).join('\n\n'), editor.plain.documentation),
  };
}

function insert(context: ServiceContext, offset: number, newText: string): TextEdit {
  return { range: rangeOf(context, { start: offset, end: offset }), newText };
}
