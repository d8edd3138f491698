import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { spanOf } from './spanOf';

type Emphasis = Extract<PhrasingContent, { type: 'strong' | 'emphasis' }>;

/** No words are set in bold from the middle of a clause on: `__%，仅__`, `“__”牵头，“__”`, `__年底前放贷款__`. */
const readsOn = /^(?:[%‰℃，、；：。！？,;:!?”’」』》）)\]}]|年[底末内前]|月[底末]|日前)/;
/** A word that waits for a number or a name: `到__`. */
const waits = /[由到至达仅为约超过于第]/;
/** A clause ends inside: only as a whole sentence this may be bold. */
const severalClauses = /[，；。！？,;!?](?=.)/s;
/** Before these a number or a name is left out. */
const follows = /[，、；：,;:]/;

/**
 * Gives back the blanks that CommonMark takes for marks of emphasis: in `占比，__%，而转化率仅__%` nothing is bold. A
 * text with its blanks counted, marked or exported must not lose them.
 *
 * @param tree Changed in place; its offsets are those of `source`.
 */
export function giveBlanksBack(tree: Root, source: string): void {
  if (!source.includes('__')) return;
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node)) continue;
    if (node.children.some((child) => isEaten(child, source))) withoutEmphasis(node, source);
    for (const child of node.children) waiting.push(child);
  }
}

function isEaten(node: Nodes, source: string): node is Emphasis {
  if (node.type !== 'strong' && node.type !== 'emphasis') return false;
  let { start, end } = spanOf(node);
  if (source.charAt(start) !== '_') return false;
  // What is left of a longer blank counts with it.
  let left = start;
  while (source.charAt(start) === '_') start++;
  while (source.charAt(left - 1) === '_') left--;
  let right = end;
  while (source.charAt(end - 1) === '_') end--;
  while (source.charAt(right) === '_') right++;
  if (start - left < 2 || right - end < 2) return false;
  const last = source.charAt(end - 1);
  if (/[%‰℃]/.test(source.charAt(right)) || waits.test(last)) return true;
  const inner = source.slice(start, end);
  return (
    readsOn.test(inner) ||
    (follows.test(source.charAt(left - 1)) && severalClauses.test(inner) && !/[。！？]/.test(last))
  );
}

/** Puts the marks and what they enclose in the place of the emphasis, texts side by side as one. */
function withoutEmphasis(parent: Parents, source: string): void {
  const flat: Nodes[] = [];
  const waiting: Nodes[] = [...parent.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const last = flat.at(-1);
    // There may be more than a call takes arguments.
    if (isEaten(node, source)) for (const child of unwrapped(node).reverse()) waiting.push(child);
    else if (node.type === 'text' && last?.type === 'text' && node.position && last.position) {
      last.value += node.value;
      last.position = { start: last.position.start, end: node.position.end };
    } else flat.push(node);
  }
  parent.children = flat as typeof parent.children;
}

function unwrapped({ type, position, children }: Emphasis): Nodes[] {
  const first = children[0]?.position;
  const last = children.at(-1)?.position;
  if (!position || !first || !last) return children;
  const value = type === 'strong' ? '__' : '_';
  return [
    { type: 'text', value, position: { start: position.start, end: first.start } },
    ...children,
    { type: 'text', value, position: { start: last.end, end: position.end } },
  ];
}
