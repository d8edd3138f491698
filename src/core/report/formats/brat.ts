import type { ReportCategory } from '../../coverage/corpus';
import type { ReportInput } from '../input';
import { noticeWords } from '../notices';
import { archiveNames } from './names';
import { CodePoints } from './positions';

/** A file of an export; names may hold folders. */
export interface TextFile {
  readonly name: string;
  readonly content: string;
}

/**
 * brat standoff: for each document its text (`.txt`) and `.ann` with a text-bound annotation a tag, its stance as an
 * attribute and score and section as a note; `annotation.conf` and `visual.conf` for the folder. Offsets are code
 * points, as brat's server counts; a tag over several lines is discontinuous, as brat demands. Documents whose
 * text is not at hand are left out (and named by the caller).
 */
export function bratFiles(input: ReportInput): readonly TextFile[] {
  const { output, texts } = input;
  const known = output.documents.filter(({ path }) => texts?.has(path));
  const names = archiveNames(known.map(({ path }) => path));
  const files = known.flatMap((document, index) => {
    const text = texts?.get(document.path) ?? '';
    const points = new CodePoints(text);
    const lines: string[] = [];
    document.annotations.forEach(({ category, start, end, quote, stance, score, section }, position) => {
      const number = String(position + 1);
      const pieces = fragments(quote, start, end);
      const spans = pieces.map(
        (piece) => `${String(points.at(piece.start))} ${String(points.at(piece.end))}`,
      );
      lines.push(
        `T${number}\t${typeName(category)} ${spans.join(';')}\t${pieces.map(({ text: part }) => part).join(' ')}`,
      );
      if (stance) lines.push(`A${number}\tStance T${number} ${stance}`);
      lines.push(
        `#${number}\tAnnotatorNotes T${number}\t${oneLine(`score=${String(score)} section=${section}`)}`,
      );
    });
    return [
      { name: `${names[index] ?? ''}.txt`, content: text },
      { name: `${names[index] ?? ''}.ann`, content: lines.map((line) => `${line}\n`).join('') },
    ];
  });
  return [...files, annotationConf(input), visualConf(input)];
}

/** brat allows letters, digits, `-` and `_` in names of types. */
function typeName(code: string): string {
  return code.replace(/[^A-Za-z0-9_-]/g, '-');
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts of a quote between line ends, without empty ones. */
function fragments(quote: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  // Also the rarer line ends, at which brat's parser splits a line.
  // eslint-disable-next-line no-control-regex
  for (const found of quote.matchAll(/[^\r\n\u2028\u2029\u0085\u000b\u000c]+/g))
    pieces.push({ start: start + found.index, end: start + found.index + found[0].length, text: found[0] });
  return pieces.length > 0 ? pieces : [{ start, end, text: oneLine(quote) }];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function provenance(input: ReportInput): string[] {
  const { output } = input;
  const { id, version, fingerprint } = output.taxonomy;
  return [
    `# ${output.tool.name} ${output.tool.version}`,
    `# taxonomy ${id} ${version} fingerprint ${fingerprint}`,
    '# offsets: Unicode code points',
    ...noticeWords(input).map((notice) => `# ${oneLine(notice)}`),
  ];
}

/** Categories that stand on sentences: all but groups. */
function taggable({ taxonomy }: ReportInput): readonly ReportCategory[] {
  const groups = new Set(taxonomy.categories.map(({ parent }) => parent));
  return taxonomy.categories.filter(({ code }) => !groups.has(code));
}

function annotationConf(input: ReportInput): TextFile {
  const types = taggable(input).map(({ code }) => typeName(code));
  return {
    name: 'annotation.conf',
    content: [
      ...provenance(input),
      '[entities]',
      ...types,
      '[relations]',
      '# tags may stand on one sentence',
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      '[events]',
      '[attributes]',
      'Stance\tArg:<ENTITY>, Value:problem|remedy',
      '',
    ].join('\n'),
  };
}

function visualConf(input: ReportInput): TextFile {
  const labels = taggable(input).map(
    ({ code, name }) =>
      `${typeName(code)} | ${oneLine(`${code} ${input.words.name(name)}`).replace(/\|/g, '/')} | ${code}`,
  );
  return {
    name: 'visual.conf',
    content: [...provenance(input), '[labels]', ...labels, '[drawing]', ''].join('\n'),
  };
}
