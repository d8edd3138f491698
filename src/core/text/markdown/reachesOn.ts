import type { Root } from 'mdast';
import { closesFence, endOfHtml } from './openBlocks';
import { spanOf } from './spanOf';

/**
 * Whether a text ends in something that goes on in a following line at the margin: a fence or HTML without its end.
 * Such a line ends all lists, quotes and footnotes and what is open in them, if it is a heading or follows a blank line
 * (CommonMark 0.31 §5.1, §5.2).
 *
 * @param tree Of the text.
 */
export function reachesOn(tree: Root, text: string): boolean {
  const last = tree.children.at(-1);
  if (last?.type !== 'code' && last?.type !== 'html') return false;
  const { start, end } = spanOf(last);
  const lines = text.slice(start, end).split(/\r\n|\r|\n/);
  const lastLine = lines.at(-1) ?? '';
  if (last.type === 'code') {
    const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
    return fence !== undefined && (lines.length === 1 || !closesFence(lastLine, fence));
  }
  const mark = endOfHtml(lines[0] ?? '');
  if (mark) return !mark.test(lastLine);
  // All other HTML ends with a blank line.
  return (text.slice(end).match(/\r\n|\r|\n/g)?.length ?? 0) < 2;
}
