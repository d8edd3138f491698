import { countWhile } from '../../core/bisect';
import { message } from '../../core/message';
import { ConversionError } from '../unreadable';
import { Bytes } from './bytes';
import { characterFormat, type CharacterFormat } from './characterFormat';
import { CompoundFile } from './compound';
import { readDrawings, type Drawing } from './drawings';
import { Effort } from './effort';
import { isOfWord97, places, readFileInformation, type FileInformation } from './fileInformation';
import { characterPages, FormattedPlaces, paragraphPages, type Formatted } from './formatPages';
import { noLists, readLists, type Lists } from './lists';
import { paragraphFormat, type ParagraphFormat } from './paragraphFormat';
import { readPieces, type Piece, type PieceTable } from './pieces';
import { readPositions, type Positions } from './positions';
import { readStyleSheet, StyleSheet } from './styleSheet';

/** Characters that share all properties: the first, and the one behind the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly format: CharacterFormat;
}

/**
 * A Word document of the years 1997 to 2003 and what stands in it, by places in its text ([MS-DOC]). What is broken
 * beside the text is left out and counted.
 */
export class OldDocument {
  readonly information: FileInformation;
  readonly styles: StyleSheet;
  readonly lists: Lists;
  readonly fonts: readonly string[];
  readonly drawings: ReadonlyMap<number, Drawing>;
  /** The stream with pictures, and with what is too long for other places. */
  readonly data: Bytes | null;
  private readonly table: Bytes;
  private readonly pieceTable: PieceTable;
  private readonly characters: FormattedPlaces;
  private readonly paragraphs: FormattedPlaces;
  private readonly characterFormats = new Map<Formatted | null, Map<Bytes | null, CharacterFormat>>();
  private readonly paragraphFormats = new Map<Formatted | null, Map<Bytes | null, ParagraphFormat>>();
  private readonly effort: Effort;
  private brokenParts = 0;

  /** @throws ConversionError where it is another kind of file, or its text cannot be found. */
  constructor(bytes: Uint8Array) {
    const file = containerOf(bytes);
    const stream = documentStream(file);
    this.information = informationIn(stream);
    if (this.information.isEncrypted) throw new ConversionError(message('report.import.wordPassword'));
    this.table = new Bytes(file.stream(this.information.tableName) ?? new Uint8Array(0));
    const data = file.stream('Data');
    this.data = data && new Bytes(data);
    this.effort = new Effort(this.data);
    this.pieceTable = this.orBroken(
      () => readPieces(stream, this.structure(places.pieces)),
      () => refuse(),
    );
    const noPlaces = (): FormattedPlaces => new FormattedPlaces([], 1);
    this.characters = this.orBroken(
      () => characterPages(stream, this.structure(places.characterFormats)),
      noPlaces,
    );
    this.paragraphs = this.orBroken(
      () => paragraphPages(stream, this.structure(places.paragraphFormats)),
      noPlaces,
    );
    this.styles = this.orBroken(
      () => readStyleSheet(this.structure(places.styleSheet)),
      () => new StyleSheet(new Map()),
    );
    this.lists = this.orBroken(
      () => this.readLists(),
      () => noLists,
    );
    this.fonts = this.orBroken(
      () => readFonts(this.structure(places.fonts)),
      () => [],
    );
    this.drawings = this.orBroken(
      () => readDrawings(this.structure(places.drawings)),
      () => new Map<number, Drawing>(),
    );
  }

  get text(): string {
    return this.pieceTable.text;
  }

  /** Characters of all parts of the text, as the file says. */
  get told(): number {
    const { main, footnotes, headers, macros, comments, endnotes, boxes, headerBoxes } =
      this.information.lengths;
    return main + footnotes + headers + macros + comments + endnotes + boxes + headerBoxes;
  }

  /** Characters of the text that the file lacks. */
  get missing(): number {
    return this.pieceTable.missing + Math.max(0, this.told - this.text.length);
  }

  /** Places where the file does not say how the text is formatted. */
  get broken(): number {
    return this.brokenParts + this.characters.broken + this.paragraphs.broken;
  }

  /** Places in the text with something said of them; none where that is broken. */
  positions(place: number, size: number): Positions {
    return this.orBroken(
      () => readPositions(this.structure(place), size),
      () => ({ places: [], data: () => new Bytes(new Uint8Array(size)) }),
    );
  }

