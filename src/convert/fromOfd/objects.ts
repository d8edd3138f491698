import { message } from '../../core/message';
import { mostItems, pageTooLarge } from '../pages/conversion';
import { product, type Matrix } from '../pages/drawn';
import type { TextItem } from '../pages/lines';
import type { Rule } from '../pages/rules';
import { ConversionError } from '../unreadable';
import { child, elementsIn } from '../xml';
import { rulesOfPath } from './paths';
import { itemsOfText } from './text';
import { placeOf } from './values';

/** A file of a thousand pages whose characters are objects of their own has two million of both. */
const mostDrawn = 10_000_000;
/** Characters of a path's data that are as much work as one object. */
const pathUnit = 100;

/**
 * Counts the objects and characters that are drawn in all of a file: groups in groups, and pages that all draw one
 * template, are few words that draw without end.
 */
export class DrawingBudget {
  private drawn = 0;

  /** @throws ConversionError when they are too many. */
  take(count: number): void {
    this.drawn += count;
    if (this.drawn > mostDrawn)
      throw new ConversionError(message('report.import.objects', mostDrawn / 10_000));
  }
}

/** What the parts of one page share: templates and what it draws itself. */
export interface DrawnPage {
  /** Which page of its file it is, from 1. */
  readonly number: number;
  /** Groups of objects by their numbers. */
  readonly units: ReadonlyMap<string, Element>;
  readonly budget: DrawingBudget;
  readonly texts: DrawnTexts;
}

/** What a page, or a template of it, draws. */
export class DrawnObjects {
  readonly items: TextItem[] = [];
  /** Of objects that are not shown. */
  readonly hidden: TextItem[] = [];
  hasImage = false;
  /** Whether a group that is drawn is nowhere to be found. */
  lacksGroup = false;
  private readonly paths: (readonly [path: Element, data: string, place: Matrix])[] = [];

  constructor(private readonly page: DrawnPage) {}

  /** The lines that are drawn. */
  rules(): Rule[] {
    return this.paths.flatMap(([path, data, place]) => rulesOfPath(path, data, place));
  }

  /**
   * Takes in what an element holds: a layer, a block, a group.
   *
   * @param place From the element's own places to points on the page.
   * @param inside Groups that are being drawn: one that holds itself is left out.
   * @throws ConversionError when there is too much of it.
   */
  take(parent: Element, place: Matrix, isShown = true, inside: readonly Element[] = []): void {
    for (const object of elementsIn(parent)) {
      this.page.budget.take(1);
      const isSeen = isShown && object.getAttribute('Visible') !== 'false';
      if (object.localName === 'TextObject') this.takeText(object, place, isSeen);
      else if (object.localName === 'PageBlock' || object.localName === 'Layer')
        this.take(object, place, isSeen, inside);
      else if (object.localName === 'CompositeObject') this.takeGroup(object, place, isSeen, inside);
      else if (object.localName === 'PathObject' && isSeen) this.takePath(object, place);
      else if (object.localName === 'ImageObject' && isSeen) this.hasImage = true;
    }
  }

  private takeText(object: Element, place: Matrix, isSeen: boolean): void {
    const into = isSeen ? this.items : this.hidden;
    for (const item of itemsOfText(object, place)) {
      this.page.budget.take(item.str.length);
      if (!this.page.texts.has(item)) into.push(item);
    }
    if (into.length > mostItems) throw pageTooLarge(this.page.number);
  }

  private takeGroup(object: Element, place: Matrix, isSeen: boolean, inside: readonly Element[]): void {
    const unit = this.page.units.get(object.getAttribute('ResourceID') ?? '');
    const content = child(unit ?? null, 'Content');
    this.lacksGroup ||= !unit;
    if (!content || inside.includes(content)) return;
    this.take(content, product(place, placeOf(object)), isSeen, [...inside, content]);
  }

  private takePath(object: Element, place: Matrix): void {
    const data = child(object, 'AbbreviatedData')?.textContent;
    if (!data) return;
    this.page.budget.take(Math.ceil(data.length / pathUnit));
    this.paths.push([object, data, product(place, placeOf(object))]);
  }
}

/** Finds what is drawn twice: some make letters bold by that, or lay a page over its like. */
export class DrawnTexts {
  /** By size and text. */
  private readonly places = new Map<string, Set<string>>();

  /** Whether the same text stands there already, or hardly beside; if not, it does from now on. */
  has({ str, height, transform }: TextItem): boolean {
    if (str.trim() === '') return false;
    const [x = 0, y = 0] = [4, 5].map((at) => Math.round((Number(transform[at]) / (height || 1)) * 10));
    // Places count in characters: those of another size have other ones.
    const key = `${height.toPrecision(3)} ${str}`;
    const places = this.places.get(key) ?? new Set();
    this.places.set(key, places);
    for (const across of [-1, 0, 1])
      for (const up of [-1, 0, 1]) if (places.has(`${String(x + across)} ${String(y + up)}`)) return true;
    places.add(`${String(x)} ${String(y)}`);
    return false;
  }
}
