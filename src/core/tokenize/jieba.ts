import { cut, initSync } from 'jieba-wasm/web';
import { inPieces } from './pieces';
import type { Tokenizer } from './tokenizer';

/** Version of the segmenter and its dictionary; part of the fingerprint. */
const id = 'jieba-wasm@2.4.0';

/**
 * jieba-wasm as a {@link Tokenizer}; one code path for Node and the web, where the host supplies the bytes.
 * The dictionary is never changed (`add_word` would change it for the whole process).
 *
 * @param wasm The bytes of `jieba_rs_wasm_bg.wasm`; compiled on first use.
 */
export function createJiebaTokenizer(wasm: Uint8Array): Tokenizer {
  let ready = false;
  const initialise = (): void => {
    if (ready) return;
    initSync({ module: wasm as Uint8Array<ArrayBuffer> });
    ready = true;
  };
  return {
    id,
    cut: (text) => {
      initialise();
      return inPieces(text, (piece) => restore(piece, cut(piece, true)));
    },
  };
}

/** The boundary to wasm turns a lone surrogate into U+FFFD, of the same length: only the content is restored. */
function restore(piece: string, words: string[]): string[] {
  if (piece.isWellFormed()) return words;
  let at = 0;
  return words.map((word) => piece.slice(at, (at += word.length)));
}
