import Papa from 'papaparse';
import { parseDocument } from 'yaml';
import { message, type Message } from '../message';
import { grouped } from '../grouped';
import { yamlFrontMatter } from '../text/frontMatter';
import { baseName } from '../text/fileName';
import { digitOf, plainDigits } from '../text/outline/chineseNumber';

/** Who issued a document, when and on which level; empty where nobody says so. */
export interface Metadata {
  readonly issuer: string;
  /** Four digits. */
  readonly year: string;
  readonly level: string;
}

export const noMetadata: Metadata = { issuer: '', year: '', level: '' };

/** Headings of front matter and of metadata.csv, in Chinese and English. */
const keys: Readonly<Record<'path' | keyof Metadata, readonly string[]>> = {
  path: ['path', 'file', 'document', '文件', '路径', '文档', '文件名'],
  issuer: ['issuer', 'agency', '机关', '发文机关', '单位', '部门'],
  year: ['year', 'date', '年份', '年度', '日期', '发布日期', '成文日期'],
  level: ['level', '层级', '级别'],
};

/** 机关, 年份 and 层级 of a text's front matter. Total: what is no front matter gives nothing. */
export function frontMatterOf(text: string): Metadata {
  const front = yamlFrontMatter(text);
  if (!front) return noMetadata;
  try {
    // The failsafe schema knows strings only: no dates, no numbers, no custom tags.
    const document = parseDocument(text.slice(front.body.start, front.body.end), {
      schema: 'failsafe',
      logLevel: 'silent',
    });
    const value: unknown = document.toJS({ maxAliasCount: 10 });
    if (typeof value !== 'object' || value === null) return noMetadata;
    const entries = Object.entries(value);
    // Of broken YAML only plain values are believed: a list may have swallowed what follows it.
    return fromRecord(
      Object.fromEntries(
        document.errors.length > 0 ? entries.filter(([, each]) => typeof each === 'string') : entries,
      ),
    );
  } catch {
    return noMetadata;
  }
}

/** A metadata.csv: one row a document, found by its path or by a file name that is unique. */
export interface MetadataTable {
  /** What the file is called, for those who mend it. */
  readonly name: string;
  readonly rows: ReadonlyMap<string, Metadata>;
  readonly problems: readonly Message[];
}

/** Metadata by document path, and what is wrong with the table. */
export interface DocumentsMetadata {
  readonly value: ReadonlyMap<string, Metadata>;
  /** Each names the table last among its arguments. */
  readonly problems: readonly Message[];
}

/** Reads a metadata.csv (UTF-8, comma, semicolon or tab). Total: what cannot be used is named in `problems`. */
export function readMetadataCsv(csv: string, name = 'metadata.csv'): MetadataTable {
  const table = readCsv(csv, name);
  const rows = new Map<string, Metadata>();
  const problems = [...table.problems];
  // One word on the heading, not one on each row.
  if (!table.heading.some(namesPath)) return { name, rows, problems };
  for (const row of table.rows) {
    const record = recordOf(table.heading, row.values);
    const path = textAt(record, 'path');
    const line = String(row.line);
    const [has, wants] = [row.values.length, table.heading.length];
    if (has !== wants) problems.push(message('report.metadata.columns', line, has, wants, name));
    const date = textAt(record, 'year');
    if (date !== '' && yearIn(date) === '') problems.push(message('report.metadata.year', line, date, name));
    if (path === '') problems.push(message('report.metadata.noPath', line, name));
    else if (rows.has(normalize(path))) problems.push(message('report.metadata.twice', line, path, name));
    else rows.set(normalize(path), fromRecord(record));
  }
  return { name, rows, problems };
}

/** A row of a CSV text and the line it begins on, from 1. */
interface CsvRow {
  readonly line: number;
  readonly values: readonly string[];
}

/** The first row that is not blank, the others below it, and what keeps some of those from being read. */
interface CsvTable {
  readonly heading: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly Message[];
}

