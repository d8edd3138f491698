import type { Analysis } from '../../core/model';
import { formatChineseNumber, parseChineseNumber } from '../../core/text/outline/chineseNumber';
import type { ParsedDocument, Section, Sentence } from '../../core/text/model';
import { numberingLabel } from '../../core/text/outline/numbering';
import { numberingLevels } from '../../core/text/outline/numberingSequence';
import { wordsIn } from '../../core/text/reading';

/** The last of some numbered items, and whether any of them has a heading. */
export interface Item {
  readonly last: Sentence;
  readonly isHeaded: boolean;
}

/**
 * The item whose number a draft at `limit` continues: the last of the outermost numbering inside the part, heading or
 * not; without a part, the paragraph before. A number of the part's own level is one of its items only where it is the
 * last: it stands in the part where it opens none of its own.
 */
export function lastNumbered(analysis: Analysis, home: Section | undefined, limit: number): Item | undefined {
  const { document } = analysis;
  const { sentences } = document;
  const items = document.blocks
    .filter(({ start }) => start >= (home?.start ?? 0) && start < limit)
    .map(({ firstSentence }) => sentences[firstSentence])
    .filter((sentence) => sentence !== undefined && sentence.index !== home?.heading);
  if (!home) return itemOf(document, [items.at(-1)], limit);
  const own = depthOf(sentences[home.heading]);
  const last = items.findLast((sentence) => depthOf(sentence) >= 0);
  for (let depth = Math.min(depthOf(last), own + 1); depth < numberingLevels.length; depth++) {
    const item = itemOf(
      document,
      items.filter((sentence) => depthOf(sentence) === depth),
      limit,
    );
    if (item && !holdsTheList(analysis, home, item.last, limit)) return item;
  }
  return undefined;
}

/** 三、会议议定： is no item among others where most measures of the part are the list it opens. */
function holdsTheList(
  { annotations, document }: Analysis,
  home: Section,
  item: Sentence,
  limit: number,
): boolean {
  if (!/[：:]$/.test(wordsIn(document, item).trimEnd())) return false;
  const within = (from: number): number =>
    annotations.filter(({ stance, start }) => stance === 'remedy' && start >= from && start < limit).length;
  return 2 * within(item.start) > within(home.start);
}

/** How far in a sentence's numbering is; -1 without one, and for enumerations in prose. */
function depthOf(sentence: Sentence | undefined): number {
  return sentence?.numbering ? numberingLevels.indexOf(sentence.numbering.scheme) : -1;
}

function itemOf(
  document: ParsedDocument,
  items: readonly (Sentence | undefined)[],
  limit: number,
): Item | undefined {
  const last = items.at(-1);
  if (!last || depthOf(last) < 0) return undefined;
  const isHeaded = items.some((item) => {
    const section = item?.isHeading ? document.sections[item.section] : undefined;
    return section !== undefined && !isItem(document, section, limit);
  });
  return { last, isHeaded };
}

/** The label that follows a sentence's, with the markup before it (`### `), but for marks that come in pairs. */
export function labelAfter(document: ParsedDocument, { start, numbering }: Sentence): string {
  if (!numbering) return '';
  const { label, scheme, value } = numbering;
  const lineStart = document.text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const markup = document.text.slice(lineStart, label.start).replace(/[*_~]/g, '');
  return markup + numberingLabel(scheme, value + 1, wordsIn(document, label));
}

/** A numbered line with nothing below it is an item of a list, though it is read as a heading. */
export function isItem(document: ParsedDocument, section: Section, limit: number): boolean {
  const { sentences } = document;
  const next = sentences[section.heading + 1];
  const isAlone = next === undefined || next.start >= Math.min(section.end, limit);
  return isAlone && depthOf(sentences[section.heading]) >= 0;
}

/** The item that goes on a list without official numbering, and whether it follows without a blank line. */
export interface NextInList {
  readonly label: string;
  readonly isTight: boolean;
}

/** `6. ` behind `5. ` of Markdown, which numbers its lists itself, and 六要 behind 四要 … 五要. */
export function nextInList({ text, format, blocks }: ParsedDocument, offset: number): NextInList | undefined {
  const block = blocks.findLast(({ start }) => start < offset);
  if (!block) return undefined;
  const marker = text.slice(text.lastIndexOf('\n', block.start) + 1, block.start);
  const [, indent = '', number, mark = ''] = /^( {0,3})(\d{1,3})([.)] +)$/.exec(marker) ?? [];
  if (format === 'markdown' && number !== undefined)
    return { label: `${indent}${String(Number(number) + 1)}${mark}`, isTight: true };
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const [, said = '', verb = ''] =
    /^([一二三四五六七八九十]{1,3})([要是])/.exec(text.slice(lineStart, offset)) ?? [];
  const value = parseChineseNumber(said);
  if (value === null) return undefined;
  const before = text.slice(0, lineStart).split('\n');
  if (!before.some((line) => line.startsWith(formatChineseNumber(value - 1) + verb))) return undefined;
  return { label: formatChineseNumber(value + 1) + verb, isTight: before.at(-2)?.trim() !== '' };
}
