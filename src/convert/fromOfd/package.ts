import { message } from '../../core/message';
import { unpack } from '../archive';
import { ConversionError } from '../unreadable';
import { parseXml } from '../xml';

/**
 * Most bytes that a file's text and markup may unpack to. A page whose characters are objects of their own has about
 * 0.3 MB; pages are read one after the other.
 */
const mostMarkup = 200_000_000;
/** Most bytes of one part, of which all is held at once; reading takes some 35 times as much memory. */
const mostInPart = 20_000_000;

/** Said of what is no OFD file. */
export function notOfd(): ConversionError {
  return new ConversionError(message('report.import.notOfd'));
}

/** A part of the archive. */
export interface OfdPart {
  readonly root: Element;
  /** In small letters. */
  readonly path: string;
  /** Whether its markup is cut off or broken: not all of it was read. */
  readonly isBroken: boolean;
}

/** The parts of an OFD file: an archive of XML (GB/T 33190—2016, 6). */
export class OfdPackage {
  /** By their paths in small letters, without a slash in front: some write them otherwise than they name them. */
  private readonly parts: ReadonlyMap<string, Uint8Array>;
  /** In front of all paths, for archives that were made of the folder with the parts. */
  private readonly folder: string;
  /** Markup read so far: one part may be named again and again. */
  private taken = 0;

  /** @throws ConversionError for what is no OFD file, is encrypted, or too large. */
  constructor(bytes: Uint8Array) {
    const files = unpack(bytes, { markup: /\.xml$/i, mostMarkup, refusal: message('report.import.notOfd') });
    this.parts = new Map(Object.entries(files).map(([name, part]) => [pathOf(name), part]));
    const [entry] = [...this.parts.keys()]
      .filter((path) => /(?:^|\/)ofd\.xml$/.test(path))
      .sort((a, b) => a.length - b.length);
    if (entry === undefined) throw notOfd();
    this.folder = entry.slice(0, -'ofd.xml'.length);
    // GM/T 0099—2020, C.3: it has this name and stands beside the entry.
    if (this.parts.has(`${this.folder}encryptions.xml`))
      throw new ConversionError(message('report.import.encrypted'));
  }

  /**
   * What tells of the documents.
   *
   * @throws ConversionError where that cannot be read.
   */
  entry(): OfdPart {
    const part = this.read('/OFD.xml', '');
    if (!part) throw notOfd();
    return part;
  }

  /**
   * A part, or null where it is not there or no XML.
   *
   * @param location As another part names it: from the root, or from that part's folder. Some leave out the slash that
   * tells the former.
   * @param from The path of that other part.
   * @throws ConversionError when the part is too large, or all that was read so far.
   */
  read(location: string, from: string): OfdPart | null {
    const own = from.slice(0, from.lastIndexOf('/') + 1);
    const folders = /^\s*[\\/]/.test(location) ? [this.folder] : [own, this.folder];
    const path = folders
      .map((folder) => pathOf(folder + location.trim()))
      .find((each) => this.parts.has(each));
    const bytes = path === undefined ? undefined : this.parts.get(path);
    if (path === undefined || !bytes) return null;
    this.taken += bytes.length;
    const most = bytes.length > mostInPart ? mostInPart : mostMarkup;
    if (bytes.length > most || this.taken > most)
      throw new ConversionError(message('report.import.tooLarge', most / 1_000_000));
    return parsed(bytes, path);
  }

  /** The part that an element names, as {@link read} has it; null for no element. */
  readNamed(location: Element | null, from: string): OfdPart | null {
    return location && this.read(location.textContent ?? '', from);
  }
}

function parsed(bytes: Uint8Array, path: string): OfdPart | null {
  let isBroken = false;
  try {
    const document = parseXml(bytes, () => (isBroken = true)) as Document | undefined;
    // What is empty is no document.
    const root = document?.documentElement as Element | null | undefined;
    return root ? { root, path, isBroken } : null;
  } catch {
    return null;
  }
}

/** A path in small letters, with slashes and without steps that lead back. */
function pathOf(name: string): string {
  const steps: string[] = [];
  for (const step of name.toLowerCase().replaceAll('\\', '/').split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}
