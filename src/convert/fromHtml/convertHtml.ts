import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import type { Conversion } from '../model';
import { countNotes } from '../notes';
import { NumberedHeadings } from '../typed/numbers';
import { writeMarkdown } from '../writeMarkdown';
import { settleEmphasis } from './emphasis';
import { withoutFurniture } from './furniture';
import { inline, isLayout, letterCounter, unwrapped } from './layoutTables';
import { partedByBreaks } from './lineBreaks';
import { joinedLines, joinLines, onOneLine } from './lines';
import { limitSpans, rowsOf } from './tableSize';
import { PageTitle, setTitle } from './title';
import { find, findAll, joinTexts } from './tree';

/** Never part of a document's words. */
const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'button',
  'select',
  'textarea',
  'datalist',
  'nav',
  'svg',
  'canvas',
  'audio',
  'video',
  // Of a word with its pronunciation, and where a word may break: neither is in the text.
  'rt',
  'rp',
  'wbr',
]);

/** Of the site rather than the document, where a page does not say what its main part is. */
const besideMain = new Set(['footer', 'aside']);

interface Counts {
  images: number;
  tables: number;
  /** Of all tables, as they will be made. */
  cells: number;
  merged: number;
}

/** What the parts of a page are judged by. */
interface Page {
  readonly counts: Counts;
  /** Whether tables may set out the page, and line breaks its paragraphs. */
  readonly isWebPage: boolean;
}

/**
 * HTML to Markdown (GFM). Takes `main` or `article` where the page has one with words, drops scripts, navigation and what is
 * hidden, and reports images and tables. Any text gives Markdown.
 *
 * @param isWebPage Whether tables may set out the page, and line breaks its paragraphs, as on older sites: in no Word
 *   file.
 * @throws ConversionError when its tables are too large.
 */
export function convertHtml(html: string, isWebPage = true): Conversion {
  const tree = fromHtml(html);
  const counts: Counts = { images: 0, tables: 0, cells: 0, merged: 0 };
  const main = mainOf(tree);
  const root = main ?? find(tree, ({ tagName }) => tagName === 'body') ?? tree;
  const own = root.children.filter(
    (child) => main !== null || child.type !== 'element' || !besideMain.has(child.tagName),
  );
  const letters = own.reduce((sum, child) => sum + lettersOf(child), 0);
  const words = withoutUnread(own, letters);
  const title = new PageTitle(tree);
  const text = isWebPage
    ? withoutFurniture(words, (line) => title.isSaidBy(line))
    : { children: words, left: 0 };
  const cleaned = clean(text.children, { counts, isWebPage });
  const body: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };
  const children = isWebPage ? partedByBreaks(body, cleaned) : cleaned;
  const content: Root = { type: 'root', children };
  if (isWebPage) setTitle(content, title);
  joinLines(content);
  joinTexts(content);
  const { images, tables, merged } = counts;
  const { markdown, promoted } = markdownOf(content, isWebPage);
  return { markdown, notes: countNotes('import', { promoted, beside: text.left, images, tables, merged }) };
}

/** The main part with the most words: teasers are articles, too, and scripts fill what is empty at first. */
function mainOf(tree: Root): Element | null {
  const parts = findAll(tree, isMain).map((part) => ({ part, letters: lettersOf(part) }));
  return parts.reduce((most, each) => (each.letters > most.letters ? each : most), {
    part: null as Element | null,
    letters: 0,
  }).part;
}

function isMain({ tagName, properties }: Element): boolean {
  return tagName === 'main' || tagName === 'article' || properties['role'] === 'main';
}

/**
 * The tree without what nobody reads on the page.
 *
 * @param letters Of all of it.
 */
function withoutUnread(nodes: readonly (RootContent | ElementContent)[], letters: number): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element' || dropped.has(node.tagName) || isBeside(node, letters)) return [];
    return [{ ...node, children: withoutUnread(node.children, letters) }];
  });
}

