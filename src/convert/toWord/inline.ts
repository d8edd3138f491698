import type { PhrasingContent } from 'mdast';
import { joinsLines } from '../../core/text/markdown/prose';
import type { Run } from './model';
import { hardBreak, textOf, withoutGaps } from './runs';

type Dress = Pick<Run, 'bold' | 'italic' | 'strike'>;

/** Bold that CommonMark takes for text, because Chinese has no blanks around it: `**重点：**内容`. */
const unreadBold = /\*\*([^*\n]+)\*\*/g;

/** Reads what stands inside of paragraphs, headings and cells. */
export class InlineReader {
  /** How many images were left out. */
  images = 0;
  /** How many links have lost their target. */
  links = 0;
  private readonly footnotes: string[] = [];

  /** @param source The text that the tree's offsets are of. */
  constructor(private readonly source: string) {}

  /** Footnotes by the order in which they are referred to; the first has the number 1. */
  get footnoteNames(): readonly string[] {
    return this.footnotes;
  }

  runsOf(nodes: readonly PhrasingContent[]): Run[] {
    return withoutGaps(this.dressed(nodes, {}));
  }

  private dressed(nodes: readonly PhrasingContent[], dress: Dress): Run[] {
    return nodes.flatMap((node) => this.runsOfNode(node, dress));
  }

  private runsOfNode(node: PhrasingContent, dress: Dress): Run[] {
    switch (node.type) {
      case 'text':
        return this.isWrittenAs(node) ? withUnreadBold(node.value, dress) : [{ ...dress, text: node.value }];
      case 'inlineCode':
        return [{ ...dress, text: node.value }];
      case 'strong':
        return this.dressed(node.children, { ...dress, bold: true });
      case 'emphasis':
        return this.dressed(node.children, { ...dress, italic: true });
      case 'delete':
        return this.dressed(node.children, { ...dress, strike: true });
      case 'link':
      case 'linkReference': {
        const runs = this.dressed(node.children, dress);
        if (node.type === 'linkReference' || !isSaid(node.url, textOf(runs))) this.links++;
        return runs;
      }
      case 'break':
        return [{ text: hardBreak }];
      case 'html':
        return /^<br\b/i.test(node.value) ? [{ text: hardBreak }] : [];
      case 'image':
      case 'imageReference':
        this.images++;
        // In the document's language, not in the reader's: it stands in a Chinese text.
        return [{ ...dress, text: node.alt ? `［图片：${node.alt}］` : '［图片］' }];
      case 'footnoteReference':
        return [{ text: '', footnote: this.numberOf(node.identifier) }];
      default:
        return [];
    }
  }

  /** Nothing in a text is an escape or a reference. */
  private isWrittenAs({ position, value }: Extract<PhrasingContent, { type: 'text' }>): boolean {
    return this.source.slice(position?.start.offset, position?.end.offset) === value;
  }

  private numberOf(name: string): number {
    const known = this.footnotes.indexOf(name);
    return known >= 0 ? known + 1 : this.footnotes.push(name);
  }
}

/** Whether the words of a link tell its target, as those of an address without words of its own do. */
function isSaid(url: string, words: string): boolean {
  return words !== '' && url.replace(/^(?:mailto:|https?:\/\/)/i, '') === words.replace(/^https?:\/\//i, '');
}

function withUnreadBold(text: string, dress: Dress): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: found, 1: inner = '', index } of text.matchAll(unreadBold)) {
    const end = index + found.length;
    if (
      !joinsLines(inner.charAt(0), inner.slice(-1)) &&
      !joinsLines(text.charAt(index - 1), text.charAt(end))
    )
      continue;
    runs.push({ ...dress, text: text.slice(at, index) }, { ...dress, text: inner, bold: true });
    at = end;
  }
  return [...runs, { ...dress, text: text.slice(at) }].filter((run) => run.text !== '');
}
