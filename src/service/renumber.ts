import type { TextEdit } from 'vscode-languageserver-types';
import { parseChineseNumber, plainDigits } from '../core/text/outline/chineseNumber';
import type { NumberingScheme, Span } from '../core/text/model';
import { numberingLabel } from '../core/text/outline/numbering';
import { numberedPlaces, type NumberedPlace } from '../core/text/outline/numberingSequence';
import { readingOf } from '../core/text/reading';
import { rangeOf, type ServiceContext } from './context';

/** Opens a reference to articles of the same text: 本条例第十二条. Other references may mean other texts. */
const ownReference = /本(?:条例|办法|规定|细则|规则|法|意见|方案|措施|章程)(?=第)/g;
/** One article, maybe with a paragraph and an item of it, and what joins the next one: 第八条第二款、第九条和第十条. */
const article =
  /(第([零〇一二三四五六七八九十百千]{1,7}|[0-9０-９]{1,4})条)(?:第[一二三四五六七八九十]{1,3}款)?(?:第[（(]?[一二三四五六七八九十]{1,3}[）)]?项)?(?:(?:、|和|与|及|以及|或者?|至|到)(?=第))?/y;

/**
 * Numbers headings, articles (第X条) and enumerations (一是 …) in sequence; the first of each list keeps its number.
 * References of the text to its own articles (本条例第X条) follow, where it is clear which article they mean. Other
 * text is not touched; one undo takes it back.
 *
 * @returns in text order; none where every number is right already.
 */
export function renumber(context: ServiceContext): TextEdit[] {
  const { document } = context.analysis;
  const places = numberedPlaces(document);
  const edits = places
    .filter(({ numbering, sequential }) => sequential !== numbering.value)
    .map(({ numbering: { scheme, label }, sequential }) => relabel(context, scheme, label, sequential));
  return [...edits, ...referenceEdits(context, places)].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function referenceEdits(context: ServiceContext, places: readonly NumberedPlace[]): TextEdit[] {
  const articles = articlesOf(places);
  const { document } = context.analysis;
  return document.blocks.flatMap((block) => {
    const { text, toSource } = readingOf(document, block);
    return [...text.matchAll(ownReference)]
      .flatMap(({ 0: lead, index }) => articlesFrom(text, index + lead.length))
      .flatMap(({ number, ...label }) => {
        const digits = plainDigits(number);
        const value = /^[0-9]/.test(digits) ? Number(digits) : parseChineseNumber(digits);
        const meant = value === null ? null : articles.get(value);
        if (!meant || meant.sequential === value) return [];
        return [relabel(context, 'article', toSource(label), meant.sequential)];
      });
  });
}

/** The articles that are named one after the other, from a place on. */
function articlesFrom(text: string, from: number): (Span & { readonly number: string })[] {
  const found: (Span & { readonly number: string })[] = [];
  article.lastIndex = from;
  for (let next = article.exec(text); next; next = article.exec(text)) {
    const [whole, label = '', number = ''] = next;
    found.push({ start: next.index, end: next.index + label.length, number });
    article.lastIndex = next.index + whole.length;
  }
  return found;
}

/** Articles by their numbers; null where several have the same. */
function articlesOf(places: readonly NumberedPlace[]): ReadonlyMap<number, NumberedPlace | null> {
  const articles = new Map<number, NumberedPlace | null>();
  for (const place of places) {
    const { scheme, value } = place.numbering;
    if (scheme === 'article') articles.set(value, articles.has(value) ? null : place);
  }
  return articles;
}

function relabel(context: ServiceContext, scheme: NumberingScheme, label: Span, value: number): TextEdit {
  const before = context.analysis.document.text.slice(label.start, label.end);
  return { range: rangeOf(context, label), newText: numberingLabel(scheme, value, before) };
}
