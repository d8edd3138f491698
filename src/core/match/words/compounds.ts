/** Fewest characters of a part: single ones are in too many words to mean one. */
const shortestPart = 2;
/** Characters of a compound: longer ones are no words, and the time is quadratic. */
const shortestCompound = 2 * shortestPart;
const longestCompound = 16;

const chinese = /^[\u4e00-\u9fff]+$/;

/**
 * The words that a compound is made of, where all of them are known: 软件平台 is 软件 and 平台. As few as there can be,
 * and of these with the longest last one, for that is the head. Null where it cannot be taken apart.
 *
 * @param token One that the model does not know.
 * @param isKnown Whether the model knows a word.
 */
export function partsOfCompound(token: string, isKnown: (word: string) => boolean): readonly string[] | null {
  const { length } = token;
  if (length < shortestCompound || length > longestCompound || !chinese.test(token)) return null;
  /** Of the first characters, as many as the index says, the best parts. */
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= length; end++) {
    let found: readonly string[] | null = null;
    for (let start = 0; start + shortestPart <= end; start++) {
      const before = best[start];
      if (!before || (found && before.length + 1 >= found.length)) continue;
      const part = token.slice(start, end);
      if (isKnown(part)) found = [...before, part];
    }
    best.push(found);
  }
  return best[length] ?? null;
}
