import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A coded document: plain text, and the codes of every unit in order. */
export interface CodedDocument {
  readonly name: string;
  readonly text: string;
  readonly codes: readonly (readonly string[])[];
  /** Written for this project, so always training data, never part of a figure. */
  readonly isOwn: boolean;
  /** Name of the published document it retells; no model that saw it is measured on that document. */
  readonly retells: string | null;
}

/** Reads NAME.txt with NAME.gold.tsv (columns: unit, start, end, codes). */
export function readGold(folder: string): CodedDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.tsv'))
    .sort()
    .map((file) => {
      const name = file.replace('.gold.tsv', '');
      const codes = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => /^\d/.test(line))
        .map((line) => codesOf(line.split('\t')[3] ?? ''));
      return {
        name,
        text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
        codes,
        isOwn: false,
        retells: null,
      };
    });
}

/** Reads `CODES<TAB>UNIT` lines below a header line; an empty line ends a paragraph. */
export function readOwn(folder: string): CodedDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.coded'))
    .sort()
    .map((file) => {
      const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8')
        .replaceAll('\r', '')
        .split('\n');
      const codes: string[][] = [];
      const paragraphs: string[] = [];
      let paragraph = '';
      for (const line of [...lines, '']) {
        const tab = line.indexOf('\t');
        const unit = tab > 0 ? line.slice(tab + 1).trim() : '';
        if (tab > 0) {
          codes.push(codesOf(line.slice(0, tab)));
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
        name: file.replace('.coded', ''),
        text: `${(hasTitle ? paragraphs : [title, ...paragraphs]).join('\n')}\n`,
        codes: hasTitle ? codes : [[], ...codes],
        isOwn: true,
        retells: null,
      };
    });
}

function codesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((code) => /^[PRS]\d\.\d$/.test(code));
}

/** Reads retellings: NAME.coded retells NAME, and so do NAME~2.coded, NAME~3.coded. */
export function readRetold(folder: string): CodedDocument[] {
  return readOwn(folder).map((document) => ({
    ...document,
    name: `retold ${document.name}`,
    retells: document.name.replace(/~\d+$/, ''),
  }));
}
