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

/** A file of a thousand pages whose characters are objects of their own has a million; groups may multiply them. */
const mostObjects = 5_000_000;

/** Counts what is drawn, in all of a file: groups in groups are few words that draw without end. */
export class ObjectBudget {
  private drawn = 0;

  /** @throws ConversionError when they are too many. */
  take(): void {
    if (++this.drawn > mostObjects)
      throw new ConversionError(message('report.import.objects', mostObjects / 10_000));
  }
}

/** What a page draws. */
export class DrawnObjects {
  readonly items: TextItem[] = [];
  /** Of objects that are not shown. */
  readonly hidden: TextItem[] = [];
  private readonly drawn = new DrawnTexts();
  private readonly paths: (readonly [path: Element, data: string, place: Matrix])[] = [];

  /**
   * @param page Which page it is, counted from 1.
   * @param units Groups of objects by their numbers.
   */
  constructor(
    private readonly page: number,
    private readonly units: ReadonlyMap<string, Element>,
    private readonly budget: ObjectBudget,
  ) {}

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
      this.budget.take();
      const isSeen = isShown && object.getAttribute('Visible') !== 'false';
      if (object.localName === 'TextObject') this.takeText(object, place, isSeen);
      else if (object.localName === 'PageBlock' || object.localName === 'Layer')
        this.take(object, place, isSeen, inside);
      else if (object.localName === 'CompositeObject') this.takeGroup(object, place, isSeen, inside);
      else if (object.localName === 'PathObject' && isSeen) this.takePath(object, place);
    }
  }

  private takeText(object: Element, place: Matrix, isSeen: boolean): void {
    const into = isSeen ? this.items : this.hidden;
    for (const item of itemsOfText(object, place)) if (!this.drawn.has(item)) into.push(item);
    if (into.length > mostItems) throw pageTooLarge(this.page);
  }

  private takeGroup(object: Element, place: Matrix, isSeen: boolean, inside: readonly Element[]): void {
    const unit = this.units.get(object.getAttribute('ResourceID') ?? '');
    const content = child(unit ?? null, 'Content');
    if (!content || inside.includes(content)) return;
    this.take(content, product(place, placeOf(object)), isSeen, [...inside, content]);
  }

  private takePath(object: Element, place: Matrix): void {
    const data = child(object, 'AbbreviatedData')?.textContent;
    if (data) this.paths.push([object, data, product(place, placeOf(object))]);
  }
}

/** Finds what is drawn twice: some make letters bold by that, or lay a page over its like. */
class DrawnTexts {
  private readonly places = new Map<string, Set<string>>();

  /** Whether the same text stands there already, or hardly beside; if not, it does from now on. */
  has({ str, height, transform }: TextItem): boolean {
    if (str.trim() === '') return false;
    const [x, y] = [4, 5].map((at) => Math.round((Number(transform[at]) / height) * 10)) as [number, number];
    const places = this.places.get(str) ?? new Set();
    this.places.set(str, places);
    for (const across of [-1, 0, 1])
      for (const up of [-1, 0, 1]) if (places.has(`${String(x + across)} ${String(y + up)}`)) return true;
    places.add(`${String(x)} ${String(y)}`);
    return false;
  }
}