function readCsv(csv: string, file: string): CsvTable {
  const text = csv.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // Blank rows would mislead the guess at the separator, but count as lines.
  const { delimiter } = Papa.parse<string[]>(text, { preview: 1, skipEmptyLines: 'greedy' }).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const quotes = errors.filter(({ type }) => type === 'Quotes');
  // A mark out of place may have swallowed the rows that follow: nothing of such a row is believed.
  const broken = new Set(quotes.map(({ row }) => row));
  const all = numbered(data).map((row, index) => ({ ...row, isBroken: broken.has(index) }));
  const [first, ...others] = all.filter(({ values }) => values.some((value) => value.trim() !== ''));
  const lines = new Set(quotes.map(({ index = 0 }) => 1 + lineEndsIn(text.slice(0, index))));
  const heading = first?.values.map((name) => name.trim()) ?? [];
  return {
    heading,
    rows: others.filter(({ isBroken }) => !isBroken),
    problems: [
      ...[...lines].map((line) => message('report.metadata.quotes', line, file)),
      ...(first?.values.length === 1 ? [message('report.metadata.oneColumn', first.line, file)] : []),
      ...(first && first.values.length > 1 && !heading.some(namesPath)
        ? [message('report.metadata.noPathColumn', first.line, file)]
        : []),
    ],
  };
}

/** Rows with the lines they begin on; a value in quotation marks may run over several. */
function numbered(rows: readonly (readonly string[])[]): CsvRow[] {
  let next = 1;
  return rows.map((values) => {
    const line = next;
    next += 1 + lineEndsIn(values.join(''));
    return { line, values };
  });
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Values by the names of their columns; of columns with the same name the first counts. */
function recordOf(heading: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    heading.flatMap((name, index) =>
      heading.indexOf(name) === index ? [[name, values[index] ?? ''] as const] : [],
    ),
  );
}

/**
 * Metadata by document path: a row of metadata.csv goes before front matter, key by key. Rows that fit no
 * document are named in `problems`.
 */
export function metadataFor(
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
  table: MetadataTable = { name: '', rows: new Map(), problems: [] },
): DocumentsMetadata {
  const value = new Map<string, Metadata>();
  const used = new Set<string>();
  const keysByName = grouped(table.rows.keys(), baseName);
  for (const path of paths) {
    const whole = normalize(path);
    const candidates = keysByName.get(baseName(whole)) ?? [];
    const fitting = candidates.filter((key) => whole === key || whole.endsWith(`/${key}`));
    // The longest path that fits says most.
    const key = fitting.sort((a, b) => b.length - a.length)[0];
    const row = key === undefined ? noMetadata : (table.rows.get(key) ?? noMetadata);
    if (key !== undefined) used.add(key);
    const front = frontMatterOf(texts.get(path) ?? '');
    value.set(path, {
      issuer: row.issuer || front.issuer,
      year: row.year || front.year,
      level: row.level || front.level,
    });
  }
  const unused = [...table.rows.keys()].filter((key) => !used.has(key));
  return {
    value,
    problems: [...table.problems, ...unused.map((key) => message('report.metadata.unused', key, table.name))],
  };
}

function fromRecord(record: Readonly<Record<string, unknown>>): Metadata {
  const date = textAt(record, 'year');
  return {
    issuer: textAt(record, 'issuer'),
    year: yearIn(date),
    level: textAt(record, 'level'),
  };
}

/** The first year of this century or the last, also in Chinese digits (二〇二四年) and full-width ones. */
function yearIn(date: string): string {
  const plain = date
    .replace(/[○Ｏ]/g, '〇')
    .replace(/[零〇一二三四五六七八九]/g, (digit) => String(digitOf(digit)));
  return /(?:19|20)\d\d/.exec(plainDigits(plain))?.[0] ?? '';
}

function namesPath(heading: string): boolean {
  return keys.path.includes(heading.toLowerCase());
}

function textAt(record: Readonly<Record<string, unknown>>, field: keyof typeof keys): string {
  for (const [name, value] of Object.entries(record)) {
    if (!keys[field].includes(name.trim().toLowerCase())) continue;
    // Several issuers are a list in YAML and one value for grouping.
    const words = (Array.isArray(value) ? value : [value])
      .filter((each): each is string => typeof each === 'string' && each.trim() !== '')
      .map((each) => each.trim());
    if (words.length > 0) return words.join('、');
  }
  return '';
}

function normalize(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
