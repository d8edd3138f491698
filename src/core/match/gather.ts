import { ParseCache } from '../text/markdown';
import type { Block, ParsedDocument, Span } from '../text/model';
import type { Tokenizer } from '../tokenize/tokenizer';
import type { EvidenceExtractor, SentenceEvidence } from './evidence';

/** Most UTF-16 units handed to the tokenizer at once (measured: longer calls block and double its memory). */
const chunkLength = 2000;

/** Most blocks kept for one document; the oldest go first. */
const mostCached = 20_000;

/**
 * Evidence of paragraphs by their text, for one document and one environment. Typing in one paragraph leaves the
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

  get(text: string): readonly SentenceEvidence[] | undefined {
    return this.blocks.get(text);
  }

  set(text: string, evidence: readonly SentenceEvidence[]): void {
    if (this.blocks.size >= mostCached) {
      for (const oldest of this.blocks.keys()) {
        this.blocks.delete(oldest);
        break;
      }
    }
    this.blocks.set(text, evidence);
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
  let pending: { block: Block; text: string }[] = [];
  let length = 0;
  const flush = (): void => {
    extractTogether(document, pending, tokenizer, extractor, (block, text, evidence) => {
      found[block.index] = evidence;
      cache?.set(text, evidence);
    });
    pending = [];
    length = 0;
  };
  for (const block of document.blocks) {
    const text = document.prose.slice(block.start, block.end);
    const known = cache?.get(text);
    if (known && known.length === block.lastSentence - block.firstSentence) {
      found[block.index] = known;
      continue;
    }
    if (length > 0 && length + text.length > chunkLength) {
      flush();
      yield;
    }
    pending.push({ block, text });
    length += text.length + 1;
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
  pending: readonly { block: Block; text: string }[],
  tokenizer: Tokenizer,
  extractor: EvidenceExtractor,
  done: (block: Block, text: string, evidence: SentenceEvidence[]) => void,
): void {
  const tokens = tokenizer.cut(pending.map(({ text }) => text).join('\n'));
  let token = 0;
  for (const { block, text } of pending) {
    const first = token;
    for (let length = 0; length < text.length && token < tokens.length; token++)
      length += (tokens[token] ?? '').length;
    done(block, text, extractor.extract(text, sentencesOf(document, block), tokens, first, token));
    token++;
  }
}

/** The sentences of a block, relative to its start. */
export function sentencesOf(document: ParsedDocument, block: Block): Span[] {
  const spans: Span[] = [];
  for (let i = block.firstSentence; i < block.lastSentence; i++) {
    const sentence = document.sentences[i];
    if (sentence) spans.push({ start: sentence.start - block.start, end: sentence.end - block.start });
  }
  return spans;
}
