import { remedyStatus } from '../../core/coverage/status';
import type { Digest } from '../outcome';
import { clip, pad, widthOf } from './columns';
import { shortNames } from './shortNames';
import type { Run, Writer } from './writer';

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

function coverageTable(run: Run): Writer {
  const table = new CoverageTable(run);
  return {
    render: 'none',
    begin: () => table.begin(),
    document: (_pieces, digest) => table.document(digest),
    end: () => table.end(),
  };
}

/** A row a document, a column a remedy, and below them how many documents have it. */
class CoverageTable {
  private readonly leaves: Run['taxonomy']['categories'];
  private readonly names: ReturnType<typeof shortNames>;
  private readonly nameColumns: number;
  private readonly covered = new Map<string, number>();
  private documents = 0;
  private counted = 0;

  constructor(private readonly run: Run) {
    const { taxonomy, columns, isTerminal, documents } = run;
    this.leaves = taxonomy.categories.filter(({ kind, isLeaf }) => isLeaf && (kind === 'R' || kind === 'S'));
    const room = Math.max(leastNameColumns, columns - 3 * this.leaves.length);
    this.names = shortNames(documents, isTerminal ? room : null);
    this.nameColumns = Math.max(leastNameColumns, this.names.columns);
  }

  /** Two lines of heads: R1 above .1, so that nineteen columns fit into a terminal. */
  async begin(): Promise<void> {
    const { t } = this.run.translator;
    await this.row('', (code) => code.split('.')[0] ?? '');
    await this.row(t('cli.table.document'), (code) => `.${code.split('.')[1] ?? ''}`);
  }

  async document({ path, isPolicyText, coverage }: Digest): Promise<void> {
    const { t } = this.run.translator;
    const name = this.names.of(path);
    this.documents++;
    if (!isPolicyText) {
      await this.run.write(`${this.line(name, [t('cli.table.notPolicy')])}\n`);
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
    await write(`\n${t('cli.table.key')}\n${t('cli.table.total', this.documents, this.counted)}\n`);
    const legend = this.leaves.map(({ code, name }) => `${code} ${translator.name(name)}`);
    await write(`${inColumns(legend, columns)}\n`);
  }

  /** In at most two digits: three would not fit. */
  private share(count: number): string {
    if (this.counted === 0) return '';
    if (count === this.counted) return this.run.translator.t('cli.cell.all');
    return String(Math.min(99, Math.round((100 * count) / this.counted))).padStart(2);
  }

  private async row(name: string, cell: (code: string) => string): Promise<void> {
    const cells = this.leaves.map(({ code }) => cell(code));
    await this.run.write(`${this.line(name, cells)}\n`);
  }

  private line(name: string, cells: readonly string[]): string {
    return `${pad(name, this.nameColumns)} ${cells.map((cell) => pad(cell, 2)).join(' ')}`.trimEnd();
  }
}

function inColumns(names: readonly string[], columns: number): string {
  const width = Math.max(40, ...names.map((name) => widthOf(name) + 2));
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
