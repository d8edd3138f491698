/** Finds sentences of given texts in other texts, fast: an index of their runs of twenty characters. */

/** Sentences shorter than this are said by many people. */
const shortest = 20;

/** A copied stretch. */
export interface Copy {
  readonly text: string;
  /** Offset in the searched text. */
  readonly start: number;
}

/** Units of the codebook: what ends at a stop or a line's end, without the stop. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[。！？；!?;\r\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= shortest);
}

/** Tells whether texts hold whole sentences of the sources. */
export class CopyFinder {
  /** The first twenty characters of each sentence → the sentences that begin so. */
  private readonly byBeginning = new Map<string, string[]>();

  constructor(sources: readonly string[]) {
    for (const sentence of sources.flatMap(sentencesOf)) {
      const beginning = sentence.slice(0, shortest);
      const known = this.byBeginning.get(beginning);
      if (!known) this.byBeginning.set(beginning, [sentence]);
      else if (!known.includes(sentence)) known.push(sentence);
    }
  }

  /** Copies in a text, first to last. */
  find(text: string): Copy[] {
    const copies: Copy[] = [];
    for (let start = 0; start + shortest <= text.length; start++) {
      const sentences = this.byBeginning.get(text.slice(start, start + shortest));
      for (const sentence of sentences ?? [])
        if (text.startsWith(sentence, start)) copies.push({ text: sentence, start });
    }
    return copies;
  }
}
