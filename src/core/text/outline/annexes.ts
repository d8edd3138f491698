import type { ParsedDocument, Sentence } from '../model';

/** Texts set it apart or do not, and write it as they like. */
const number = /\s*(?:[0-9０-９一二三四五六七八九十]{1,3}\s*)?/.source;

/** Opens the list of annexes as the standard has it (GB/T 9704—2012 §7.3.4), 附件：, or in short 附：. */
export const opensAnnexes = /^附件?[：:]\s{0,4}/;

/** The same also loosely set, or with a number where each annex has its own line (附件 1：). */
export const announcesAnnex = new RegExp(`^\\s*附件?${number}[：:]`);

/** An annex itself begins: the word alone, perhaps with its number. */
export const opensAnnex = new RegExp(`^附件${number}$`);

/** Whatever is attached is announced, or begins: tables, pictures and appendices, too. */
export const opensAttachment = new RegExp(`^附(?:[件表图录]?${number}[：:]|[件表录]${number}$)`);

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
    if (announcesAnnex.test(words)) isOpen = true;
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
