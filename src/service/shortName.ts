import { eastAsianWidth } from 'get-east-asian-width';

/** Room for a name in a hint, in columns; a Chinese character takes two. Every built-in Chinese name fits. */
const widest = 24;

/** A name for a place with little room: whole where it fits, else cut at a word and ended with an ellipsis. */
export function shortName(name: string): string {
  let width = 0;
  let kept = '';
  for (const character of name) {
    width += eastAsianWidth(character.codePointAt(0) as number);
    if (width > widest) return `${withoutLooseEnd(kept, name)}…`;
    kept += character;
  }
  return name;
}

/** Letters are cut between words, and no “and” or “of” is left hanging; Chinese is cut anywhere. */
function withoutLooseEnd(kept: string, name: string): string {
  const isInsideWord = /\w$/.test(kept) && /^\w/.test(name.slice(kept.length));
  const words = isInsideWord ? kept.replace(/(?<=\S)\s+\S*$/, '') : kept;
  return words.replace(/(?:[\s,]+(?:and|of|in|the|for|to))*[\s,、，]*$/, '');
}
