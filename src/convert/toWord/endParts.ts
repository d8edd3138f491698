/** What stands behind the text of an official document: the list of annexes, and who signed it when. */
import { opensAnnexes } from '../../core/text/outline/annexes';
import { opensEndMatter, signatureIn, type SignatureLine } from '../../core/text/outline/signature';
import { textWidth } from './characterWidth';
import type { Draft, DraftParagraph, Paragraph, Run } from './model';
import { sliceRuns, textOf, trimRuns } from './runs';

type Piece = Draft['pieces'][number];

/** Longer lines are no signatures, and longer names would not fit with their indents. */
const longestSignature = 26;
/** Offices that sign together. */
const mostOffices = 8;

/** A line of a list of annexes; its lines after the first begin under the name. */
export function annexLine(runs: readonly Run[], opening: Run[] | null): Paragraph {
  const text = textOf(runs);
  const number = /^(?:\d{1,2}|[０-９]{1,2})[.．、]\s?/.exec(text)?.[0] ?? '';
  const word = opening ? textWidth(textOf(opening)) : 0;
  const hanging = word + textWidth(number);
  // “附件：” is three characters wide; further entries stand under the first.
  const left = 2 + (opening ? 0 : 3) + hanging;
  return {
    kind: 'paragraph',
    role: 'annexes',
    runs: opening ? [...opening, ...runs] : runs,
    isApart: opening !== null,
    indent: { left, hanging },
  };
}

/** The word that opens a list of annexes, and what follows it in its line. */
export function openingOf(runs: readonly Run[]): { readonly word: Run[]; readonly rest: Run[] } {
  const text = textOf(runs);
  const end = /^[^：:]*[：:]/.exec(text)?.[0].length ?? 0;
  return { word: trimRuns(sliceRuns(runs, 0, end)), rest: trimRuns(sliceRuns(runs, end, text.length)) };
}

/** Where the signature begins and ends among the pieces before `end`; null where there is none. */
export function signatureAt(pieces: readonly Piece[], from: number, end: number): [number, number] | null {
  let last = end;
  while (last > from && standsBehind(pieces[last - 1])) last--;
  const lowest = lineOf(pieces[last - 1]);
  // An office alone may be any short line; a date alone says when.
  if (last <= from || !lowest || lowest.date === '') return null;
  let first = last - 1;
  while (first > from && last - first <= mostOffices) {
    const line = lineOf(pieces[first - 1]);
    if (!line || line.office === '' || line.date !== '') break;
    first--;
  }
  return [first, last];
}

function standsBehind(piece: Piece | undefined): boolean {
  if (piece?.kind !== 'paragraph') return false;
  const text = textOf(piece.runs);
  return opensEndMatter.test(text) || opensAnnexes.test(text) || (piece.label !== '' && text.length <= 80);
}

function lineOf(piece: Piece | undefined): SignatureLine | null {
  if (piece?.kind !== 'paragraph' || piece.depth !== null || piece.label !== '' || piece.source !== 'text')
    return null;
  const text = textOf(piece.runs);
  if (text.length > 2 * longestSignature) return null;
  return signatureIn(text);
}

/**
 * Signatures without a seal (§7.3.5.2): the office two characters from the edge, the date under it two characters
 * further in; where the date is longer, it is the date that stands two characters from the edge.
 */
export function signature(pieces: readonly Piece[]): Paragraph[] {
  const lines = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? parted(piece) : []));
  const date = lines.find(({ isDate }) => isDate);
  const dateWidth = date ? textWidth(textOf(date.runs)) : 0;
  const offices = lines.filter(({ isDate }) => !isDate).map(({ runs }) => textWidth(textOf(runs)));
  const longest = Math.max(0, ...offices);
  const dateRight = Math.max(2, longest - dateWidth);
  const officeLeft = dateRight + dateWidth + 2;
  return lines.map(({ runs, isDate }, index) => ({
    kind: 'paragraph',
    role: 'signature',
    runs,
    isApart: index === 0,
    keepsNext: index < lines.length - 1,
    indent: { right: isDate ? dateRight : Math.max(0, officeLeft - textWidth(textOf(runs))) },
  }));
}

/** Office and date in one paragraph, as Markdown joins two lines, are two. */
function parted({ runs }: DraftParagraph): { runs: readonly Run[]; isDate: boolean }[] {
  const text = textOf(runs);
  const at = /[0-9０-９〇零一二三四五六七八九十_＿XxＸｘ×]{2,4}\s*年/u.exec(text)?.index;
  if (at === undefined) return [{ runs, isDate: false }];
  const office = trimRuns(sliceRuns(runs, 0, at));
  const date = { runs: trimRuns(sliceRuns(runs, at, text.length)), isDate: true };
  return office.length > 0 ? [{ runs: office, isDate: false }, date] : [date];
}
