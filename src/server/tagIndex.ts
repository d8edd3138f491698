import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentResult } from '../core/report/contract';
import type { TextToAnalyze } from '../protocol';
import { isProblemOrRemedy } from '../core/taxonomy/kinds';
import type { Tag } from '../service/tags';

/** UTF-16 units of a sentence that are kept: symbols show fewer. */
const longestQuote = 60;

/** Numbers of a tag: name, quote, start line and character, end line and character. */
const width = 6;

/** The tags of one file as numbers and two strings: a workspace has hundreds of thousands. */
interface IndexedFile {
  readonly rows: Uint32Array;
  /** Category, line feed, section; joined by NUL. */
  readonly names: string;
  /** Joined by NUL. */
  readonly quotes: string;
}

/**
 * Tags of the files that the client had analysed (for the coverage of a workspace), so that references and symbols
 * reach beyond the open documents. A file leaves it when it is opened, changes on disk, or goes with its folder; one
 * that is open and analysed all the same is passed over.
 */
export class TagIndex {
  private readonly byUri = new Map<string, IndexedFile>();

  /** Keeps the P, R and S tags of a text with a URI; others cannot be opened and are not kept. */
  add({ uri, text }: TextToAnalyze, result: DocumentResult): void {
    if (uri === undefined) return;
    const document = TextDocument.create(uri, 'plaintext', 0, text);
    const names = new Map<string, number>();
    const quotes = new Map<string, number>();
    const rows = result.annotations
      .filter(({ kind }) => isProblemOrRemedy(kind))
      .flatMap(({ category, start, end, quote, section }) => {
        const from = document.positionAt(start);
        const to = document.positionAt(end);
        return [
          positionIn(names, `${category}\n${section}`),
          positionIn(quotes, quote.slice(0, longestQuote)),
          ...[from.line, from.character, to.line, to.character],
        ];
      });
    this.byUri.set(uri, { rows: Uint32Array.from(rows), names: joined(names), quotes: joined(quotes) });
  }

  delete(uri: string): void {
    this.byUri.delete(uri);
  }

  /** @param uris Of files and of folders, whose files go along. */
  deleteAll(uris: ReadonlySet<string>): void {
    for (const uri of this.byUri.keys())
      for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1))
        if (uris.has(uri.slice(0, end))) {
          this.byUri.delete(uri);
          break;
        }
  }

  clear(): void {
    this.byUri.clear();
  }

  /**
   * In the order in which the files were analysed; of sentences the beginning is quoted.
   *
   * @param open What they hold now is known better than what a file held when it was analysed.
   */
  *without(open: readonly TextDocument[]): Generator<Tag> {
    const known = new Set(open.map(({ uri }) => uri));
    for (const [uri, { rows, names, quotes }] of this.byUri) {
      if (known.has(uri)) continue;
      const nameList = names.split('\0');
      const quoteList = quotes.split('\0');
      for (let at = 0; at < rows.length; at += width) {
        const [name = 0, quote = 0, line = 0, character = 0, endLine = 0, endCharacter = 0] = rows.subarray(
          at,
          at + width,
        );
        const [category = '', ...section] = (nameList[name] ?? '').split('\n');
        const range = {
          start: { line, character },
          end: { line: endLine, character: endCharacter },
        };
        yield {
          category,
          location: { uri, range },
          quote: quoteList[quote] ?? '',
          section: section.join('\n'),
        };
      }
    }
  }
}

function positionIn(list: Map<string, number>, text: string): number {
  // A text may hold NUL, which stands between the parts.
  const key = text.replaceAll('\0', ' ');
  const known = list.get(key);
  if (known !== undefined) return known;
  list.set(key, list.size);
  return list.size - 1;
}

function joined(list: ReadonlyMap<string, number>): string {
  return [...list.keys()].join('\0');
}
