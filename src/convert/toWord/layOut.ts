import { isAddressee } from '../../core/text/addressee';
import { annexList, announcesAnnex, opensAnnex } from '../../core/text/outline/annexes';
import type { Numbering, NumberingScheme, Sentence } from '../../core/text/model';
import { splitSentences } from '../../core/text/sentences';
import { closesTitle } from '../../core/text/title';
import { annexLine, openingOf, signature, signatureAt } from './endParts';
import type { Draft, DraftParagraph, HeadingLevel, Paragraph, Role, Run, Table } from './model';
import { textOf } from './runs';
import { textWidth } from './characterWidth';
import { withTitleLines } from './titleLines';

/** Levels after GB/T 9704—2012 §7.3.3, and those of regulations above them. */
const roles: Readonly<Partial<Record<NumberingScheme, Role>>> = {
  part: 'chapter',
  chapter: 'chapter',
  section: 'section',
  chinese: 'heading1',
  chineseParenthesised: 'heading2',
  arabic: 'heading3',
  arabicParenthesised: 'heading4',
};

/** In brackets, or with the number of a document: what stands under a title and is none. */
const underTitle = /^[（(][^]*[）)]$|[〔［[]\d{4}[〕］\]]/;
const longestAnnexTitle = 60;
/** Who wrote a text, in a line under its title. */
const widestByline = 28;
const tableCaption = /^(?:附?表)\s*[\d一二三四五六七八九十]{1,3}(?:[-－.]\d{1,2})?(?:[\s:：.．、]|$)/;
const longestCaption = 60;

/** Says of every paragraph what it is in an official document, and gives it its place. */
export function layOut(draft: Draft): (Paragraph | Table)[] {
  return new Layout(draft).all();
}

class Layout {
  private readonly listed;
  private readonly out: (Paragraph | Table)[] = [];
  /** Where the lines of the title end. */
  private readonly front: number;
  private readonly firstAnnex: number;
  /** The last line of the title itself. */
  private readonly titleEnd: number;

  constructor(private readonly draft: Draft) {
    const { pieces, document } = draft;
    this.listed = annexList(document);
    const front = pieces.findIndex((piece, at) => !this.isFront(piece) && !this.isByline(piece, at));
    this.front = front < 0 ? pieces.length : front;
    const closing = pieces
      .slice(0, this.front)
      .findLastIndex((piece) => piece.kind === 'paragraph' && endsTitle(textOf(piece.runs)));
    this.titleEnd = closing < 0 ? this.front : closing;
    const annex = pieces.findIndex((piece, index) => index >= this.front && this.isAnnexMark(piece));
    this.firstAnnex = annex < 0 ? pieces.length : annex;
  }

