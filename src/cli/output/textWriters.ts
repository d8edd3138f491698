import { remedyStatus } from '../../core/coverage/status';
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

function coverageTable({ taxonomy, translator, columns, isTerminal, documents: paths, write }: Run): Writer {
  const { t } = translator;
  const leaves = taxonomy.categories.filter(({ kind, isLeaf }) => isLeaf && (kind === 'R' || kind === 'S'));
  const room = Math.max(leastNameColumns, columns - 3 * leaves.length);
  const names = shortNames(paths, isTerminal ? room : null);
  const nameColumns = Math.max(leastNameColumns, names.columns);
  const covered = new Map<string, number>();
  let documents = 0;
  let counted = 0;
  const row = (name: string, cells: readonly string[]): string =>
    `${pad(name, nameColumns)} ${cells.map((cell) => pad(cell, 2)).join(' ')}`.trimEnd();
  return {
    render: 'none',
    begin: async () => {
      // Two lines of heads: R1 above .1, so that nineteen columns fit into a terminal.
      await write(
        `${row(
          '',
          leaves.map(({ code }) => code.split('.')[0] ?? ''),
        )}\n`,
      );
      await write(
        `${row(
          t('cli.table.document'),
          leaves.map(({ code }) => `.${code.split('.')[1] ?? ''}`),
        )}\n`,
      );
    },
    document: async (_pieces, digest) => {
      documents++;
      if (!digest.isPolicyText) {
        await write(`${row(names.of(digest.path), [t('cli.table.notPolicy')])}\n`);
        return;
      }
      counted++;
      for (const code of [...digest.coverage.covered, ...digest.coverage.thin])
        covered.set(code, (covered.get(code) ?? 0) + 1);
      await write(
        `${row(
          names.of(digest.path),
          leaves.map(({ code }) => t(`cli.cell.${remedyStatus(digest.coverage, code)}`)),
        )}\n`,
      );
    },
    end: async () => {
      // Three digits would not fit.
      const share = (count: number): string =>
        counted === 0
          ? ''
          : count === counted
            ? t('cli.cell.all')
            : String(Math.min(99, Math.round((100 * count) / counted))).padStart(2);
      await write(
        `${row(
          t('cli.table.share'),
          leaves.map(({ code }) => share(covered.get(code) ?? 0)),
        )}\n\n`,
      );
      await write(`${t('cli.table.key')}\n${t('cli.table.total', documents, counted)}\n`);
      const legend = leaves.map(({ code, name }) => `${code} ${translator.name(name)}`);
      await write(`${inColumns(legend, columns)}\n`);
    },
  };
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
