/** What is drawn in a document ([MS-ODRAW]), as far as readers have words for it. */
import type { Bytes } from './bytes';

export interface Drawing {
  /** Its number, and those of what is grouped in it. */
  readonly ids: readonly number[];
  /** For each picture in it, what its author says of it; may be empty. */
  readonly pictures: readonly string[];
}

interface Shape {
  readonly id: number;
  readonly picture: string | null;
}

const kinds = { drawing: 0xf002, group: 0xf003, shape: 0xf004, head: 0xf00a, properties: 0xf00b };
const pictureFrame = 75;
const description = 0x381;
/** Most characters of what is said of a picture. */
const mostDescription = 1000;
/** Deeper than anybody groups drawings. */
const mostDepth = 20;

/** By the number that their places in the text name; what cannot be read is left out. */
export function readDrawings(content: Bytes): Map<number, Drawing> {
  const found = new Map<number, Drawing>();
  const [groups] = recordsIn(content);
  if (!groups) return found;
  // A byte before each drawing tells that of the text from that of headers.
  for (let at = groups.end + 1; at + 8 <= content.length;) {
    const drawing = recordAt(content, at);
    for (const { kind, body } of recordsIn(drawing.body))
      if (kind === kinds.group)
        for (const each of drawingsIn(body)) if (each.ids[0] !== undefined) found.set(each.ids[0], each);
    at = drawing.end + 1;
  }
  return found;
}

/** What the author of a picture that stands in a line says of it; may be empty. */
export function inlineDescription(data: Bytes, at: number): string {
  const length = data.u32(at);
  const head = data.u16(at + 4);
  const body = data.part(at, Math.min(length, data.length - at));
  // The name of a file may stand in between.
  const start = body.u16(6) === 0x66 ? head + 1 + body.u8(head) : head;
  const [shape] = recordsIn(body.part(start, body.length - start));
  return shape?.kind === kinds.shape ? (readShape(shape.body)?.picture ?? '') : '';
}

interface DrawingRecord {
  readonly kind: number;
  readonly instance: number;
  readonly body: Bytes;
  readonly end: number;
}

function recordAt(bytes: Bytes, at: number): DrawingRecord {
  const length = Math.min(bytes.u32(at + 4), bytes.length - at - 8);
  return {
    kind: bytes.u16(at + 2),
    instance: bytes.u16(at) >> 4,
    body: bytes.part(at + 8, length),
    end: at + 8 + length,
  };
}

function recordsIn(bytes: Bytes): DrawingRecord[] {
  const records: DrawingRecord[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const record = recordAt(bytes, at);
    records.push(record);
    at = record.end;
  }
  return records;
}

/** The members of a group, each by itself. */
function drawingsIn(group: Bytes): Drawing[] {
  return recordsIn(group).flatMap(({ kind, body }) => {
    const shapes = kind === kinds.group ? shapesIn(body, 0) : [readShape(body)];
    const known = shapes.filter((each) => each !== null);
    const pictures = known.map(({ picture }) => picture).filter((each) => each !== null);
    return [{ ids: known.map(({ id }) => id), pictures }];
  });
}

function shapesIn(group: Bytes, depth: number): (Shape | null)[] {
  if (depth > mostDepth) return [];
  return recordsIn(group).flatMap(({ kind, body }) =>
    kind === kinds.group ? shapesIn(body, depth + 1) : kind === kinds.shape ? [readShape(body)] : [],
  );
}

function readShape(bytes: Bytes): Shape | null {
  const records = recordsIn(bytes);
  const head = records.find(({ kind }) => kind === kinds.head);
  if (!head || head.body.length < 4) return null;
  const properties = records.find(({ kind }) => kind === kinds.properties);
  const text = properties ? descriptionIn(properties) : '';
  return { id: head.body.u32(0), picture: head.instance === pictureFrame ? text : null };
}

/** Properties are a list of numbers, behind which stand those that take more room ([MS-ODRAW] 2.2.9). */
function descriptionIn({ instance: count, body }: DrawingRecord): string {
  let at = count * 6;
  for (let index = 0; index * 6 + 6 <= body.length && index < count; index++) {
    const name = body.u16(index * 6);
    const length = body.u32(index * 6 + 2);
    if ((name & 0x8000) === 0) continue;
    if ((name & 0x3fff) === description && at + length <= body.length)
      return body.text(at, Math.min(Math.floor(length / 2), mostDescription)).replace(/\0.*$/s, '');
    at += length;
  }
  return '';
}
