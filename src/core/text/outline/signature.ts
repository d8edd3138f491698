const office = /[\p{Script=Han}（）、\s]{2,30}(?:局|委|厅|办|政府|办公室|委员会|小组|会|公司|大学|学院)/u
  .source;
const date =
  /[0-9０-９〇零一二三四五六七八九十]{2,4}\s*年\s*[0-9０-９一二三四五六七八九十]{1,2}\s*月(?:\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日)?/u
    .source;
const line = new RegExp(`^(${office})?\\s*(${date})?$`, 'u');

/** What a line of a signature says: an office, a date, or both; an empty string for what it does not say. */
export interface SignatureLine {
  readonly office: string;
  readonly date: string;
}

/** What is still to be filled in, in a date and elsewhere. */
const openFigure = /(?:[_＿]{1,4}|[XxＸｘ×]{1,4})(?=\s*[年月日])/gu;
const openWord = /[_＿XxＸｘ×]+/gu;

/**
 * A paragraph that is nothing but a signature; null for others. An empty one is one, too. Office and date may still
 * have their blanks.
 */
export function signatureIn(words: string): SignatureLine | null {
  const filled = words
    .replace(openFigure, '0')
    .replace(/(?<!\d)0(?=\s*年)/gu, '00')
    .replace(openWord, '某');
  const found = line.exec(filled);
  return found && { office: found[1]?.trim() ?? '', date: found[2] ?? '' };
}

/**
 * A line of what may stand behind the signature of an official document, each by itself: notes, whom to ask, copies, who
 * printed it when (GB/T 9704—2012 §7.3.6, §7.4.2, §7.4.3).
 */
export const opensEndMatter =
  /^(?:(?:抄送|抄报|分送|发送|主题词|联系人|联系电话)[：:]|[（(](?:此件|联系)|.{2,30}\d日印发$)/;
