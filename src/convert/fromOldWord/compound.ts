/** Compound files, in which older Office programs keep their streams ([MS-CFB]). */
import { Bytes } from './bytes';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here on mean something else, such as the end of a chain ([MS-CFB] 2.1). */
const mostSector = 0xfffffffa;
const none = 0xffffffff;
const entrySize = 128;
const miniSector = 64;

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * The streams of a compound file. Files that were cut off or whose chains of sectors run in circles give what can be
 * reached of them.
 */
export class CompoundFile {
  private readonly bytes: Bytes;
  private readonly sectorSize: number;
  private readonly sectors: number;
  private readonly table: readonly number[];
  private readonly entries: readonly Entry[];
  private readonly cutoff: number;
  private readonly miniTable: Bytes;
  private readonly miniStream: Uint8Array;

  /** @throws RangeError where not even its header is whole. */
  constructor(all: Uint8Array) {
    this.bytes = new Bytes(all);
    this.sectorSize = this.bytes.u16(30) === 12 ? 4096 : 512;
    this.sectors = Math.ceil(all.length / this.sectorSize) - 1;
    this.cutoff = this.bytes.u32(56);
    this.table = this.readTable();
    this.entries = this.readEntries(new Bytes(this.chain(this.bytes.u32(48))));
    this.miniTable = new Bytes(this.chain(this.bytes.u32(60)));
    this.miniStream = this.chain(this.entries[0]?.start ?? none);
  }

  /** A stream of the file itself, not of what is embedded in it, whatever the case of its name; null for none. */
  stream(name: string): Uint8Array | null {
    const entry = this.ofRoot().find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!entry) return null;
    const isMini = entry.size < this.cutoff;
    return (isMini ? this.miniChain(entry) : this.chain(entry.start)).subarray(0, entry.size);
  }

  /** Sectors that hold the table of what follows which sector, in their order ([MS-CFB] 2.5). */
  private readTable(): number[] {
    const table: number[] = [];
    for (let at = 76; at < 512; at += 4) table.push(this.bytes.u32(at));
    const seen = new Set<number>();
    for (let next = this.bytes.u32(68); next < this.sectors && !seen.has(next);) {
      seen.add(next);
      const sector = new Bytes(this.sector(next));
      const last = sector.length - 4;
      for (let at = 0; at < last; at += 4) table.push(sector.u32(at));
      next = last > 0 ? sector.u32(last) : none;
    }
    return table;
  }

  private sector(index: number): Uint8Array {
    return this.bytes.all.subarray((index + 1) * this.sectorSize, (index + 2) * this.sectorSize);
  }

  private follower(index: number): number {
    const perSector = this.sectorSize / 4;
    const holder = this.table[Math.floor(index / perSector)] ?? none;
    const at = (holder + 1) * this.sectorSize + (index % perSector) * 4;
    return at + 4 <= this.bytes.length ? this.bytes.u32(at) : none;
  }

  private chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const seen = new Set<number>();
    for (let next = start; next < mostSector && next < this.sectors && !seen.has(next);) {
      seen.add(next);
      parts.push(this.sector(next));
      next = this.follower(next);
    }
    return joined(parts);
  }

  private miniChain({ start, size }: Entry): Uint8Array {
    const parts: Uint8Array[] = [];
    // A chain that names no sector twice is no longer than what it is part of.
    const most = Math.min(size, this.miniStream.length);
    for (let next = start, left = most; left > 0 && next < mostSector; left -= miniSector) {
      const at = next * miniSector;
      if (at >= this.miniStream.length) break;
      parts.push(this.miniStream.subarray(at, at + miniSector));
      if (next * 4 + 4 > this.miniTable.length) break;
      next = this.miniTable.u32(next * 4);
    }
    return joined(parts);
  }

  private readEntries(directory: Bytes): Entry[] {
    const entries: Entry[] = [];
    for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
      const units = Math.max(0, Math.min(31, directory.u16(at + 64) / 2 - 1));
      entries.push({
        name: directory.text(at, Math.floor(units)),
        left: directory.u32(at + 68),
        right: directory.u32(at + 72),
        child: directory.u32(at + 76),
        start: directory.u32(at + 116),
        size: directory.u32(at + 120),
      });
    }
    return entries;
  }

  /** What stands at the top; embedded documents have streams of the same names further down. */
  private ofRoot(): Entry[] {
    const found: Entry[] = [];
    const seen = new Set<number>();
    const waiting = [this.entries[0]?.child ?? none];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = this.entries[index];
      if (!entry || seen.has(index)) continue;
      seen.add(index);
      found.push(entry);
      waiting.push(entry.left, entry.right);
    }
    return found;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
