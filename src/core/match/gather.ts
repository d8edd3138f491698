import { ParseCache } from '../text/markdown';
import type { Block, ParsedDocument, Span } from '../text/model';
import { readingOf, shifted, type Reading } from '../text/reading';
import type { Tokenizer } from '../tokenize/tokenizer';
import type { EvidenceExtractor } from './evidence';
import { movedEvidence, type SentenceEvidence } from './sentenceEvidence';

/** Most UTF-16 units handed to the tokenizer at once (measured: longer calls block and double its memory). */
const chunkLength = 2000;

/** Most blocks kept for one document; the oldest go first. */
const mostCached = 20_000;

/**
 * Evidence of paragraphs by what they read, for one document and one environment. Typing in one paragraph leaves the
 * others' evidence valid.
 */
export class EvidenceCache {
  /** Pieces of the text as read; they depend on nothing but the text. */
  readonly parse = new ParseCache();
  private fingerprint = '';
  private readonly blocks = new Map<string, readonly SentenceEvidence[]>();

  /** Empties the cache where the environment is another one. */
  prepare(fingerprint: string): void {
    if (this.fingerprint === fingerprint) return;
    this.blocks.clear();
    this.fingerprint = fingerprint;
  }

  get({ key }: Reading): readonly SentenceEvidence[] | undefined {
    return this.blocks.get(key);
  }

  set({ key }: Reading, evidence: readonly SentenceEvidence[]): void {
    if (this.blocks.size >= mostCached) {
      for (const oldest of this.blocks.keys()) {
        this.blocks.delete(oldest);
        break;
      }
    }
    this.blocks.set(key, evidence);
  }
}

/**
 * Evidence of every sentence, in order; yields after each chunk of at most 2,000 units (one longer paragraph is one
 * chunk: its words are cut in pieces by the tokenizer).
 */
export function* gatherEvidence(
  document: ParsedDocument,
  tokenizer: Tokenizer,
  extractor: EvidenceExtractor,
  cache: EvidenceCache | null,
): Generator<void, SentenceEvidence[]> {
  const all: SentenceEvidence[] = [];
  const found: (readonly SentenceEvidence[])[] = [];
  let pending: { block: Block; reading: Reading }[] = [];
  let length = 0;
  const flush = (): void => {
    extractTogether(document, pending, tokenizer, extractor, (block, reading, evidence) => {
      found[block.index] = evidence;
      cache?.set(reading, evidence);
    });
    pending = [];
    length = 0;
  };
  for (const block of document.blocks) {
    const reading = readingOf(document, block);
    const known = cache?.get(reading);
    if (known && known.length === block.lastSentence - block.firstSentence) {
      found[block.index] = known;
      continue;
    }
    if (length > 0 && length + reading.text.length > chunkLength) {
      flush();
      yield;
    }
    pending.push({ block, reading });
    length += reading.text.length + 1;
  }
  if (pending.length > 0) {
    flush();
    yield;
  }
  for (const evidence of found) for (const sentence of evidence) all.push(sentence);
  return all;
}

/** Tokenises several paragraphs in one call; a line end between them keeps words from crossing. */
function extractTogether(
  document: ParsedDocument,
  pending: readonly { block: Block; reading: Reading }[],
  tokenizer: Tokenizer,
  extractor: EvidenceExtractor,
  done: (block: Block, reading: Reading, evidence: SentenceEvidence[]) => void,
): void {
  const tokens = tokenizer.cut(pending.map(({ reading }) => reading.text).join('\n'));
  let token = 0;
  for (const { block, reading } of pending) {
    const { text } = reading;
    const first = token;
    for (let length = 0; length < text.length && token < tokens.length; token++)
      length += (tokens[token] ?? '').length;
    const evidence = extractor.extract(text, sentencesOf(document, block, reading), tokens, first, token);
    done(
      block,
      reading,
      reading.isAsWritten
        ? evidence
        : evidence.map((each) =>
            movedEvidence(each, (span) => shifted(reading.toSource(span), -block.start)),
          ),
    );
    token++;
  }
}

/** The sentences of a block, as they stand in its reading. */
export function sentencesOf(document: ParsedDocument, block: Block, reading: Reading): Span[] {
  const spans: Span[] = [];
  for (let i = block.firstSentence; i < block.lastSentence; i++) {
    const sentence = document.sentences[i];
    if (sentence) spans.push(reading.toText(sentence));
  }
  return spans;
}