  all(): (Paragraph | Table)[] {
    const { pieces } = this.draft;
    const [signed, signedEnd] = signatureAt(pieces, this.front, this.firstAnnex) ?? [-1, -1];
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] as (typeof pieces)[number];
      if (at === signed) {
        this.out.push(...signature(pieces.slice(signed, signedEnd)));
        at = signedEnd - 1;
      } else if (piece.kind === 'table') this.out.push(piece);
      else if (at < this.front) this.out.push(this.frontLine(piece, at));
      else if (this.isListed(piece)) at = this.annexes(at) - 1;
      else
        this.out.push({ ...this.ordinary(piece, at), ...(this.isBehindFront(at) ? { isApart: true } : {}) });
    }
    return this.out;
  }

  private isBehindFront(at: number): boolean {
    return at === this.front && at > 0;
  }

  /** Titles, and what stands under them. */
  private isFront(piece: Draft['pieces'][number]): boolean {
    if (piece.kind !== 'paragraph' || this.draft.document.title < 0) return false;
    if (this.isTitle(piece)) return true;
    const isPlain = piece.depth === null && piece.label === '' && piece.source === 'text';
    const isBehindTitle =
      this.startOf(piece) > (this.draft.document.sentences[this.draft.document.title]?.start ?? 0);
    const text = textOf(piece.runs);
    return isPlain && isBehindTitle && text.length <= 100 && underTitle.test(text) && !/[。；]$/.test(text);
  }

  /** Who wrote it, where the date in brackets stands under that. */
  private isByline(piece: Draft['pieces'][number], at: number): boolean {
    const next = this.draft.pieces[at + 1];
    if (at === 0 || piece.kind !== 'paragraph' || piece.depth !== null || piece.label !== '') return false;
    const text = textOf(piece.runs);
    return (
      piece.source === 'text' &&
      textWidth(text) <= widestByline &&
      !/[。；：，、！？:;,]$/.test(text) &&
      next?.kind === 'paragraph' &&
      !this.isTitle(next) &&
      this.isFront(next)
    );
  }

  private startOf({ block }: DraftParagraph): number {
    return block?.start ?? Infinity;
  }

  /** Every other heading opens a section. */
  private isTitle({ block }: DraftParagraph): boolean {
    return block?.kind === 'heading' && block.section === 0;
  }

  /** Behind the line that says the kind of document stand date, speaker and subtitle (——……). */
  private frontLine(piece: DraftParagraph, at: number): Paragraph {
    const text = textOf(piece.runs);
    const isUnder =
      this.front > 1 &&
      (at > this.titleEnd || !this.isTitle(piece) || isSubtitle(text) || underTitle.test(text));
    return isUnder
      ? { kind: 'paragraph', role: 'subtitle', runs: piece.runs }
      : { kind: 'paragraph', role: 'title', runs: withTitleLines(piece.runs) };
  }

  private isAnnexMark(piece: Draft['pieces'][number]): boolean {
    return piece.kind === 'paragraph' && piece.label === '' && opensAnnex.test(textOf(piece.runs));
  }

  private isListed({ block }: DraftParagraph): boolean {
    return block !== null && this.listed.has(block.firstSentence);
  }

  /** The list of annexes from `at` on. @returns Where it ends. */
  private annexes(at: number): number {
    const { pieces } = this.draft;
    const first = pieces[at] as DraftParagraph;
    const { word, rest } = openingOf(first.runs);
    let next = at + 1;
    const entry = pieces[next];
    let runs: readonly Run[] = rest;
    // The word alone in its line: the first entry stands beside it.
    if (rest.length === 0 && entry?.kind === 'paragraph' && this.isListed(entry)) {
      runs = labelled(entry.label, entry.runs);
      next++;
    }
    this.out.push(annexLine(runs, word));
    for (
      let piece = pieces[next];
      piece?.kind === 'paragraph' && this.isListed(piece);
      piece = pieces[++next]
    ) {
      if (announcesAnnex.test(textOf(piece.runs))) break;
      this.out.push(annexLine(labelled(piece.label, piece.runs), null));
    }
    return next;
  }

  private ordinary(piece: DraftParagraph, at: number): Paragraph {
    const { block, depth, label, source } = piece;
    const runs = labelled(label, piece.runs);
    const text = textOf(piece.runs);
    if (this.isAnnexMark(piece)) return { kind: 'paragraph', role: 'annexMark', runs, opensPage: true };
    if (this.isAnnexTitle(piece, at))
      return {
        kind: 'paragraph',
        role: 'title',
        runs: withTitleLines(runs),
        isApart: true,
        isApartBehind: true,
      };
    const sentence = block ? this.draft.document.sentences[block.firstSentence] : undefined;
    if (depth !== null || block?.kind === 'heading')
      return this.heading(runs, sentence?.numbering ?? null, depth);
    if (source !== 'text') return { kind: 'paragraph', role: source, runs };
    if (at === this.front && label === '' && isAddressee(text))
      return { kind: 'paragraph', role: 'addressee', runs };
    if (this.isTableCaption(text, at)) return { kind: 'paragraph', role: 'tableCaption', runs };
    const runIn = label === '' && sentence?.isHeading ? runInOf(sentence, text) : undefined;
    return { kind: 'paragraph', role: 'body', runs, ...(runIn ? { runIn } : {}) };
  }

  private isAnnexTitle({ label, runs, depth, source }: DraftParagraph, at: number): boolean {
    const before = this.draft.pieces[at - 1];
    if (!before || at - 1 < this.front || !this.isAnnexMark(before) || label !== '' || source !== 'text')
      return false;
    const text = textOf(runs);
    return depth !== null || (text.length <= longestAnnexTitle && !/[。！？；：:]$/.test(text));
  }

  private isTableCaption(text: string, at: number): boolean {
    const isBeforeTable = this.draft.pieces[at + 1]?.kind === 'table';
    return (
      isBeforeTable && text.length <= longestCaption && tableCaption.test(text) && !/[。；，]$/.test(text)
    );
  }

  /** From the third level on headings have the text's font: one without a number would look like a line of it. */
  private heading(runs: readonly Run[], numbering: Numbering | null, depth: number | null): Paragraph {
    const role = this.headingRole(numbering, depth);
    const isSetOff = !numbering && (role === 'heading3' || role === 'heading4');
    return { kind: 'paragraph', role, runs, ...(isSetOff ? { isSetOff } : {}) };
  }

  /** By its number; a Markdown heading without one by its depth below the title. */
  private headingRole(numbering: Numbering | null, depth: number | null): Role {
    const byNumber = numbering ? roles[numbering.scheme] : undefined;
    if (byNumber) return byNumber;
    const level = Math.max(
      1,
      Math.min(4, (depth ?? 1) - (this.draft.document.title >= 0 && depth !== null ? 1 : 0)),
    );
    return `heading${level as HeadingLevel}`;
  }
}

function isSubtitle(text: string): boolean {
  return /^[—–]/.test(text);
}

function endsTitle(text: string): boolean {
  return closesTitle(text) && !isSubtitle(text) && !underTitle.test(text);
}

/** A sign before a number that the words have themselves would be one too many. */
function labelled(label: string, runs: readonly Run[]): readonly Run[] {
  if (label === '') return runs;
  const text = textOf(runs);
  if (label === '——' && /^(?:[—–-]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是])/.test(text)) return runs;
  // “1.2027年” would read as one number.
  const gap = /^[\dA-Za-z]/.test(text) && /[.☐☑]$/.test(label) ? ' ' : '';
  return [{ text: `${label}${gap}` }, ...runs];
}

function runInOf({ numbering }: Sentence, text: string): Paragraph['runIn'] {
  const role = numbering ? roles[numbering.scheme] : undefined;
  const level = role?.startsWith('heading') ? (Number(role.slice(-1)) as HeadingLevel) : null;
  const [first] = splitSentences(text, 0, text.length);
  return level !== null && first ? { length: first.end, level } : undefined;
}
