import { remedyStatus } from '../../core/coverage/status';
import { groupOf } from '../../core/taxonomy/codes';
import type { Digest } from '../outcome';
import { clip, fit, pad, widthOf, wrap } from './columns';
import { shortNames } from './shortNames';
import type { Run, Writer } from './writer';
import { remedyLeaves } from '../../core/taxonomy/kinds';

/** `annotate` for people: the tags of each document. */
export function annotationTextWriter({ write }: Run): Writer {
  return documentsApart('annotationText', write);
}

/** `coverage` for people: one document in full, several as a table. */
export function coverageTextWriter(run: Run): Writer {
  return run.documents.length > 1 ? coverageTable(run) : documentsApart('coverageText', run.write);
}

function documentsApart(render: Writer['render'], write: Run['write']): Writer {
  let separator = '';
  return {
    render,
    begin: async () => undefined,
    document: async (pieces) => {
      await write(separator + [...pieces].join(''));
      separator = '\n';
    },
    end: async () => undefined,
  };
}

/** Least columns for the names of documents, and for what stands above and below them. */
const leastNameColumns = 20;

/** Columns of one cell and the gap before it. */
const cellColumns = 3;

/** What the cells below a name begin with, where a row is too wide for the terminal. */
const indent = '  ';

function coverageTable(run: Run): Writer {
  const table = new CoverageTable(run);
  return {
    render: 'none',
    begin: () => table.begin(),
    document: (_pieces, digest) => table.document(digest),
    end: () => table.end(),
  };
}

type Leaves = Run['taxonomy']['categories'];

/** A row a document, a column a remedy, and below them how many documents have it. */
class CoverageTable {
  private readonly leaves: Leaves;
  /** The leaves of each line below a name; null where all stand beside it. */
  private readonly below: readonly Leaves[] | null;
  private readonly names: ReturnType<typeof shortNames>;
  private readonly nameColumns: number;
  private readonly covered = new Map<string, number>();
  private documents = 0;
  private counted = 0;

  constructor(private readonly run: Run) {
    const { taxonomy, columns, isTerminal, documents } = run;
    this.leaves = remedyLeaves(taxonomy.categories);
    const room = columns - cellColumns * this.leaves.length;
    const isNarrow = isTerminal && room < leastNameColumns;
    this.below = isNarrow ? linesOf(this.leaves, columns) : null;
    this.names = shortNames(documents, isTerminal ? (isNarrow ? columns : room) : null);
    this.nameColumns = Math.max(leastNameColumns, this.names.columns);
  }

  /** Two lines of heads: R1 above .1, so that nineteen columns fit into a terminal. */
  begin(): Promise<void> {
    return this.row(
      this.run.translator.t('cli.table.document'),
      groupOf,
      (code) => /\..*$/u.exec(code)?.[0] ?? '',
    );
  }

  async document({ path, isPolicyText, coverage }: Digest): Promise<void> {
    const { t } = this.run.translator;
    const name = this.names.of(path);
    this.documents++;
    if (!isPolicyText) {
      await this.lines(
        this.below
          ? [name, ...wrap(t('cli.table.notPolicy'), this.run.columns, indent, indent)]
          : [this.line(name, [t('cli.table.notPolicy')])],
      );
      return;
    }
    this.counted++;
    for (const code of [...coverage.covered, ...coverage.thin])
      this.covered.set(code, (this.covered.get(code) ?? 0) + 1);
    await this.row(name, (code) => t(`cli.cell.${remedyStatus(coverage, code)}`));
  }

  async end(): Promise<void> {
    const { translator, columns, write } = this.run;
    const { t } = translator;
    await this.row(t('cli.table.share'), (code) => this.share(this.covered.get(code) ?? 0));
    const notes = [t('cli.table.key'), t('cli.table.total', this.documents, this.counted)];
    await this.lines(['', ...notes.flatMap((note) => (this.below ? fit(note, columns) : [note]))]);
    const legend = this.leaves.map(({ code, name }) => `${code} ${translator.name(name)}`);
    await write(`${inColumns(legend, columns)}\n`);
  }

  /** In at most two digits: three would not fit. */
  private share(count: number): string {
    if (this.counted === 0) return '';
    if (count === this.counted) return this.run.translator.t('cli.cell.all');
    return String(Math.min(99, Math.round((100 * count) / this.counted))).padStart(2);
  }

  /** The cells of a document beside its name, or below it; of several lines of cells, the name stands at the last. */
  private row(name: string, ...cells: readonly ((code: string) => string)[]): Promise<void> {
    if (!this.below)
      return this.lines(
        cells.map((cell, at) =>
          this.line(
            at + 1 < cells.length ? '' : name,
            this.leaves.map(({ code }) => cell(code)),
          ),
        ),
      );
    const below = this.below.flatMap((leaves) =>
      cells.map((cell) => indent + cellsOf(leaves.map(({ code }) => cell(code)))),
    );
    return this.lines([name, ...below]);
  }

  private line(name: string, cells: readonly string[]): string {
    return `${pad(name, this.nameColumns)} ${cellsOf(cells)}`.trimEnd();
  }

  private async lines(lines: readonly string[]): Promise<void> {
    await this.run.write(`${lines.join('\n')}\n`);
  }
}

function cellsOf(cells: readonly string[]): string {
  return cells
    .map((cell) => pad(cell, cellColumns - 1))
    .join(' ')
    .trimEnd();
}

/** Pathways on one line and safeguards on the next, each on as many as it takes. */
function linesOf(leaves: Leaves, columns: number): Leaves[] {
  const most = Math.max(1, Math.floor((columns - indent.length + 1) / cellColumns));
  return (['R', 'S'] as const).flatMap((kind) => {
    const own = leaves.filter((leaf) => leaf.kind === kind);
    return Array.from({ length: Math.ceil(own.length / most) }, (_, line) =>
      own.slice(line * most, (line + 1) * most),
    );
  });
}

function inColumns(names: readonly string[], columns: number): string {
  const width = Math.min(columns + 2, Math.max(40, ...names.map((name) => widthOf(name) + 2)));
  const across = Math.max(1, Math.floor(columns / width));
  const lines: string[] = [];
  for (let at = 0; at < names.length; at += across)
    lines.push(
      names
        .slice(at, at + across)
        .map((name) => pad(clip(name, width - 2), width))
        .join('')
        .trimEnd(),
    );
  return lines.join('\n');
}
