/** Builds small OFD files as offices' software writes them; places in millimetres from the upper left corner. */
import { strToU8, zipSync } from 'fflate';

export interface Placed {
  readonly x: number;
  /** Of the line on which the characters stand. */
  readonly y: number;
  /** Of 3.7 mm (10.5 points) unless it is told. */
  readonly size?: number;
  /** Attributes and elements besides, or in place of those that are written. */
  readonly attributes?: string;
  readonly inside?: string;
  /** Steps between the characters, for others than one of the size each. */
  readonly delta?: string;
}

/** A text object whose characters are one em wide. */
export function textObject(
  text: string,
  { x, y, size = 3.7, attributes = '', inside = '', delta }: Placed,
): string {
  const steps = delta ?? `DeltaX="g ${String(Math.max(0, [...text].length - 1))} ${String(size)}"`;
  return (
    `<ofd:TextObject ID="9" Font="1" Size="${String(size)}" Boundary="${String(x)} ${String(y - size)} 170 ${String(size)}" ${attributes}>` +
    `${inside}<ofd:TextCode X="0" Y="${String(size)}" ${steps}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** Characters that are objects of their own, as converters of printed files write them. */
export function singleObjects(text: string, { x, y, size = 3.7 }: Placed): string {
  return [...text]
    .map((character, index) => textObject(character, { x: x + index * size, y, size }))
    .join('');
}

/** The lines of a table: where columns begin and end, and rows. */
export function tableLines(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  const line = (x1: number, y1: number, x2: number, y2: number): string =>
    `<ofd:PathObject ID="8" Boundary="${String(x1)} ${String(y1)} ${String(x2 - x1)} ${String(y2 - y1)}">` +
    `<ofd:AbbreviatedData>M 0 0 L ${String(x2 - x1)} ${String(y2 - y1)}</ofd:AbbreviatedData></ofd:PathObject>`;
  return [...ys.map((y) => line(left, y, right, y)), ...xs.map((x) => line(x, top, x, bottom))].join('');
}

export interface OfdParts {
  /** Written into `CommonData`, and behind the pages of the document. */
  readonly common?: string;
  readonly behind?: string;
  /** Written in front of the content of each page. */
  readonly page?: string;
  /** Other parts by their names, or others in place of those that are written; null takes a part away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** An OFD file of A4 pages. */
export function ofdFile(
  pages: readonly (readonly string[])[],
  { common = '', behind = '', page = '', parts = {} }: OfdParts = {},
): Uint8Array {
  const written: Record<string, string | Uint8Array | null> = {
    'OFD.xml': root('OFD', `<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>`),
    'Doc_0/Document.xml': documentPart(pages.length, common, behind),
    ...Object.fromEntries(
      pages.map((objects, index) => [
        `Doc_0/Pages/Page_${String(index)}/Content.xml`,
        pagePart(objects.join(''), page),
      ]),
    ),
    ...parts,
  };
  const entries = Object.entries(written).flatMap(([name, content]) =>
    content === null ? [] : [[name, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(entries));
}

export function documentPart(pages: number, common = '', behind = ''): string {
  const list = Array.from(
    { length: pages },
    (_, index) => `<ofd:Page ID="${String(index)}" BaseLoc="Pages/Page_${String(index)}/Content.xml"/>`,
  );
  return root(
    'Document',
    `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData>` +
      `<ofd:Pages>${list.join('')}</ofd:Pages>${behind}`,
  );
}

export function pagePart(objects: string, before = ''): string {
  return root('Page', `${before}<ofd:Content><ofd:Layer ID="1">${objects}</ofd:Layer></ofd:Content>`);
}

export function root(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${content}</ofd:${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
