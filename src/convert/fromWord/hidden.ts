import { isParagraph } from './file';
import { attributeOf, child, children } from '../xml';
import { isOn, valueOf } from './styles';

interface Style {
  readonly basedOn: string | null;
  /** Null where the style does not say it. */
  readonly hides: boolean | null;
}

/** Which words of a document Word does not show, by a mark of their own or by a style. */
export class HiddenWords {
  private readonly styles = new Map<string, Style>();
  private readonly defaultStyle: string | null = null;

  /** @param root Of the styles. */
  constructor(root: Element | null) {
    for (const style of children(root, 'style')) {
      const id = attributeOf(style, 'styleId');
      if (id === null) continue;
      this.styles.set(id, {
        basedOn: valueOf(child(style, 'basedOn')),
        hides: stated(child(style, 'rPr')),
      });
      const isDefault = /^(1|true|on)$/.test(attributeOf(style, 'default') ?? '');
      if (isDefault && attributeOf(style, 'type') === 'paragraph') this.defaultStyle = id;
    }
  }

  /** Whether a run has words, and none of them is shown. */
  has(run: Element): boolean {
    if (child(run, 't') === null) return false;
    const properties = child(run, 'rPr');
    const own = stated(properties);
    if (own !== null) return own;
    // What both styles of a run turn on is off (ECMA-376 Part 1, §17.7.3).
    return (
      this.hides(valueOf(child(properties, 'rStyle'))) !== this.hides(styleAround(run) ?? this.defaultStyle)
    );
  }

  private hides(id: string | null): boolean {
    const seen = new Set<string>();
    for (let next = id; next !== null && !seen.has(next);) {
      seen.add(next);
      const style = this.styles.get(next);
      if (!style) return false;
      if (style.hides !== null) return style.hides;
      next = style.basedOn;
    }
    return false;
  }
}

function stated(properties: Element | null): boolean | null {
  const mark = child(properties, 'vanish');
  return mark && isOn(mark);
}

function styleAround(run: Element): string | null {
  let around = run.parentNode as Element | null;
  while (around?.nodeType === 1 && !isParagraph(around)) around = around.parentNode as Element | null;
  return around?.nodeType === 1 ? valueOf(child(child(around, 'pPr'), 'pStyle')) : null;
}
