import Papa from 'papaparse';
import { parseDocument } from 'yaml';
import type { Message } from '../rules/model';

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

/** 机关, 年份 and 层级 of a Markdown text's front matter. Total: what is no front matter gives nothing. */
export function frontMatterOf(text: string): Metadata {
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return noMetadata;
  try {
    // The failsafe schema knows strings only: no dates, no numbers, no custom tags.
    const document = parseDocument(found[1] ?? '', { schema: 'failsafe', logLevel: 'silent' });
    const value: unknown = document.toJS({ maxAliasCount: 10 });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return noMetadata;
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
  readonly rows: ReadonlyMap<string, Metadata>;
  readonly problems: readonly Message[];
}

/** Reads a metadata.csv (UTF-8, comma, semicolon or tab). Total: what cannot be used is named in `problems`. */
export function readMetadataCsv(csv: string): MetadataTable {
  const parsed = Papa.parse<Record<string, unknown>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim(),
  });
  const rows = new Map<string, Metadata>();
  const problems: Message[] = [];
  parsed.data.forEach((record, index) => {
    const path = textAt(record, 'path');
    const line = String(index + 2);
    if (path === '') problems.push({ id: 'report.metadata.noPath', args: [line] });
    else if (rows.has(normalize(path))) problems.push({ id: 'report.metadata.twice', args: [line, path] });
    else rows.set(normalize(path), fromRecord(record));
  });
  return { rows, problems };
}

/**
 * Metadata by document path: a row of metadata.csv goes before front matter, key by key. Rows that fit no
 * document are named in `problems`.
 */
export function metadataFor(
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
  table: MetadataTable = { rows: new Map(), problems: [] },
): { readonly value: ReadonlyMap<string, Metadata>; readonly problems: readonly Message[] } {
  const value = new Map<string, Metadata>();
  const used = new Set<string>();
  const keysByName = new Map<string, string[]>();
  for (const key of table.rows.keys()) {
    const list = keysByName.get(nameOf(key));
    if (list) list.push(key);
    else keysByName.set(nameOf(key), [key]);
  }
  for (const path of paths) {
    const whole = normalize(path);
    const candidates = keysByName.get(nameOf(whole)) ?? [];
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
    problems: [...table.problems, ...unused.map((key) => ({ id: 'report.metadata.unused', args: [key] }))],
  };
}

function fromRecord(record: Readonly<Record<string, unknown>>): Metadata {
  const date = textAt(record, 'year');
  return {
    issuer: textAt(record, 'issuer'),
    year: /(?:19|20)\d\d/.exec(date)?.[0] ?? '',
    level: textAt(record, 'level'),
  };
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

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
