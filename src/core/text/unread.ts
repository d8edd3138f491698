import { isChinese } from './characters';
import type { ParsedDocument } from './model';

const markup = /<!--[^]*?(?:-->|$)|<[^<>]*>/g;

/** Length of the pieces of HTML in a Markdown document that say something in Chinese: nothing in them is analysed. */
export function unreadLength({ text, html }: Pick<ParsedDocument, 'text' | 'html'>): number {
  let length = 0;
  for (const { start, end } of html) {
    const words = text.slice(start, end).replace(markup, '');
    if ([...words].some((character) => isChinese(character.charCodeAt(0)))) length += end - start;
  }
  return length;
}
