import { attributeOf, child, children } from '../xml';
import { formatNumber } from './numberFormat';
import { isOn, levelOf, valueOf } from './styles';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1章`, `（%1）`, `%1.%2`. */
  readonly text: string;
  readonly isLegal: boolean;
  /** Paragraph style the level belongs to. */
  readonly style: string | null;
  /** The level (1-based) whose advance starts this one anew; 0 for none, null for any higher one. */
  readonly restart: number | null;
}

interface List {
  readonly abstractId: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels that begin anew where the list is first used, with their value. */
  readonly restarts: ReadonlyMap<number, number>;
}

/**
 * The automatic numbers of a Word document. Word stores only a reference at a paragraph; the number a reader sees
 * is counted while reading in order, as ECMA-376 Part 1 §17.9 describes.
 */
export class WordNumbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(root: Element | null) {
    const abstracts = new Map<string, Element>();
    const byStyleLink = new Map<string, Element>();
    for (const abstract of children(root, 'abstractNum')) {
      abstracts.set(attributeOf(abstract, 'abstractNumId') ?? '', abstract);
      const link = valueOf(child(abstract, 'styleLink'));
      if (link !== null) byStyleLink.set(link, abstract);
    }
    for (const num of children(root, 'num')) {
      const id = attributeOf(num, 'numId');
      let abstract = abstracts.get(valueOf(child(num, 'abstractNumId')) ?? '');
      const linked = abstract ? valueOf(child(abstract, 'numStyleLink')) : null;
      if (linked !== null) abstract = byStyleLink.get(linked) ?? abstract;
      if (id === null || !abstract) continue;
      this.lists.set(id, readList(num, abstract));
    }
  }

  /** The level of a list that belongs to a paragraph style, or null. */
  levelOfStyle(listId: string, style: string): number | null {
    const index = this.lists.get(listId)?.levels.findIndex((level) => level?.style === style) ?? -1;
    return index < 0 ? null : index;
  }

  /**
   * Counts a paragraph and gives its label, e.g. `（二）`; null for bullets, unknown lists and levels without text.
   * Must be called once a numbered paragraph, in document order.
   */
  next(listId: string, levelIndex: number): string | null {
    const list = this.lists.get(listId);
    const level = list?.levels[levelIndex];
    if (!list || !level || level.format === 'bullet') return null;
    const counters = this.counters.get(list.abstractId) ?? [];
    this.counters.set(list.abstractId, counters);
    if (!this.started.has(listId)) {
      this.started.add(listId);
      for (const index of list.restarts.keys()) counters[index] = undefined;
    }
    const before = counters[levelIndex];
    counters[levelIndex] = before === undefined ? (list.restarts.get(levelIndex) ?? level.start) : before + 1;
    for (let deeper = levelIndex + 1; deeper < counters.length; deeper++) {
      const restart = list.levels[deeper]?.restart ?? null;
      if (restart === null || (restart > 0 && levelIndex < restart)) counters[deeper] = undefined;
    }
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const source = list.levels[index];
      if (!source) return '';
      // A level that was skipped counts as begun.
      const value = (counters[index] ??= list.restarts.get(index) ?? source.start);
      return formatNumber(value, level.isLegal ? 'decimal' : source.format);
    });
    return label.trim() === '' ? null : label;
  }
}

function readList(num: Element, abstract: Element): List {
  const levels: (Level | undefined)[] = [];
  const restarts = new Map<number, number>();
  for (const element of children(abstract, 'lvl')) readLevel(element, levels);
  for (const override of children(num, 'lvlOverride')) {
    const index = Number(attributeOf(override, 'ilvl') ?? NaN);
    if (!Number.isInteger(index) || index < 0 || index > 8) continue;
    const start = Number(valueOf(child(override, 'startOverride')) ?? NaN);
    if (Number.isInteger(start)) restarts.set(index, start);
    const level = child(override, 'lvl');
    if (level) readLevel(level, levels);
  }
  return { abstractId: attributeOf(abstract, 'abstractNumId') ?? '', levels, restarts };
}

function readLevel(element: Element, into: (Level | undefined)[]): void {
  const index = Number(attributeOf(element, 'ilvl') ?? NaN);
  if (!Number.isInteger(index) || index < 0 || index > 8) return;
  into[index] = {
    start: Number(valueOf(child(element, 'start')) ?? 1) || 0,
    format: valueOf(child(element, 'numFmt')) ?? 'decimal',
    text: valueOf(child(element, 'lvlText')) ?? '',
    isLegal: isOn(child(element, 'isLgl')),
    style: valueOf(child(element, 'pStyle')),
    restart: levelOf(child(element, 'lvlRestart')),
  };
}
