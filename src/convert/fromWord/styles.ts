/** Reading of WordprocessingML: styles and what paragraphs inherit from them. */
import { attributeOf, child, children } from '../xml';

/** What a paragraph style says of headings and numbering. */
interface ParagraphStyle {
  readonly name: string;
  readonly basedOn: string | null;
  /** 0 for the outermost; null where the style says nothing. */
  readonly outlineLevel: number | null;
  readonly numbering: NumberingReference | null;
  /** How its lines stand; null where the style does not say it. */
  readonly alignment: string | null;
}

export interface NumberingReference {
  /** `0` means: no numbering. Null where only a level is given. */
  readonly id: string | null;
  readonly level: number | null;
}

/** The `w:val` of an element. */
export function valueOf(element: Element | null): string | null {
  return element && attributeOf(element, 'val');
}

/** Whether a property that is on or off is there and on (ECMA-376 Part 1, §17.17.4). */
export function isOn(element: Element | null): boolean {
  return element !== null && !/^(0|false|off)$/.test(valueOf(element) ?? '');
}

/** The style that a paragraph names; null where it names none. */
export function styleOf(paragraph: Element): string | null {
  return valueOf(child(child(paragraph, 'pPr'), 'pStyle'));
}

/** All styles of a document, with inheritance resolved on demand. */
export class WordStyles {
  private readonly styles = new Map<string, ParagraphStyle>();
  private readonly defaultStyle: string | null = null;

  constructor(root: Element | null) {
    for (const style of children(root, 'style')) {
      const id = attributeOf(style, 'styleId');
      if (id === null || attributeOf(style, 'type') !== 'paragraph') continue;
      const properties = child(style, 'pPr');
      this.styles.set(id, {
        name: valueOf(child(style, 'name')) ?? '',
        basedOn: valueOf(child(style, 'basedOn')),
        outlineLevel: levelOf(child(properties, 'outlineLvl')),
        numbering: numberingOf(properties),
        alignment: valueOf(child(properties, 'jc')),
      });
      if (/^(1|true|on)$/.test(attributeOf(style, 'default') ?? '')) this.defaultStyle = id;
    }
  }

  nameOf(id: string | null): string {
    return this.styles.get(id ?? this.defaultStyle ?? '')?.name ?? '';
  }

  /** The level 0–8 of a heading, 9 of text; from the outline level or a built-in heading's name, own or inherited. */
  outlineLevel(id: string | null): number | null {
    for (const style of this.chain(id)) {
      if (style.outlineLevel !== null) return style.outlineLevel;
      const number = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name)?.[1];
      if (number !== undefined) return Number(number) - 1;
    }
    return null;
  }

  /** How the lines of a paragraph stand (`center`); from its own properties or its style. */
  alignmentOf(paragraph: Element): string | null {
    const own = valueOf(child(child(paragraph, 'pPr'), 'jc'));
    if (own !== null) return own;
    for (const { alignment } of this.chain(styleOf(paragraph))) if (alignment !== null) return alignment;
    return null;
  }

  /** The numbering a style brings, and the style of the chain that brings it. */
  numbering(id: string | null): (NumberingReference & { readonly style: string | null }) | null {
    let current = id ?? this.defaultStyle;
    for (const style of this.chain(id)) {
      if (style.numbering?.id !== null && style.numbering !== null)
        return { ...style.numbering, style: current };
      current = style.basedOn;
    }
    return null;
  }

  private *chain(id: string | null): Generator<ParagraphStyle> {
    const seen = new Set<string>();
    for (let next = id ?? this.defaultStyle; next !== null && !seen.has(next);) {
      seen.add(next);
      const style = this.styles.get(next);
      if (!style) return;
      yield style;
      next = style.basedOn;
    }
  }
}

/** The level of an `outlineLvl` element; 9 is body text. */
export function levelOf(element: Element | null): number | null {
  const value = valueOf(element);
  return value !== null && /^[0-9]$/.test(value) ? Number(value) : null;
}

/** The numbering written at a paragraph or style. */
export function numberingOf(properties: Element | null): NumberingReference | null {
  const numbering = child(properties, 'numPr');
  if (!numbering) return null;
  return { id: valueOf(child(numbering, 'numId')), level: levelOf(child(numbering, 'ilvl')) };
}
