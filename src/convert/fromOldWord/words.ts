import { boxXml, escapeXml, oneRun, pictureXml } from '../writeXml';
import type { Attached, Stretch } from './attached';
import { toggles, type CharacterFormat, type Toggle } from './characterFormat';
import type { OldDocument } from './document';
import { inlineDescription } from './drawings';
import { readFields, type Replacement } from './fields';
import { formXml } from './forms';

/** Names of properties as WordprocessingML has them. */
const elements: Readonly<Record<Toggle, string>> = {
  bold: 'b',
  italic: 'i',
  strike: 'strike',
  caps: 'caps',
  hidden: 'vanish',
};
const toggleNames = Object.keys(toggles) as readonly Toggle[];

/** What characters of Word's own stand for, as WordprocessingML has it; of others, nothing ([MS-DOC] 2.4.1). */
const signs: Readonly<Record<string, string>> = {
  '\t': '<w:tab/>',
  '\v': '<w:br/>',
  '\f': '<w:br w:type="page"/>',
  '\x1e': '<w:noBreakHyphen/>',
  '\x1f': '<w:softHyphen/>',
};

/** Fonts that have signs at places of Unicode that are anybody’s own. */
const ofSigns = /^(?:Wingdings|Webdings|Symbol)/i;

interface WordRun {
  /** Tracked changes are around words; of fields, each mark stands by itself. */
  readonly kind: '' | 'ins' | 'del' | 'whole';
  readonly properties: string;
  content: string;
}

/** The words of paragraphs in a stretch of an old document, as runs of WordprocessingML. */
export class Words {
  private readonly fields: ReadonlyMap<number, Replacement>;
  /** Up to where nothing is shown: an instruction of a field may reach over ends of paragraphs. */
  private shownFrom = 0;

  /** @param contentOf What stands in a box of text, as WordprocessingML. */
  constructor(
    private readonly document: OldDocument,
    private readonly attached: Attached,
    { from, to }: Stretch,
    private readonly contentOf: (box: Stretch) => string,
  ) {
    this.fields = readFields(document.text, from, to, (at) => this.form(at));
  }

  /**
   * Runs of the same properties are one, so that emphasis is not broken up.
   *
   * @param style The number of the paragraph's style.
   */
  xml({ from, to }: Stretch, style: number): string {
    const runs: WordRun[] = [];
    for (const run of this.document.runs(from, to)) {
      const { isDeleted, isInserted } = run.format;
      const kind = isDeleted ? 'del' : isInserted ? 'ins' : '';
      const properties = this.properties(run.format, style);
      for (const part of this.parts(run, run.format)) {
        const made: WordRun = part.isWhole
          ? { kind: 'whole', properties: '', content: part.content }
          : { kind, properties, content: part.content };
        const last = runs.at(-1);
        if (last && last.kind !== 'whole' && last.kind === made.kind && last.properties === made.properties)
          last.content += made.content;
        else runs.push(made);
      }
    }
    return runs.map(runXml).join('');
  }

  private *parts(
    { from, to }: Stretch,
    format: CharacterFormat,
  ): Generator<{ readonly content: string; readonly isWhole: boolean }> {
    for (let at = from; at < to;) {
      const field = this.fields.get(at);
      if (at < this.shownFrom) at = Math.min(this.shownFrom, to);
      else if (field) {
        if (field.xml) yield { content: field.xml, isWhole: true };
        this.shownFrom = field.next;
      } else {
        const end = this.plainEnd(at, format.symbol ? at : to);
        const content = end > at ? this.text(at, end, format) : this.special(at, format);
        if (content) yield { content, isWhole: false };
        at = Math.max(end, at + 1);
      }
    }
  }

  /** Up to where characters stand for themselves. */
  private plainEnd(from: number, limit: number): number {
    let end = from;
    for (; end < limit; end++) {
      const code = this.document.text.charCodeAt(end);
      if (code <= 8 || (code >= 0x13 && code <= 0x15) || this.attached.notes.has(end)) break;
    }
    return end;
  }

