import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { message, type Message } from '../message';
import { aliasMistake, yamlMistake } from './yamlMistakes';

/** What is wrong with a taxonomy, where, and how to mend it. */
export interface TaxonomyProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: Message;
}

/** Most problems told at once; more help nobody, and line and advice take time for each. */
export const mostProblems = 50;

/** A path into a file's value, e.g. `['categories', 3, 'indicators', 0, 'id']`. */
export type Path = readonly (string | number)[];

/** A file as data, with the lines of its parts. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** Line of the value at the path, or of the nearest enclosing one there is. */
  lineOf(path: Path): number;
  /** Line of a key of the map at the path. */
  lineOfKey(path: Path, key: string): number;
}

/** A taxonomy is written by hand: the built-in one has 0.2 million characters. */
const mostCharacters = 4_000_000;

/** Reads YAML or JSON. Total: whatever the text, it answers with a file or with what is wrong. */
export function readYaml(name: string, text: string): { file: YamlFile | null; problems: TaxonomyProblem[] } {
  if (text.length > mostCharacters)
    return failed(name, 1, message('taxonomy.tooLarge', text.length, mostCharacters));
  const lines = new LineCounter();
  const source = text.replace(/^\uFEFF/u, '');
  try {
    const document = parseDocument(source, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    const [error] = document.errors;
    if (error) return failed(name, lines.linePos(error.pos[0]).line, yamlMistake(source, error));
    const read = valueOf(document);
    if ('message' in read) return failed(name, lines.linePos(read.offset).line, read.message);
    return { file: { name, value: read.value, ...positions(document, lines) }, problems: [] };
  } catch (error) {
    // Absurd nesting: the parser gives up by throwing.
    const reason = error instanceof Error ? error.message : String(error);
    return failed(name, 1, message('taxonomy.unreadable', reason));
  }
}

function valueOf(
  document: Document,
): { readonly value: unknown } | NonNullable<ReturnType<typeof aliasMistake>> {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    const mistake = aliasMistake(document, error);
    if (mistake) return mistake;
    throw error;
  }
}

function failed(file: string, line: number, message: Message): { file: null; problems: TaxonomyProblem[] } {
  return { file: null, problems: [{ file, line: Math.max(1, line), message }] };
}

function positions(document: Document, lines: LineCounter): Pick<YamlFile, 'lineOf' | 'lineOfKey'> {
  const lineAt = (offset: number | undefined): number =>
    offset === undefined ? 1 : Math.max(1, lines.linePos(offset).line);
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const lineOfKey = (path: Path, key: string): number => {
    const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isMap(map))
      for (const { key: found } of map.items)
        if (isScalar(found) && found.value === key && found.range) return lineAt(found.range[0]);
    return lineOf(path);
  };
  return { lineOf, lineOfKey };
}
