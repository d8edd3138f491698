/**
 * A Chinese word segmenter. The words returned join to the input exactly, so that summing `word.length` gives
 * UTF-16 offsets. Implementations are pure and never change their dictionary.
 */
export interface Tokenizer {
  /** Name and version, part of the environment's fingerprint. */
  readonly id: string;
  cut(text: string): readonly string[];
}
