/** A word with its part of speech in ICTCLAS notation (n, v, a, d, …), as jieba gives it. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/**
 * A Chinese word segmenter. The words returned join to the input exactly, so that summing `word.length` gives
 * UTF-16 offsets. Implementations are pure and never change their dictionary.
 */
export interface Tokenizer {
  /** Name and version, part of the environment's fingerprint. */
  readonly id: string;
  cut(text: string): readonly string[];
  tag(text: string): readonly TaggedWord[];
}