/** The tree as Markdown can have it. */
function clean(nodes: readonly ElementContent[], page: Page): ElementContent[] {
  const { counts } = page;
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const { tagName, properties } = node;
    if (tagName === 'img') {
      counts.images++;
      // No file is taken over: the place and the words that describe the image are kept.
      const words = typeof properties['alt'] === 'string' ? joinedLines(properties['alt']).trim() : '';
      return [{ ...node, properties: { src: '#', alt: words || `image ${String(counts.images)}` } }];
    }
    if (tagName === 'table' && page.isWebPage && isLayout(node, lettersOf))
      return clean(unwrapped(node), page);
    if (tagName === 'table') counts.tables++;
    if (['colSpan', 'rowSpan'].some((key) => Number(properties[key] ?? 1) > 1)) counts.merged++;
    const children = clean(node.children, page);
    // Places inside the page do not exist in Markdown: a note's mark stays as text, its way back is dropped.
    if (tagName === 'a' && /^#(foot|end)note-ref/.test(hrefOf(node))) return [];
    if (tagName === 'a' && !/^(https?:|mailto:)/i.test(hrefOf(node))) return children;
    if (tagName === 'td' || tagName === 'th') return [{ ...node, children: inline(children) }];
    if (tagName === 'table') {
      headFirstRow({ ...node, children });
      counts.cells = limitSpans({ ...node, children }, counts.cells);
      // Markdown's tables have no caption: it becomes the line above.
      const caption = find(node, (element) => element.tagName === 'caption');
      if (caption)
        return [
          { ...caption, tagName: 'p', children: clean(caption.children, page) },
          { ...node, children },
        ];
    }
    if (/^h[1-6]$/.test(tagName)) return [{ ...node, children: indented(onOneLine(children)) }];
    // These say how it looks, and would hide the line breaks in them.
    if (page.isWebPage && (tagName === 'font' || tagName === 'span')) return children;
    const parts: ElementContent[] =
      page.isWebPage && /^(?:p|div|section|center)$/.test(tagName)
        ? partedByBreaks(node, children)
        : [{ ...node, children }];
    if (!/^(p|li|div)$/.test(tagName)) return parts;
    return parts.map((part) =>
      part.type === 'element' ? { ...part, children: indented(part.children) } : part,
    );
  });
}

function hrefOf({ properties }: Element): string {
  return typeof properties['href'] === 'string' ? properties['href'].trim() : '';
}

/**
 * Fields to fill in, forms and what is hidden. Boxes to tick may be a list's. Scripts may show later what a page hides
 * at first, and some servers (ASP.NET) have all of a page in a form: what has most of the words stays.
 */
function isBeside(node: Element, letters: number): boolean {
  const { hidden, style, type } = node.properties;
  if (hidden === true || (node.tagName === 'input' && type !== 'checkbox')) return true;
  const isHidden = typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  return (isHidden || node.tagName === 'form') && lettersOf(node) * 2 < letters;
}

const lettersOf = letterCounter(({ tagName }) => !dropped.has(tagName));

/** Markdown tables need a head; where nobody marked one, the first row is it. */
function headFirstRow(table: Element): void {
  const rows = rowsOf(table);
  const isHead = (cell: ElementContent): boolean => cell.type === 'element' && cell.tagName === 'th';
  if (rows.some((row) => row.children.some(isHead))) return;
  for (const cell of rows[0]?.children ?? [])
    if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
}

/** Full-width spaces at the start of a paragraph are typography, not text. */
function indented(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return [...children];
  return [{ ...first, value: first.value.replace(/^[\s\u3000]+/, '') }, ...others];
}

/**
 * A tree of HTML as Markdown, in the style of this project's samples.
 *
 * @param promotes Whether lines are headings by their numbers where the page marks none.
 */
function markdownOf(tree: Root, promotes: boolean): { readonly markdown: string; readonly promoted: number } {
  const mdast = toMdast(tree, { handlers: { ...defaultHandlers }, document: true }) as Nodes;
  const promoted = promotes ? promote(mdast) : 0;
  settleEmphasis(mdast);
  return { markdown: writeMarkdown(mdast), promoted };
}

/** Makes headings of numbered lines where a page has none but its title; how many. Changes the tree. */
function promote(tree: Nodes): number {
  if (tree.type !== 'root' || tree.children.some((each) => each.type === 'heading' && each.depth > 1))
    return 0;
  const numbers = new NumberedHeadings();
  let promoted = 0;
  tree.children = tree.children.map((child) => {
    if (child.type !== 'paragraph' || child.children.some(({ type }) => type === 'break')) return child;
    const depth = numbers.levelOf(textIn(child));
    if (depth === undefined) return child;
    promoted++;
    return { type: 'heading', depth, children: child.children };
  });
  return promoted;
}

function textIn(node: Nodes): string {
  return 'children' in node ? node.children.map(textIn).join('') : 'value' in node ? node.value : '';
}
