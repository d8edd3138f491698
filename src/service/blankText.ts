import type { Analysis } from '../core/model';

/** Letters of running text from which there is something to judge: less is an address or a line just begun. */
const fewestLetters = 10;

/**
 * True for a text that has hardly begun: no sentence below the headings yet, and no heading but the title that says
 * anything. What it lacks is everything, which is no news to whoever starts writing.
 */
export function isBlankText({ document, annotations }: Analysis): boolean {
  if (annotations.some(({ sentence, stance }) => stance !== null && sentence !== document.title))
    return false;
  let letters = 0;
  for (const { start, end, isHeading } of document.sentences) {
    if (isHeading) continue;
    letters += (document.prose.slice(start, end).match(/[\p{L}\p{N}]/gu) ?? []).length;
    if (letters >= fewestLetters) return false;
  }
  return true;
}
