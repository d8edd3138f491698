import { numberingAt } from '../../core/text/outline/numbering';

/** Dots up to the number of a page. */
const dotted = /(?:[.．]{4}|[·•]{4}|…{3}|(?:[.．·] ){4})[.．·•…\s]*[\dIVXivx]{1,5}$/;
/** So few dots are as well what a sentence leaves unsaid (他提到……2026). */
const barelyDotted = /…{2}\s*\d{1,4}$/;

/** Whether a line is an entry of a table of contents as authors type them. */
export function isTypedEntry(line: string): boolean {
  if (dotted.test(line)) return true;
  return barelyDotted.test(line) && numberingAt(line, 0, line.length) !== null;
}
