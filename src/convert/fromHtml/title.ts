import type { Element, ElementContent, Root } from 'hast';
import { closesTitle, isTitleLine } from '../../core/text/title';
import { unspaced } from '../../core/text/unspaced';
import { onOneLine } from './lines';
import { find, wordsIn } from './tree';

/** Lines that stand above a title; further below, such a line names another document. */
const mostAbove = 12;

/** What a page says its title is. */
export class PageTitle {
  /** As it stands where the page has no heading: may have the site's name beside it. */
  readonly words: string;
  private readonly own: ReadonlySet<string>;

  constructor(tree: Root) {
    const marked = markedTitle(tree);
    const title = find(tree, ({ tagName }) => tagName === 'title');
    const named = title ? wordsIn(title).trim() : '';
    this.words = marked || named;
    const parts = named.split(/[_|｜–—-]+|\s{1,20}/);
    const longest = parts.reduce((most, each) => (each.length > most.length ? each : most), '');
    this.own = new Set([marked, named, longest].map(unspaced).filter((each) => each.length > 3));
  }

  /** Whether a line of the page is its title: by the page's own word, or as titles of official documents are. */
  isSaidBy(line: string): boolean {
    const words = unspaced(line);
    if (this.own.has(words)) return true;
    return /关于/.test(words) && !/[>：]/.test(words) && isTitleLine(line.trim()) && closesTitle(words);
  }
}

/**
 * Lets the line that is the title be a heading of the first level, where there is none; where there is no heading at
 * all, and no such line, the page's title is put before the text.
 *
 * @param content Its elements may get other names.
 */
export function setTitle(content: Root, title: PageTitle): void {
  if (find(content, ({ tagName }) => tagName === 'h1')) return;
  let lines = 0;
  const line = find(content, (element) => {
    if (!isLine(element)) return false;
    const words = wordsIn(element);
    return words.trim() !== '' && lines++ < mostAbove && title.isSaidBy(words);
  });
  if (line) {
    line.tagName = 'h1';
    line.children = onOneLine(line.children);
    return;
  }
  if (title.words === '' || find(content, ({ tagName }) => /^h[2-6]$/.test(tagName))) return;
  const children: ElementContent[] = [{ type: 'text', value: title.words }];
  content.children.unshift({ type: 'element', tagName: 'h1', properties: {}, children });
}

/** A block that holds no other. */
function isLine({ tagName, children }: Element): boolean {
  if (!/^(?:p|div|center|section|h[2-6])$/.test(tagName)) return false;
  return children.every(
    (child) => child.type !== 'element' || /^(?:span|font|b|strong|em|i|u|br|a)$/.test(child.tagName),
  );
}

/** By the mark that offices' sites give their documents (国办发〔2017〕47号), which is without the site's name. */
function markedTitle(tree: Root): string {
  const mark = find(
    tree,
    ({ tagName, properties }) => tagName === 'meta' && /^ArticleTitle$/i.test(String(properties['name'])),
  );
  return String(mark?.properties['content'] ?? '').trim();
}
