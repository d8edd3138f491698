/** Builds small old Word files for tests, with one page for the formats of each kind. */

/** Some characters with changes of their properties. */
type Words = readonly [text: string, changes: readonly number[]];

export interface OldParagraph {
  readonly text: string | readonly Words[];
  /** The character at its end. */
  readonly mark?: string;
  readonly style?: number;
  readonly changes?: readonly number[];
}

export interface OldParts {
  /** As they stand in the file, of all parts of the text. */
  readonly paragraphs: readonly OldParagraph[];
  /** The text as stretches of what stands in the file, each with what changes it; the whole, if left out. */
  readonly pieces?: readonly (readonly [from: number, to: number, change?: number])[];
  /** Lists of changes that pieces name. */
  readonly lists?: readonly (readonly number[])[];
  /** Characters of the main text, footnotes, headers, macros, comments, endnotes and boxes. */
  readonly lengths?: readonly number[];
  /** What stands in the table stream, by its number in the list of places. */
  readonly structures?: Readonly<Record<number, readonly number[]>>;
  readonly data?: readonly number[];
  /** One byte a character. */
  readonly isWestern?: boolean;
  readonly signature?: number;
  readonly flags?: number;
}

const textAt = 1024;
const pageSize = 512;

export const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16((value >>> 16) & 0xffff)];
export const utf16 = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => u16(text.charCodeAt(at))).flat();

export function oldWordFile(parts: OldParts): Uint8Array {
  const { paragraphs, isWestern = false, structures = {}, data = [] } = parts;
  const width = isWestern ? 1 : 2;
  const runs = paragraphs.flatMap(({ text, mark = '\r' }): Words[] =>
    typeof text === 'string' ? [[text + mark, []]] : [...text, [mark, []]],
  );
  const text = runs.map(([words]) => words).join('');
  const pages = Math.ceil((textAt + text.length * width) / pageSize);
  const paragraphPage = page(
    paragraphs.map(({ text: own, mark = '\r', style = 0, changes = [] }) => ({
      length: (typeof own === 'string' ? own : own.map(([words]) => words).join('')).length + mark.length,
      entry: paragraphEntry([...u16(style), ...changes]),
    })),
    width,
    13,
  );
  const characterPage = page(
    runs.map(([words, changes]) => ({ length: words.length, entry: [changes.length, ...changes] })),
    width,
    1,
  );
  const list = (number: number): number[] => [
    ...u32(textAt),
    ...u32(textAt + text.length * width),
    ...u32(number),
  ];
  const table: number[] = [0, 0, 0, 0];
  const places = Array.from({ length: 93 }, (): number[] => [...u32(0), ...u32(0)]);
  const all: Readonly<Record<number, readonly number[]>> = {
    1: [...u16(18), ...u16(0), ...u16(10), ...new Array<number>(14).fill(0)],
    12: list(pages + 1),
    13: list(pages),
    33: pieceTable(parts, text, width),
    ...structures,
  };
  for (const [place, content] of Object.entries(all)) {
    places[Number(place)] = [...u32(table.length), ...u32(content.length)];
    for (const byte of content) table.push(byte);
  }
  const stream = new Uint8Array((pages + 2) * pageSize);
  stream.set(head(parts, text.length, places));
  stream.set(isWestern ? Array.from(text, (each) => each.charCodeAt(0)) : utf16(text), textAt);
  stream.set(paragraphPage, pages * pageSize);
  stream.set(characterPage, (pages + 1) * pageSize);
  return compoundFile({
    WordDocument: stream,
    '1Table': Uint8Array.from(table),
    Data: Uint8Array.from(data),
  });
}

function head(
  { lengths, signature = 0xa5ec, flags = 0 }: OldParts,
  length: number,
  places: readonly number[][],
): number[] {
  const counts = new Array<number>(22).fill(0);
  for (const [index, each] of (lengths ?? [length]).entries()) counts[3 + index] = each;
  const base = new Array<number>(32).fill(0);
  base.splice(0, 4, ...u16(signature), ...u16(0xc1));
  base.splice(10, 2, ...u16(0x200 | flags));
  return [
    ...base,
    ...u16(14),
    ...new Array<number>(28).fill(0),
    ...u16(22),
    ...counts.flatMap(u32),
    ...u16(93),
    ...places.flat(),
  ];
}

