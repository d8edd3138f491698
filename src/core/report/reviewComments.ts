import { buildCorpus, type CorpusDocument } from '../coverage/corpus';
import { grouped } from '../grouped';
import { noticesOf } from './notices';
import { clipLine } from '../text/clip';
import type { Span } from '../text/model';
import { insideQuotes } from '../text/quotes';
import type { ReportInput } from './input';
import { missingRemedies, missingRule, withoutCodes } from './review';
import { nameOf, render } from './words';

/** Longest quote of a sentence that comes near to a remedy. */
const quoteLength = 60;

/** What is said of a stretch of a text, in the text's own offsets. */
export interface ReviewComment extends Span {
  readonly text: string;
}

/** A reviewer's comments on a document, for its margin; without codes, as in the note. */
export interface ReviewComments {
  /** What concerns the whole, a paragraph each. */
  readonly opening: readonly string[];
  /** In text order. */
  readonly comments: readonly ReviewComment[];
}

/**
 * What the rules found in the first document of the output, each at its place. Says nothing that the analysis does not.
 *
 * @param withTags Whether each sentence also says which problems and remedies it was taken for; headings do not.
 */
export function reviewComments(input: ReportInput, withTags = false): ReviewComments {
  const { output, taxonomy, words } = input;
  const [document] = buildCorpus(output, taxonomy).documents;
  if (!document) return { opening: [], comments: [] };
  const found = document.result.diagnostics
    .filter(({ rule }) => rule !== missingRule)
    .map(({ start, end, message }) => ({ start, end, text: withoutCodes(message, taxonomy, words) }));
  const comments = [...found, ...(withTags ? tagsOf(input, document) : [])];
  const missing = missingOf(input, document);
  const { tool, taxonomy: used } = output;
  return {
    opening: [
      words.t(found.length + missing.length > 0 ? 'report.note.opening' : 'report.note.nothing'),
      ...missing,
      words.t(
        'report.note.basis',
        `${tool.name} ${tool.version}`,
        `${used.id} ${used.version}`,
        used.fingerprint,
      ),
      ...noticesOf(input).map((notice) => render(words, notice)),
    ],
    comments: comments.sort((one, other) => one.start - other.start),
  };
}

function missingOf({ taxonomy, words }: ReportInput, document: CorpusDocument): string[] {
  const lines = missingRemedies(document).map(({ code, nearest }, index) => {
    const name = nameOf(words, taxonomy, code) || code;
    const line = nearest
      ? words.t('report.note.nearest', name, `“${insideQuotes(clipLine(nearest.quote, quoteLength))}”`)
      : words.t('report.note.none', name);
    return `${String(index + 1)}. ${line}`;
  });
  return lines.length > 0 ? [words.t('report.comment.missing'), ...lines] : [];
}

function tagsOf({ taxonomy, words }: ReportInput, document: CorpusDocument): ReviewComment[] {
  const tagged = document.result.annotations.filter(({ heading }) => !heading);
  return [...grouped(tagged, ({ start }) => start).values()].flatMap((tags) =>
    (['problem', 'remedy'] as const).flatMap((stance): ReviewComment[] => {
      const own = tags.filter((tag) => tag.stance === stance);
      const [first] = own;
      if (!first) return [];
      const names = own.map(({ category }) => nameOf(words, taxonomy, category) || category);
      const text = words.t(`report.comment.${stance}`, names.join(words.t('report.listSeparator')));
      return [{ start: first.start, end: first.end, text }];
    }),
  );
}
