/** Bytes that a host reads for the core, which has no files of its own. */
export interface EngineData {
  /** `out/jieba.wasm`: the tokenizer. */
  readonly tokenizer: Uint8Array;
  /** `out/model.bin`: the inner weights of the learned model (core/match/scoring/learned). */
  readonly weights: Uint8Array;
}