function pieceTable({ pieces, lists = [] }: OldParts, text: string, width: number): number[] {
  const all = pieces ?? [[0, text.length] as const];
  const ends = all.reduce<number[]>((sums, [from, to]) => [...sums, (sums.at(-1) ?? 0) + to - from], [0]);
  const place = (from: number): number =>
    width === 1 ? ((textAt + from) * 2) | 0x40000000 : textAt + from * 2;
  const table = [
    ...ends.flatMap(u32),
    ...all.flatMap(([from, , change = 0]) => [...u16(0), ...u32(place(from)), ...u16(change)]),
  ];
  return [...lists.flatMap((list) => [1, ...u16(list.length), ...list]), 2, ...u32(table.length), ...table];
}

function paragraphEntry(content: readonly number[]): number[] {
  const padded = content.length % 2 === 0 ? content : [...content, 0];
  return [0, padded.length / 2, ...padded];
}

/** Entries stand at even places, the first one at the end of the page. */
function page(
  entries: readonly { readonly length: number; readonly entry: readonly number[] }[],
  width: number,
  entrySize: number,
): Uint8Array {
  const bytes = new Uint8Array(pageSize);
  let at = textAt;
  let free = pageSize - 1;
  for (const [index, { length, entry }] of entries.entries()) {
    bytes.set(u32(at), index * 4);
    at += length * width;
    free = (free - entry.length) & ~1;
    bytes.set(entry, free);
    bytes[(entries.length + 1) * 4 + index * entrySize] = free / 2;
  }
  bytes.set(u32(at), entries.length * 4);
  bytes[pageSize - 1] = entries.length;
  if (free < (entries.length + 1) * 4 + entries.length * entrySize) throw new Error('too much for one page');
  return bytes;
}

/** A compound file with streams that are long enough to stand in sectors of their own. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const follows: number[] = [0xfffffffd, 0xfffffffe];
  const entries = [entry('Root Entry', 5, 0xffffffff, 1, 0xfffffffe, 0)];
  const bodies: Uint8Array[] = [];
  for (const [index, name] of names.entries()) {
    const content = streams[name] ?? new Uint8Array(0);
    const sectors = Math.max(8, Math.ceil(content.length / 512));
    const body = new Uint8Array(sectors * 512);
    body.set(content);
    bodies.push(body);
    const next = index + 1 < names.length ? index + 2 : 0xffffffff;
    entries.push(entry(name, 2, next, 0xffffffff, follows.length, body.length));
    const first = follows.length;
    for (let at = 0; at < sectors; at++) follows.push(at + 1 < sectors ? first + at + 1 : 0xfffffffe);
  }
  if (follows.length > 128 || entries.length > 4) throw new Error('too much for one sector');
  const file = new Uint8Array((follows.length + 1) * 512);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set([...u16(62), ...u16(3), ...u16(0xfffe), ...u16(9), ...u16(6)], 24);
  file.set([...u32(1), ...u32(1), ...u32(0), ...u32(4096), ...u32(0xfffffffe), ...u32(0)], 44);
  file.set([...u32(0xfffffffe), ...u32(0), ...u32(0)], 68);
  file.fill(255, 80, 512);
  file.fill(255, 512, 1024);
  file.set(follows.flatMap(u32), 512);
  file.set(entries.flat(), 1024);
  let at = 1536;
  for (const body of bodies) {
    file.set(body, at);
    at += body.length;
  }
  return file;
}

function entry(
  name: string,
  type: number,
  next: number,
  child: number,
  start: number,
  size: number,
): number[] {
  const bytes = new Array<number>(128).fill(0);
  bytes.splice(0, name.length * 2, ...utf16(name));
  bytes.splice(64, 4, ...u16((name.length + 1) * 2), type, 1);
  bytes.splice(68, 12, ...u32(0xffffffff), ...u32(next), ...u32(child));
  bytes.splice(116, 8, ...u32(start), ...u32(size));
  return bytes;
}
