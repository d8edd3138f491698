import { ParseCache } from '../../text/markdown/markdown';
import type { Block, ParsedDocument, Sentence, Span } from '../../text/model';
import { readingOf, shifted, type Reading } from '../../text/reading';
import { endsAtStops, longestPiece } from '../../tokenize/pieces';
import type { Tokenizer } from '../../tokenize/tokenizer';
import type { EvidenceExtractor } from './evidence';
import { movedEvidence, type SentenceEvidence } from './sentenceEvidence';

/**
 * UTF-16 units of stretches that are kept beside those of the text as it is, for undo and redo: the ones that were not
 * read for longest go first. Evidence takes about a hundred bytes a unit (measured: 180 MB after 2,000 keystrokes in a
 * paragraph of 800).
 */
const spareUnits = 100_000;

interface Known {
  readonly units: number;
  readonly evidence: readonly SentenceEvidence[];
}

/**
 * Evidence of paragraphs, and of the sentences of long ones, by what they read, for one document and one environment.
 * Typing in one leaves the others' evidence valid.
 */
export class EvidenceCache {
  /** Pieces of the text as read; they depend on nothing but the text. */
  readonly parse = new ParseCache();
  private fingerprint = '';
  /** What was read last stands last. */
  private readonly known = new Map<string, Known>();
  private units = 0;

  /** Empties the cache where the environment is another one. */
  prepare(fingerprint: string): void {
    if (this.fingerprint === fingerprint) return;
    this.known.clear();
    this.units = 0;
    this.fingerprint = fingerprint;
  }

  get({ key }: Reading): readonly SentenceEvidence[] | undefined {
    const found = this.known.get(key);
    if (!found) return undefined;
    this.known.delete(key);
    this.known.set(key, found);
    return found.evidence;
  }

  set({ key, text }: Reading, evidence: readonly SentenceEvidence[]): void {
    this.units += text.length - (this.known.get(key)?.units ?? 0);
    this.known.delete(key);
    this.known.set(copied(key), { units: text.length, evidence });
  }

  /**
   * Forgets what is too much.
   *
   * @param length Of the text all of which was just read, in UTF-16 units: that much and {@link spareUnits} stay.
   */
  trim(length: number): void {
    for (const [key, { units }] of this.known) {
      if (this.units <= length + spareUnits) return;
      this.known.delete(key);
      this.units -= units;
    }
  }
}

/**
 * The same string with characters of its own: what is cut out of a text holds on to the whole text, so every version
 * of a document would stay in memory for the one paragraph that was new in it (measured: 0.6 MB a keystroke).
 */
function copied(text: string): string {
  return `\n${text}`.slice(1);
}

/** What evidence is gathered of at once: a paragraph, or one sentence of a long one. */
interface Stretch extends Span {
  readonly firstSentence: number;
  readonly lastSentence: number;
  readonly reading: Reading;
}

/**
 * Evidence of every sentence, in order; yields after each chunk of at most 2,000 units (one longer sentence is one
 * chunk: its words are cut in pieces by the tokenizer).
 */
export function* gatherEvidence(
  document: ParsedDocument,
  tokenizer: Tokenizer,
  extractor: EvidenceExtractor,
  cache: EvidenceCache | null,
): Generator<void, SentenceEvidence[]> {
  const all = new Array<SentenceEvidence>(document.sentences.length);
  let pending: Stretch[] = [];
  let length = 0;
  const take = ({ firstSentence }: Stretch, evidence: readonly SentenceEvidence[]): void => {
    for (const [index, sentence] of evidence.entries()) all[firstSentence + index] = sentence;
  };
  const flush = (): void => {
    extractTogether(document, pending, tokenizer, extractor, (stretch, evidence) => {
      take(stretch, evidence);
      cache?.set(stretch.reading, evidence);
    });
    pending = [];
    length = 0;
  };
  for (const stretch of stretchesOf(document)) {
    const { reading, firstSentence, lastSentence } = stretch;
    const known = cache?.get(reading);
    if (known && known.length === lastSentence - firstSentence) {
      take(stretch, known);
      continue;
    }
    if (length > 0 && length + reading.text.length > longestPiece) {
      flush();
      yield;
    }
    pending.push(stretch);
    length += reading.text.length + 1;
  }
  if (pending.length > 0) {
    flush();
    yield;
  }
  cache?.trim(document.text.length);
  return all;
}

/** In text order; of a long paragraph each sentence is one, so that a change in one leaves the others as they are. */
function* stretchesOf(document: ParsedDocument): Generator<Stretch> {
  for (const block of document.blocks) {
    const { start, end, firstSentence, lastSentence } = block;
    const reading = readingOf(document, block);
    if (end - start <= longestPiece || !endsAtStops(reading.text)) {
      yield { start, end, firstSentence, lastSentence, reading };
      continue;
    }
    for (let index = firstSentence; index < lastSentence; index++) {
      const sentence = document.sentences[index] as Sentence;
      const place = { start: sentence.start, end: sentence.end };
      yield {
        ...place,
        firstSentence: index,
        lastSentence: index + 1,
        reading: readingOf(document, place),
      };
    }
  }
}

/** Tokenises several stretches in one call; a line end between them keeps words from crossing. */
function extractTogether(
  document: ParsedDocument,
  pending: readonly Stretch[],
  tokenizer: Tokenizer,
  extractor: EvidenceExtractor,
  done: (stretch: Stretch, evidence: SentenceEvidence[]) => void,
): void {
  const tokens = tokenizer.cut(pending.map(({ reading }) => reading.text).join('\n'));
  let token = 0;
  for (const stretch of pending) {
    const { start, reading } = stretch;
    const { text } = reading;
    const first = token;
    for (let length = 0; length < text.length && token < tokens.length; token++)
      length += (tokens[token] ?? '').length;
    const evidence = extractor.extract(text, sentencesOf(document, stretch, reading), tokens, first, token);
    done(
      stretch,
      reading.isAsWritten
        ? evidence
        : evidence.map((each) => movedEvidence(each, (span) => shifted(reading.toSource(span), -start))),
    );
    token++;
  }
}

/** Sentences that follow each other, as they stand in a reading. */
export function sentencesOf(
  document: ParsedDocument,
  { firstSentence, lastSentence }: Pick<Block, 'firstSentence' | 'lastSentence'>,
  reading: Reading,
): Span[] {
  const spans: Span[] = [];
  for (let i = firstSentence; i < lastSentence; i++) {
    const sentence = document.sentences[i];
    if (sentence) spans.push(reading.toText(sentence));
  }
  return spans;
}
