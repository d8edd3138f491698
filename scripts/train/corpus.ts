import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold as readGoldFile } from '../../src/core/evaluate/gold';
import { leaves } from './dataset';

/** A coded document: plain text, and the codes of every unit in order. */
export interface CodedDocument {
  readonly name: string;
  readonly text: string;
  readonly codes: readonly (readonly string[])[];
  /** Where each unit stands in the file with the codes, from 1; 0 for a title that stands in its header only. */
  readonly lines: readonly number[];
  /** Written for this project, so training data; the others only measure. */
  readonly isOwn: boolean;
}

/**
 * Reads NAME.txt with NAME.gold.tsv. Throws where they do not fit each other, where a unit has no line, and where a
 * code is misspelt.
 */
export function readGold(folder: string): CodedDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.tsv'))
    .sort()
    .map((file) => {
      const name = file.replace('.gold.tsv', '');
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
      const { units, faults } = readGoldFile(name, text, readFileSync(join(folder, file), 'utf8'));
      const place = join(folder, file);
      const [fault] = faults;
      if (fault) throw new Error(`${place}:${fault.line}: does not fit the text: ${JSON.stringify(fault)}`);
      const lines = units.map(({ id, line }) => {
        if (line === null) throw new Error(`${place}: unit ${id} has no line`);
        return line;
      });
      const codes = units.map((unit) => codesOf(unit.codes, `${place}:${unit.line}`));
      return { name, text, codes, lines, isOwn: false };
    });
}

/** Reads all `.coded` files of a folder, see {@link readOwnDocument}. */
export function readOwn(folder: string): CodedDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.coded'))
    .sort()
    .map((file) => readOwnDocument(folder, file.replace('.coded', '')));
}

/**
 * Reads NAME.coded: `CODES<TAB>UNIT` lines below a header line; an empty line ends a paragraph. Throws where a code is
 * misspelt.
 */
export function readOwnDocument(folder: string, name: string): CodedDocument {
  const file = join(folder, `${name}.coded`);
  const [header = '', ...rows] = readFileSync(file, 'utf8').replaceAll('\r', '').split('\n');
  const codes: string[][] = [];
  const lines: number[] = [];
  const paragraphs: string[] = [];
  let paragraph = '';
  for (const [index, row] of [...rows, ''].entries()) {
    const tab = row.indexOf('\t');
    const unit = tab > 0 ? row.slice(tab + 1).trim() : '';
    if (tab > 0) {
      // The header is line 1.
      const line = index + 2;
      lines.push(line);
      codes.push(codesOf(row.slice(0, tab).split(/[\s,]+/), `${file}:${line}`));
      paragraph += unit;
    }
    // A unit without a final stop ends only where its paragraph does.
    if (paragraph !== '' && !/[。！？；!?;][”’』」）)]*$/.test(unit)) {
      paragraphs.push(paragraph);
      paragraph = '';
    }
  }
  const title = header.replace(/^#\s*/, '').split('|')[0]?.trim() ?? '';
  // The title stands in the header; in a document it is the first line.
  const hasTitle = paragraphs[0] === title;
  return {
    name,
    text: `${(hasTitle ? paragraphs : [title, ...paragraphs]).join('\n')}\n`,
    codes: hasTitle ? codes : [[], ...codes],
    lines: hasTitle ? lines : [0, ...lines],
    isOwn: true,
  };
}

/** The leaves among codes; codes of actors, dimensions and mechanisms are not trained on. */
function codesOf(words: readonly string[], place: string): string[] {
  const wrong = words.find(
    (word) => looksLikeCode.test(word) && !untrained.test(word) && !leaves.includes(word),
  );
  if (wrong !== undefined) throw new Error(`${place}: ${wrong} is no code`);
  return words.filter((word) => leaves.includes(word));
}

/** A letter, and a digit after it: also `r1.2`, `R1`, `R1.22`, `Rl.2` and full-width letters. */
const looksLikeCode = /^\p{L}.*\p{Nd}/u;

const untrained = /^[ATM]\d+$/;
