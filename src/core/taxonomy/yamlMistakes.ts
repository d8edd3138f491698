import { visit, type Document, type ErrorCode, type YAMLError } from 'yaml';
import { message, type Message } from '../message';

/** What an error of the parser is to somebody who writes a taxonomy by hand. */
interface Mistake {
  readonly code: ErrorCode;
  /** Tells the mistakes of one code apart, by the parser's words; the first that fits is told. */
  readonly words?: RegExp;
  readonly id: string;
}

const mistakes: readonly Mistake[] = [
  { code: 'TAB_AS_INDENT', id: 'taxonomy.yaml.tab' },
  { code: 'BAD_INDENT', words: /^Flow /, id: 'taxonomy.yaml.bracket' },
  { code: 'BAD_INDENT', id: 'taxonomy.yaml.indent' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', words: /sequence/, id: 'taxonomy.yaml.indent' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', id: 'taxonomy.yaml.twoColons' },
  { code: 'MULTILINE_IMPLICIT_KEY', id: 'taxonomy.yaml.noColon' },
  { code: 'MISSING_CHAR', words: /quote$/, id: 'taxonomy.yaml.quote' },
  { code: 'MISSING_CHAR', words: /^Implicit map keys/, id: 'taxonomy.yaml.noColon' },
  { code: 'MISSING_CHAR', words: /^Missing ,/, id: 'taxonomy.yaml.comma' },
  { code: 'MISSING_CHAR', words: /^Sequence item/, id: 'taxonomy.yaml.indent' },
  { code: 'DUPLICATE_KEY', id: 'taxonomy.yaml.twice' },
  { code: 'BAD_SCALAR_START', id: 'taxonomy.yaml.start' },
  { code: 'BAD_ALIAS', id: 'taxonomy.yaml.start' },
  { code: 'BAD_DQ_ESCAPE', id: 'taxonomy.yaml.escape' },
  { code: 'UNEXPECTED_TOKEN', id: 'taxonomy.yaml.unexpected' },
  { code: 'MULTIPLE_DOCS', id: 'taxonomy.yaml.documents' },
];

/** Longest piece of the file that a message repeats. */
const longestPiece = 20;

/** What a message repeats where the parser points at a single character. */
const pieces: Readonly<Partial<Record<ErrorCode, RegExp>>> = {
  BAD_DQ_ESCAPE: /^\\./,
  DUPLICATE_KEY: /^[^\s:]+/,
};

/** An error of the parser in our words; in its own where it is a rare one. */
export function yamlMistake(text: string, { code, message: said, pos: [start, end] }: YAMLError): Message {
  const mistake = mistakes.find(({ code: own, words }) => own === code && (words?.test(said) ?? true));
  if (!mistake) return message('taxonomy.syntax', said);
  const line = /^.*/.exec(text.slice(start))?.[0] ?? '';
  const piece = pieces[code]?.exec(line)?.[0] ?? line.slice(0, end - start);
  return message(mistake.id, short(piece));
}

/**
 * What the parser throws when it follows references, in our words; null for anything else it gives up over.
 *
 * @returns With where the reference stands; a file has too many of them as a whole.
 */
export function aliasMistake(
  document: Document,
  error: unknown,
): { readonly offset: number; readonly message: Message } | null {
  const words = error instanceof ReferenceError ? error.message : '';
  if (words.startsWith('Excessive alias count'))
    return { offset: 0, message: message('taxonomy.yaml.aliases') };
  const name = /^Unresolved alias .*?: (.*)$/.exec(words)?.[1];
  if (name === undefined) return null;
  let offset = 0;
  visit(document, {
    // The first of this name: where it finds nothing before it, it is the one.
    Alias: (_, { source, range }) => {
      if (source !== name) return undefined;
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return { offset, message: message('taxonomy.yaml.alias', short(name)) };
}

function short(piece: string): string {
  return [...piece].slice(0, longestPiece).join('');
}
