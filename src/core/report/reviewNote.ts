import { buildCorpus, type CorpusDocument } from '../coverage/corpus';
import { noticesOf } from './notices';
import { reportMark } from '../match/policyText';
import { clipLine, wholeFrom } from '../text/clip';
import { unsteering } from '../text/controls';
import { Lines } from '../text/lines';
import { insideQuotes } from '../text/quotes';
import { splitSentences } from '../text/sentences';
import type { DiagnosticResult } from './contract';
import type { ReportInput } from './input';
import { escapeMarkdown, quoted } from './markdown';
import { missingRemedies, missingRule, withoutCodes } from './review';
import { nameOf, render } from './words';

/** Longest quote, and most items under a heading: a note is about a page. */
const quoteLength = 60;
const mostItems = 8;

/** Headings in the order of weight, with the rules whose findings stand under them; others come last. */
const parts: readonly (readonly [id: string, rules: readonly string[]])[] = [
  ['problems', ['PL101', 'PL103']],
  ['missing', [missingRule]],
  ['empty', ['PL105']],
  ['actors', ['PL104']],
  ['duplicates', ['PL107']],
  ['blanks', ['PL111']],
  ['other', []],
];

/**
 * A reviewer's note on each document, as Markdown to be pasted into a reply: what the rules found and what is left to
 * be filled in, each with its line and words. Says nothing that the analysis does not.
 */
export function reviewNote(input: ReportInput): string {
  const { output, taxonomy, words } = input;
  const corpus = buildCorpus(output, taxonomy);
  const { id, version, fingerprint } = output.taxonomy;
  const basis = [`${output.tool.name} ${output.tool.version}`, `${id} ${version}`, fingerprint].map(
    escapeMarkdown,
  );
  const lines = corpus.documents.flatMap((document) => noteOn(input, document));
  // Behind the title, for an editor calls a new text by its first line.
  lines.splice(1, 0, '', reportMark);
  lines.push(words.t('report.note.basis', ...basis));
  for (const notice of noticesOf(input)) lines.push('', escapeMarkdown(render(words, notice)));
  return `${unsteering(lines.join('\n'))}\n`;
}

function noteOn(input: ReportInput, document: CorpusDocument): string[] {
  const { words, texts } = input;
  const { path, title, diagnostics } = document.result;
  const text = texts?.get(path);
  const lines = text === undefined ? null : new Lines(text);
  const placed = (start: number, quote: string): string => {
    const shown = quoted(insideQuotes(clipLine(quote, quoteLength)), quoteLength + 2);
    return lines ? words.t('report.note.place', lines.at(start).line, shown) : shown;
  };
  const named = new Set(parts.flatMap(([, rules]) => rules));
  const found = parts.map(([id, rules]): [string, string[]] => {
    const own = diagnostics.filter(({ rule }) => (id === 'other' ? !named.has(rule) : rules.includes(rule)));
    return [
      id,
      id === 'missing'
        ? missing(input, document, placed)
        : own.map((each) =>
            id === 'blanks' ? placed(each.start, aroundBlank(each, text)) : itemOf(input, each, placed),
          ),
    ];
  });
  const filled = found.filter(([, items]) => items.length > 0);
  const result = [`# ${words.t('report.note.title', escapeMarkdown(title || path))}`, ''];
  if (filled.length === 0) return [...result, words.t('report.note.nothing'), ''];
  result.push(words.t('report.note.opening'), '');
  filled.forEach(([id, items], index) => {
    result.push(
      `## ${words.t('report.note.heading', numeral(words.language, index), words.t(`report.note.${id}`))}`,
      '',
    );
    items.slice(0, mostItems).forEach((item, position) => result.push(`${String(position + 1)}. ${item}`));
    if (items.length > mostItems) result.push('', words.t('report.note.more', items.length - mostItems));
    result.push('');
  });
  return result;
}

/** The sentence with a blank, for the blank alone says nothing; from a little before the blank where it is long. */
function aroundBlank({ start, end, quote }: DiagnosticResult, text: string | undefined): string {
  if (text === undefined) return quote;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = text.slice(end).search(/[\r\n]/);
  const lineEnd = rest < 0 ? text.length : end + rest;
  const sentence = splitSentences(text, lineStart, lineEnd).find((each) => each.end > start);
  if (!sentence) return quote;
  const whole = text.slice(sentence.start, sentence.end).replace(/^(?:(?:[-*+>]|\d+[.)])\s+|\*+\s*)/, '');
  const before = start - (sentence.end - whole.length);
  const shown =
    before + (end - start) <= quoteLength
      ? whole
      : `…${whole.slice(wholeFrom(whole, before - quoteLength / 2))}`;
  return shown.replaceAll('**', '');
}

/** 一、二、… or 1, 2, … */
function numeral(language: string, index: number): string {
  return language.startsWith('zh') ? ('一二三四五六七八九'[index] ?? '') : String(index + 1);
}

type Placed = (start: number, quote: string) => string;

function itemOf(
  { taxonomy, words }: ReportInput,
  { message, start, quote }: DiagnosticResult,
  placed: Placed,
): string {
  return words.t(
    'report.note.item',
    placed(start, quote),
    escapeMarkdown(withoutCodes(message, taxonomy, words)),
  );
}

/** What the rules find that a document should have and lacks. */
function missing({ taxonomy, words }: ReportInput, document: CorpusDocument, placed: Placed): string[] {
  return missingRemedies(document).map(({ code, nearest }) => {
    const name = escapeMarkdown(nameOf(words, taxonomy, code) || code);
    return nearest
      ? words.t('report.note.nearest', name, placed(nearest.start, nearest.quote))
      : words.t('report.note.none', name);
  });
}