  /** The characters from one place up to another by their properties. */
  *runs(from: number, to: number): Generator<Run> {
    for (let at = from; at < to;) {
      const piece = this.pieceAt(at);
      if (!piece) return;
      const offsetOf = (cp: number): number => piece.offset + (cp - piece.from) * piece.bytesPerCharacter;
      const end = Math.min(to, piece.to);
      const formatted = this.characters.at(offsetOf(at));
      const change = this.characters.nextChange(offsetOf(at), offsetOf(end));
      const next = Math.max(
        at + 1,
        piece.from + Math.ceil((change - piece.offset) / piece.bytesPerCharacter),
      );
      yield { from: at, to: Math.min(next, end), format: this.characterFormat(formatted, piece.changes) };
      at = next;
    }
  }

  /** The properties of a paragraph, by its last character. */
  paragraphFormat(last: number): ParagraphFormat {
    const piece = this.pieceAt(last);
    const formatted =
      piece && this.paragraphs.at(piece.offset + (last - piece.from) * piece.bytesPerCharacter);
    const changes = piece?.changes ?? null;
    return cached(this.paragraphFormats, formatted, changes, () =>
      this.orBroken(
        () => paragraphFormat(formatted?.style ?? 0, this.effort.modifiers(listsOf(formatted, changes))),
        () => paragraphFormat(formatted?.style ?? 0, []),
      ),
    );
  }

  /** Reads what the text can do without; where that is broken, it is counted, and something else stands for it. */
  orBroken<T>(read: () => T, otherwise: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof ConversionError) throw error;
      this.brokenParts++;
      return otherwise();
    }
  }

  private structure(place: number): Bytes {
    const { start, length } = this.information.place(place);
    return this.table.part(length === 0 ? 0 : start, length);
  }

  private readLists(): Lists {
    const { start, length } = this.information.place(places.lists);
    return length === 0 ? noLists : readLists(this.table, start, this.structure(places.listOverrides));
  }

  private characterFormat(formatted: Formatted | null, changes: Bytes | null): CharacterFormat {
    return cached(this.characterFormats, formatted, changes, () =>
      this.orBroken(
        () => characterFormat(this.effort.modifiers(listsOf(formatted, changes))),
        () => ({ toggles: {} }),
      ),
    );
  }

  private pieceAt(cp: number): Piece | null {
    const { pieces } = this.pieceTable;
    return pieces[countWhile(pieces, ({ to }) => to <= cp)] ?? null;
  }
}

function refuse(): never {
  throw new ConversionError(message('report.import.noWord'));
}

function containerOf(bytes: Uint8Array): CompoundFile {
  try {
    return new CompoundFile(bytes);
  } catch {
    return refuse();
  }
}

/** @throws ConversionError where it is a file of another program, or one with a password. */
function documentStream(file: CompoundFile): Bytes {
  const stream = file.stream('WordDocument');
  if (stream && stream.length >= 512) return new Bytes(stream);
  if (file.stream('EncryptedPackage')) throw new ConversionError(message('report.import.wordPassword'));
  return refuse();
}

/** @throws ConversionError where it is of another version or program. */
function informationIn(stream: Bytes): FileInformation {
  const isRead = isOfWord97(stream);
  if (isRead === null) return refuse();
  if (!isRead) throw new ConversionError(message('report.import.olderWord'));
  try {
    return readFileInformation(stream);
  } catch {
    return refuse();
  }
}

function listsOf(formatted: Formatted | null, changes: Bytes | null): Bytes[] {
  return [formatted?.changes, changes].filter((each) => each !== null && each !== undefined);
}

function cached<T>(
  formats: Map<Formatted | null, Map<Bytes | null, T>>,
  formatted: Formatted | null,
  changes: Bytes | null,
  make: () => T,
): T {
  const known = formats.get(formatted) ?? new Map<Bytes | null, T>();
  formats.set(formatted, known);
  const made = known.get(changes) ?? make();
  known.set(changes, made);
  return made;
}

/** Names of fonts by their numbers ([MS-DOC] 2.9.286, 2.9.82). */
function readFonts(structure: Bytes): string[] {
  const names: string[] = [];
  for (let at = 4; at < structure.length;) {
    const length = structure.u8(at);
    const units = Math.floor((length - 39) / 2);
    names.push(units > 0 ? structure.text(at + 40, units).replace(/\0.*$/s, '') : '');
    at += 1 + length;
  }
  return names;
}