  private special(at: number, format: CharacterFormat): string {
    const character = this.document.text.charAt(at);
    const note = this.attached.notes.get(at);
    if (note) {
      const mark = character === '\x02' ? '' : textXml(character);
      return `<w:${note.kind}Reference w:id="${String(note.number)}"/>${mark}`;
    }
    if (character === '\x01') return format.isFormData ? '' : this.picture(format.picture);
    if (character === '\x08') return this.drawn(at);
    if (!format.symbol || character < ' ') return signs[character] ?? '';
    const [font, sign] = format.symbol;
    return signXml(this.document.fonts[font] ?? '', sign);
  }

  private text(from: number, to: number, { font }: CharacterFormat): string {
    const text = this.document.text.slice(from, to);
    const name = this.document.fonts[font ?? -1] ?? '';
    if (!ofSigns.test(name)) return textXml(text);
    return text
      .split(/([\uf020-\uf0ff])/u)
      .map((part, index) => (index % 2 === 1 ? signXml(name, part.charCodeAt(0)) : textXml(part)))
      .join('');
  }

  private picture(place: number | undefined): string {
    const { data } = this.document;
    if (place === undefined || !data) return pictureXml('');
    // That nobody can tell what it shows takes no words away.
    try {
      return pictureXml(inlineDescription(data, place));
    } catch {
      return pictureXml('');
    }
  }

  /** What was filled in at a place of a form; what cannot be read is as empty as one that was not filled in. */
  private form(at: number): string {
    const { data } = this.document;
    const [run] = this.document.runs(at, at + 1);
    const place = run?.format.isFormData ? run.format.picture : undefined;
    try {
      return data && place !== undefined ? formXml(data, place) : '';
    } catch {
      return '';
    }
  }

  /** Pictures and boxes of text that stand beside the lines. */
  private drawn(at: number): string {
    const id = this.attached.shapes.get(at);
    if (id === undefined) return '';
    const drawing = this.document.drawings.get(id);
    const boxes = [...new Set([id, ...(drawing?.ids ?? [])])]
      .map((each) => this.attached.boxes.take(each))
      .filter((each) => each !== null)
      .map((box) => boxXml(this.contentOf(box)));
    return [...(drawing?.pictures ?? []).map(pictureXml), ...boxes].join('');
  }

  private properties({ toggles: own, style: named, vertical }: CharacterFormat, style: number): string {
    const { styles } = this.document;
    const on = toggleNames.map((name) => {
      const value = own[name];
      if (value === undefined || value === 0x80) return '';
      const isOn = value === 0x81 ? !styles.turnsOn(style, name) : value !== 0;
      return `<w:${elements[name]} w:val="${isOn ? '1' : '0'}"/>`;
    });
    const ofStyle = named === undefined ? '' : `<w:rStyle w:val="${String(named)}"/>`;
    return ofStyle + on.join('') + (vertical ? `<w:vertAlign w:val="${vertical}"/>` : '');
  }
}

function runXml({ kind, properties, content }: WordRun): string {
  if (kind === 'whole') return content;
  const run = oneRun(content, properties);
  return kind ? `<w:${kind}>${run}</w:${kind}>` : run;
}

function textXml(text: string): string {
  return text
    .split(/(\p{Cc})/u)
    .map((part) => {
      const words = signs[part] === undefined ? escapeXml(part) : '';
      return signs[part] ?? (words && `<w:t xml:space="preserve">${words}</w:t>`);
    })
    .join('');
}

/** A character of a font whose signs are those of no other. */
function signXml(font: string, sign: number): string {
  const code = sign.toString(16).toUpperCase().padStart(4, '0');
  return `<w:sym w:font="${escapeXml(font)}" w:char="${code}"/>`;
}
