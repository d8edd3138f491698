import { type Matrix } from '../pages/drawn';
import type { PageLine, TextItem } from '../pages/lines';
import { inReadingOrder } from '../pages/order';
import { linesOfPage } from '../pages/page';
import { child, children } from '../xml';
import { unitsIn, type OfdDocument } from './documents';
import { unknown } from './glyphs';
import { DrawnObjects, DrawnTexts, type DrawingBudget } from './objects';
import type { OfdPackage, OfdPart } from './package';
import { withBlanks } from './text';
import { boxOf } from './values';

const pointsPerMillimetre = 72 / 25.4;

/** A page as it was read. */
export interface ReadPage {
  readonly lines: readonly PageLine[];
  /** Whether a part of it, or a template of it, could not be read. */
  readonly isBroken: boolean;
  /** How many texts are not shown and were left out. */
  readonly hidden: number;
  /** How many characters are shapes only. */
  readonly glyphs: number;
}

/** Reads the pages of a document one after the other; templates are read once. */
export class PageReader {
  private readonly templates = new Map<string, OfdPart | null>();

  constructor(
    private readonly files: OfdPackage,
    private readonly document: OfdDocument,
    private readonly budget: DrawingBudget,
  ) {}

  /**
   * @param location Of the page, as the document names it.
   * @param number Of the page in its file, from 1.
   * @returns Null where it cannot be read.
   * @throws ConversionError when there is too much on it.
   */
  async read(location: string, number: number): Promise<ReadPage | null> {
    const part = this.files.read(location, this.document.part.path);
    if (!part) return null;
    const box = boxOf(child(child(part.root, 'Area'), 'PhysicalBox')?.textContent) ?? this.document.box;
    const scale = pointsPerMillimetre;
    const place: Matrix = [scale, 0, 0, -scale, -box.left * scale, (box.top + box.height) * scale];
    const { below, above, isBroken } = this.templatesOf(part);
    const page = { number, units: this.unitsOf(part), budget: this.budget, texts: new DrawnTexts() };
    const drawn = [below, [part], above].map((parts) => {
      const objects = new DrawnObjects(page);
      for (const each of parts)
        for (const layer of layersOf(each))
          objects.take(layer, place, layer.getAttribute('Visible') !== 'false');
      return objects;
    });
    const isScan = drawn.some(({ hasImage }) => hasImage) && isMostlyHidden(drawn);
    const texts = drawn.map(({ items, hidden }) => (isScan ? [...items, ...hidden] : items));
    const items = withBlanks(inReadingOrder(texts));
    return {
      lines: await linesOfPage(items, () => Promise.resolve(drawn.flatMap((objects) => objects.rules()))),
      isBroken: isBroken || part.isBroken || drawn.some(({ lacksGroup }) => lacksGroup),
      hidden: isScan ? 0 : drawn.reduce((sum, { hidden }) => sum + hidden.length, 0),
      glyphs: unknownIn(items),
    };
  }

  private templatesOf({ root }: OfdPart): { below: OfdPart[]; above: OfdPart[]; isBroken: boolean } {
    const [below, above]: OfdPart[][] = [[], []];
    let isBroken = false;
    for (const used of children(root, 'Template')) {
      const template = this.document.templates.get(used.getAttribute('TemplateID') ?? '');
      const part = template ? this.templateAt(template.location) : null;
      isBroken ||= !part || part.isBroken;
      const order = used.getAttribute('ZOrder') ?? template?.order;
      if (part) (order === 'Foreground' ? above : below)?.push(part);
    }
    return { below: below ?? [], above: above ?? [], isBroken };
  }

  private templateAt(location: string): OfdPart | null {
    const known = this.templates.get(location);
    if (known !== undefined) return known;
    const part = this.files.read(location, this.document.part.path);
    this.templates.set(location, part);
    return part;
  }

  /** Groups of the document and those that the page has for itself. */
  private unitsOf(page: OfdPart): ReadonlyMap<string, Element> {
    const own = children(page.root, 'PageRes').map(({ textContent }) => textContent ?? '');
    if (own.length === 0) return this.document.units;
    return new Map([
      ...this.document.units,
      ...own.flatMap((location) => unitsIn(this.files.read(location, page.path))),
    ]);
  }
}

/** The layers of a page, those below others first. */
function layersOf({ root }: OfdPart): Element[] {
  const layers = children(child(root, 'Content'), 'Layer');
  const heightOf = (layer: Element): number =>
    ['Background', 'Body', 'Foreground'].indexOf(layer.getAttribute('Type') ?? 'Body');
  return layers.toSorted((a, b) => heightOf(a) - heightOf(b));
}

/** Recognised text may be marked as not shown, below a scan that has hardly any other, such as a page number. */
function isMostlyHidden(drawn: readonly DrawnObjects[]): boolean {
  const length = (items: readonly TextItem[]): number =>
    items.reduce((sum, { str }) => sum + str.trim().length, 0);
  const shown = length(drawn.flatMap(({ items }) => items));
  return length(drawn.flatMap(({ hidden }) => hidden)) > shown * 4;
}

function unknownIn(items: readonly TextItem[]): number {
  return items.reduce((sum, { str }) => sum + str.split(unknown).length - 1, 0);
}
