import type { ParsedDocument, Sentence } from '../text/model';

/** The line that opens the list: the word, perhaps a number, a colon (GB/T 9704, 附件说明). */
const opening = /^\s*附件?\s*[一二三四五六七八九十\d]{0,2}\s*[：:]/;

/** Longer lines are no names. */
const longestName = 80;

/**
 * Sentences that list the annexes of a document. They name other papers and say nothing themselves (codebook, 立场:
 * 附件清单 is not coded).
 */
export function annexList({ text, sentences, blocks }: ParsedDocument): ReadonlySet<number> {
  const listed = new Set<number>();
  let isOpen = false;
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    if (opening.test(words)) isOpen = true;
    else isOpen &&= isEntry(sentence, words, blocks[sentence.block]?.kind === 'listItem');
    if (isOpen) listed.add(sentence.index);
  }
  return listed;
}

function isEntry({ numbering, isHeading }: Sentence, words: string, isItem: boolean): boolean {
  // A short numbered line of plain text looks like a heading.
  const isNumbered = numbering?.scheme === 'arabic' || (isItem && !isHeading);
  return isNumbered && words.length <= longestName && !words.trimEnd().endsWith('。');
}
