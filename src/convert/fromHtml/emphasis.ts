import type { Nodes, PhrasingContent } from 'mdast';

/** Punctuation as Markdown's rules for `*` see it. */
const punctuation = /[\p{P}\p{S}]/u;

/**
 * Marks of emphasis where Markdown can read them. In `**总则。**本办法` it cannot: a closing mark after punctuation
 * and before a letter closes nothing, and the writer would have to spell the letter as a number. There punctuation
 * moves out of the emphasis; spaces at its rim always do. Nested and empty emphasis goes, and so does all of a heading,
 * which stands out by itself: the marks would only be in the way of its number. Changes the tree.
 */
export function settleEmphasis(node: Nodes): void {
  if (!('children' in node)) return;
  if (node.type === 'heading') node.children = node.children.flatMap(plain);
  for (const child of node.children) settleEmphasis(child);
  if (!node.children.some(isEmphasis)) return;
  const children = joined(node.children as PhrasingContent[]);
  const settled = children.flatMap((child, index): PhrasingContent[] => {
    if (!isEmphasis(child)) return [child];
    const beside = [children[index - 1], children[index + 1]] as const;
    // `****` and a mark beside a link or an image cannot be told apart from others.
    const isCrowded = beside.some((each) => each && each.type !== 'text' && each.type !== 'break');
    if (isEmphasis(node) || isCrowded || child.children.some(({ type }) => type !== 'text'))
      return child.children;
    return peeled(child, isLetter(lastOf(beside[0])), isLetter(firstOf(beside[1])));
  });
  (node as { children: PhrasingContent[] }).children = joined(settled);
}

type Emphasis = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>;

function isEmphasis(node: Nodes): node is Emphasis {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

/** Words without bold and italics. */
function plain(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'strong' || node.type === 'emphasis' ? node.children.flatMap(plain) : [node];
}

/** Emphasis of plain words, with what cannot stand at its rim beside it. */
function peeled(node: Emphasis, afterLetter: boolean, beforeLetter: boolean): PhrasingContent[] {
  const characters = node.children.flatMap((child) => (child.type === 'text' ? [...child.value] : []));
  const isRim = (character: string | undefined, besideLetter: boolean): boolean =>
    character !== undefined && (/\s/.test(character) || (besideLetter && punctuation.test(character)));
  let [start, end] = [0, characters.length];
  while (isRim(characters[start], afterLetter)) start++;
  while (end > start && isRim(characters[end - 1], beforeLetter)) end--;
  const part = (from: number, to: number): PhrasingContent[] =>
    from < to ? [{ type: 'text', value: characters.slice(from, to).join('') }] : [];
  const inner = part(start, end);
  return [
    ...part(0, start),
    ...(inner.length > 0 ? [{ ...node, children: inner }] : []),
    ...part(end, characters.length),
  ];
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && !/\s/.test(character) && !punctuation.test(character);
}

function firstOf(node: PhrasingContent | undefined): string | undefined {
  return node?.type === 'text' ? [...node.value][0] : undefined;
}

function lastOf(node: PhrasingContent | undefined): string | undefined {
  return node?.type === 'text' ? [...node.value].at(-1) : undefined;
}

/** Pieces of text, and of the same emphasis, that follow each other as one. */
function joined(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + child.value };
    else if (last && isEmphasis(last) && child.type === last.type)
      result[result.length - 1] = { ...last, children: joined([...last.children, ...child.children]) };
    else result.push(child);
  }
  return result;
}
