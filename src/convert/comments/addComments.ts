import { XMLSerializer } from '@xmldom/xmldom';
import { strToU8, zipSync, type Unzipped, type Zippable } from 'fflate';
import { countWhile } from '../../core/bisect';
import { message, type Message } from '../../core/message';
import { archiveTime } from '../../core/report/formats/archiveTime';
import type { ReviewComment } from '../../core/report/reviewComments';
import { clipLine } from '../../core/text/clip';
import type { Span } from '../../core/text/model';
import { parseDocument } from '../../core/text/parseDocument';
import { isInContents } from '../fromWord/contents';
import { isInside, mainPartIn, paragraphsIn, unpackWord } from '../fromWord/file';
import { HiddenWords } from '../fromWord/hidden';
import { WordStyles } from '../fromWord/styles';
import type { WordResult } from '../toWord/model';
import { parseXml, rootOf } from '../xml';
import { ConversionError, unwritable } from '../unreadable';
import { CommentsPart } from './commentsPart';
import { Locator } from './locate';
import { MarkedParagraph } from './markedParagraph';
import type { CommentRequest } from './model';
import { squeeze, type Squeezed } from './squeeze';

/** Longest quote in front of a comment whose sentence was not found. */
const quoteLength = 60;

/** Images do not get smaller by packing them once more. */
const packed = /\.(?:jpe?g|png|gif|zip|docx|xlsx|pptx)$/i;

/**
 * A copy of a Word file in which each comment stands beside the words it is about, and the opening beside the title;
 * comments whose words are not found stand behind the opening. Nothing else is changed, and comments that are there
 * stay. Without a clock: the same request gives the same bytes.
 */
export function addComments(request: CommentRequest): WordResult {
  try {
    return commented(request);
  } catch (error) {
    return unwritable(error);
  }
}

function commented({ bytes, text, format, review, author }: CommentRequest): WordResult {
  const files = unpackWord(bytes, true);
  const main = mainPartIn(files);
  const document = parseXml(main.content);
  const body = new CommentedBody(document, rootOf(files['word/styles.xml']));
  const source = parseDocument(text, format);
  const locator = new Locator(source, body.text);
  const title = source.sentences[source.title];
  const part = new CommentsPart(files, main.name, document.documentElement, author);
  const located = review.comments.map((comment) => ({ comment, place: locator.locate(comment) }));
  const lost = located.filter(({ place }) => !place).map(({ comment }) => withQuote(comment, text));
  body.comment((title && locator.locate(title)) ?? body.start, part.add([...review.opening, ...lost]));
  for (const { comment, place } of located) if (place) body.comment(place, part.add([comment.text]));
  part.write();
  files[main.name] = strToU8(new XMLSerializer().serializeToString(document));
  const notes: Message[] = lost.length > 0 ? [message('report.word.unplaced', lost.length)] : [];
  return { bytes: packedAgain(files), notes };
}

function withQuote({ start, end, text }: ReviewComment, source: string): string {
  const quote = clipLine(source.slice(start, end), quoteLength);
  return quote === '' ? text : `“${quote}” ${text}`;
}

function packedAgain(files: Unzipped): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, [content, { level: packed.test(name) ? 0 : 6 }]]),
  );
  return zipSync(entries, { mtime: archiveTime });
}

/** The text of a Word file as far as it can be commented on: squeezed, all paragraphs one after the other. */
class CommentedBody {
  readonly text: string;
  private readonly paragraphs: readonly MarkedParagraph[];
  private readonly squeezed: readonly Squeezed[];
  /** Where each paragraph begins in the text. */
  private readonly starts: readonly number[];

  /** @throws ConversionError where there is no text. */
  constructor(document: Document, stylesRoot: Element | null) {
    const styles = new WordStyles(stylesRoot);
    const unseen = new HiddenWords(stylesRoot);
    this.paragraphs = paragraphsIn(document.documentElement)
      .filter((paragraph) => !isInside(paragraph, 'txbxContent'))
      .filter((paragraph) => !isInContents(paragraph, styles))
      .map((paragraph) => new MarkedParagraph(document, paragraph, unseen));
    this.squeezed = this.paragraphs.map(({ text }) => squeeze(text));
    this.text = this.squeezed.map(({ text }) => text).join('');
    let length = 0;
    this.starts = this.squeezed.map(({ text }) => (length += text.length) - text.length);
    if (this.text === '') throw new ConversionError(message('report.import.empty'));
  }

  /** The first paragraph that says something. */
  get start(): Span {
    return { start: 0, end: this.squeezed[this.paragraphAt(0)]?.text.length ?? 0 };
  }

  /** Lets a comment stand beside a stretch of the text that is not empty, as far as it lies in one paragraph. */
  comment({ start, end }: Span, id: string): void {
    const index = this.paragraphAt(start);
    const { places = [] } = this.squeezed[index] ?? {};
    const begin = this.starts[index] ?? 0;
    const from = places[start - begin] ?? 0;
    const last = places[Math.min(end - begin, places.length) - 1] ?? from;
    this.paragraphs[index]?.comment({ start: from, end: last + 1 }, id);
  }

  /** Of paragraphs that begin at one place, only the last is not empty. */
  private paragraphAt(place: number): number {
    return countWhile(this.starts, (start) => start <= place) - 1;
  }
}
