import type { Element, ElementContent } from 'hast';
import { isLayout } from './layoutTables';
import { PageMeasures, wordsOf, type PageMeasure, type PagePart } from './parts';
import { rowsOf } from './tableSize';
import { find } from './tree';

/** A page of fewer letters in sentences is left as it is: too little to tell its text from what is beside it. */
const leastProse = 100;
/** A part with more letters outside of links may be an annex, whatever it looks like … */
const mostBeside = 150;
/** … and one with more in sentences may be a part of the text. */
const mostProseBeside = 60;
/** A bar of buttons in the text has fewer letters. */
const mostOfBar = 60;

/** How sites call what is beside the text, in English and by the first letters of the Chinese (二维码). */
const named =
  /(?:^|[\s_-])(?:bd|b|js|j)?(?:share|print(?![\w-]*(?:able|area|body|cont|head|main|para|text|title))|bread-?crumbs?|crumbs?|qr|ewm|erweima|toolbar|related)|^breadcrumb/i;
const footer = /(?:^|[\s_-])(?:foot(?:er)?|copyright)(?:$|[^a-z])(?!notes?)/i;
/** Who looks after the page; no document says it. */
const credit = /^[【[（(]?\s*责任编辑\s*[：:]/;
/** What buttons say. A line that opens an answer or a section of the text is clicked, too, and says none of it. */
const button =
  /打印|关闭|分享|转发|收藏|返回|顶部|字[体号]|纠错|复制|点赞|微[信博]|空间|朗读|播放|扫一扫|下载|评论|^[【[（(\s]*[大中小][\s大中小】\]）)]*$|print|close|share/i;
/** What a site says of a page, before a colon. A text has its own: 联系电话：, 责任单位：, 申报时间：. */
const particular =
  /(?:来源|作者|编辑|责编|审核|(?:发布|更新|发表|录入|添加|成文|生成|公开)(?:时间|日期)|^\s*(?:时间|日期)|浏览|点击|阅读|访问|次数|字[体号]|位置|[上下]一[篇条]|索引号|分类|关键[字词]|打印|分享)[^：:]{0,6}[：:]/;
/** Who runs a site, and with what it is to be read. */
const imprint = /版权|备案|ICP|标识码|主办|承办|技术支持|免责|浏览器|copyright|©/i;

/** What stays of a page, and how many parts do not. */
export interface PageText {
  readonly children: readonly ElementContent[];
  readonly left: number;
}

/**
 * The text of a page without what its site puts beside it on every page: ways to it, buttons, other pages, imprint. The
 * text is where nearly all sentences stand. Around it stays what has sentences or lines of documents, and right beside
 * it what nothing speaks against; in it goes only what is a bar of buttons.
 *
 * @param isTitle Whether a line is the title of the page.
 */
export function withoutFurniture(
  children: readonly ElementContent[],
  isTitle: (line: string) => boolean,
): PageText {
  const page: Element = { type: 'element', tagName: 'div', properties: {}, children: [...children] };
  const measures = new PageMeasures();
  const path = pathToText(page, measures);
  if (!path) return { children, left: 0 };
  const cleaner = new Cleaner(measures, new Set(path), path.at(-1) ?? page, isTitle);
  return { children: cleaner.around(page), left: cleaner.left };
}

/** The elements around the text, the innermost last; null where a page is no text. */
function pathToText(page: Element, measures: PageMeasures): Element[] | null {
  const { prose, letters, linked } = measures.ofElement(page);
  if (prose < leastProse) return null;
  const path = [page];
  for (let around: Element | undefined = page; around;) {
    around = measures
      .partsOf(around)
      .map(({ block }) => block)
      .find((block): block is Element => {
        if (!block || /^(?:p|li|h[1-6]|blockquote|pre)$/.test(block.tagName)) return false;
        const inside = measures.ofElement(block);
        if (inside.prose * 4 < prose * 3 || inside.lines < 2) return false;
        return block.tagName !== 'table' || isLayout(block, (each) => measures.ofElement(each).letters);
      });
    if (around) path.push(around);
  }
  const text = measures.ofElement(path.at(-1) ?? page);
  return text.letters * 2 >= letters - linked ? path : null;
}

class Cleaner {
  left = 0;
  private isBehind = false;

  constructor(
    private readonly measures: PageMeasures,
    private readonly path: ReadonlySet<Element>,
    private readonly text: Element,
    private readonly isTitle: (line: string) => boolean,
  ) {}

  /** What stays of an element on the path. */
  around(element: Element): ElementContent[] {
    const parts = this.measures.partsOf(element);
    if (element === this.text) {
      const kept = parts.flatMap((part) => (this.isBar(part) ? this.leave() : part.nodes));
      this.isBehind = true;
      return kept;
    }
    const inner = parts.find(({ block }) => block && this.path.has(block))?.block ?? this.text;
    // Beside a box around nothing but the text is beside the text.
    const isOnly = this.measures.ofElement(inner).letters === this.measures.ofElement(this.text).letters;
    return parts.flatMap((part) => {
      const { block } = part;
      if (block === inner) return [{ ...inner, children: this.around(inner) }];
      return this.outside(part, isOnly || (block !== null && isLike(block, inner)));
    });
  }

  private leave(): ElementContent[] {
    this.left++;
    return [];
  }

  /** What stays of a part that stands around the text. */
  private outside(part: PagePart, isBeside: boolean): readonly ElementContent[] {
    const { nodes, block } = part;
    const measure = this.measures.of(part);
    if (measure.letters + measure.images === 0) return nodes;
    if (block && this.isBehind && this.isFooter(block, measure)) return this.leave();
    if (this.isKept(part, measure, isBeside)) return nodes;
    const hasText = measure.prose > 0 || measure.ofDocument > 0 || this.hasTitle(part);
    if (!hasText) return this.leave();
    if (!block || /^(?:p|li|h[1-6]|table|ul|ol)$/.test(block.tagName)) return nodes;
    const children = this.measures.partsOf(block).flatMap((each) => this.outside(each, false));
    return [{ ...block, children }];
  }

  private isFooter(block: Element, { ofDocument, prose }: PageMeasure): boolean {
    if (ofDocument > 0 || !isNamed(block, footer)) return false;
    return prose <= mostProseBeside || imprint.test(wordsOf([block]));
  }

  private isKept({ nodes, block }: PagePart, measure: PageMeasure, isBeside: boolean): boolean {
    const { letters, linked, prose, actions, images } = measure;
    const isLarge = letters - linked > mostBeside || prose > mostProseBeside || (block && isData(block));
    if (isLarge && linked * 2 < letters) return true;
    const isHeaded = block !== null && has(block, isHeadOrCaption);
    // Beside the text stands what belongs to it, if nothing speaks against it; so do the heads of what is text.
    if (!isBeside && !isHeaded && prose * 2 <= letters) return false;
    if (linked * 3 >= letters || actions > 0 || (images > 0 && !isHeaded)) return false;
    if (block && has(block, (each) => isNamed(each, named))) return false;
    const words = wordsOf(nodes);
    return !particular.test(words) && !imprint.test(words);
  }

  private hasTitle({ nodes, block }: PagePart): boolean {
    if (!block) return this.isTitle(wordsOf(nodes));
    if (block.tagName === 'h1') return !this.isBehind;
    return this.measures.partsOf(block).some((part) => this.hasTitle(part));
  }

  private isBar(part: PagePart): boolean {
    const { letters, prose, actions, ofDocument } = this.measures.of(part);
    if (letters === 0 || letters > mostOfBar || prose + ofDocument > 0 || this.hasTitle(part)) return false;
    const words = wordsOf(part.nodes);
    if (/[。！？；]/.test(words) || (part.block && isHeadOrCaption(part.block))) return false;
    if (credit.test(words) || (part.block && isNamed(part.block, named))) return true;
    return actions > 0 && button.test(words);
  }
}

function has(element: Element, test: (each: Element) => boolean): boolean {
  return test(element) || find(element, test) !== null;
}

function isHeadOrCaption({ tagName }: Element): boolean {
  return /^(?:h[2-6]|figcaption)$/.test(tagName);
}

/** Whether a part is made as another one: sections of one text are, and answers of one interview. */
function isLike(a: Element, b: Element): boolean {
  const classOf = ({ tagName, properties }: Element): string =>
    `${tagName} ${String(properties['className'])}`;
  return a.properties['className'] !== undefined && classOf(a) === classOf(b);
}

function isNamed({ properties }: Element, pattern: RegExp): boolean {
  const classes = properties['className'];
  const names = [...(Array.isArray(classes) ? classes : []), properties['id'] ?? ''];
  return names.some((name) => pattern.test(String(name)));
}

/** A table of figures or particulars: several columns. */
function isData(block: Element): boolean {
  if (block.tagName !== 'table')
    return block.children.some((child) => child.type === 'element' && isData(child));
  const widths = rowsOf(block).map(
    ({ children }) => children.filter(({ type }) => type === 'element').length,
  );
  return widths.length > 1 && widths.every((width) => width > 1);
}
