/**
 * A piece of a text as it stands inside of double quotation marks: what it quotes itself stands in single ones, and
 * what that quotes in double ones again (GB/T 15834—2011 §4.8). A mark whose other one is not in the piece is left out,
 * or put in: 成果转化的“断点 is 成果转化的‘断点’. What is all of it a quotation has its marks already.
 */
export function insideQuotes(piece: string): string {
  if (!/[“”‘’]/.test(piece)) return piece;
  const whole = /^“([^“”‘’]*)”$/.exec(piece)?.[1];
  if (whole !== undefined) return whole;
  const open: string[] = [];
  let inside = '';
  for (const character of piece) {
    if (character === '“' || character === '‘') {
      const isInner = character === '‘' && open.at(-1) === '“';
      open.push(character);
      inside += isInner ? '“' : '‘';
    } else if (character === '”' || character === '’') {
      const opening = character === '”' ? '“' : '‘';
      // ’ is an apostrophe, too.
      if (open.at(-1) !== opening) inside += character === '’' ? character : '';
      else {
        open.pop();
        inside += opening === '‘' && open.at(-1) === '“' ? '”' : '’';
      }
    } else inside += character;
  }
  return inside + (inside.endsWith('…') ? '' : open.map(() => '’').join(''));
}
