import type { Nodes, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';

/** Without what would write addresses as `http\://www\.gov.cn`: that they become links does no harm. */
const gfm: Options = {
  extensions: gfmToMarkdown({ tablePipeAlign: false }).extensions?.filter(
    ({ unsafe }) => !unsafe?.some(({ character }) => character === '@'),
  ),
};

/** A tree as Markdown, in the style of this project's samples. */
export function writeMarkdown(tree: Nodes): string {
  const markdown = toMarkdown(tree, {
    extensions: [gfm],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    // A cell's line break; two spaces would end the table, and so would it inside of bold words.
    handlers: {
      break: (_node, _parent, { stack }) => (stack.includes('tableCell') ? '<br>' : '\\\n'),
      text: plainText,
    },
  });
  return withTypedNumbers(markdown);
}

/** Markdown without the escapes before “1. ” at the start of a paragraph: it keeps it as the number that it is. */
function withTypedNumbers(markdown: string): string {
  return markdown.replace(/^(\d{1,3})\\([.)])/gm, '$1$2');
}

/** Writes a text node without the escapes before `&` that begins no entity: R&D stays as it is typed. */
const plainText: Handle = (node: Text, _parent, state, info) =>
  state.safe(node.value, info).replace(/(?<!\\)((?:\\\\)*)\\&(?!#|[A-Za-z][A-Za-z\d]{0,40};)/g, '$1&');
