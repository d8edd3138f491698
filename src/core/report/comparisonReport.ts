import { categories as categoriesNamed, message } from '../message';
import { compareDocuments, type CategoryChange, type Change } from '../coverage/compare';
import { buildCorpus } from '../coverage/corpus';
import { documentIndices } from '../coverage/indices';
import { categories, category, column, figure, messageCell, none, prose, quotes, row } from './cells';
import { provenanceOf } from './buildReport';
import { noticesOf } from './notices';
import type { ReportInput } from './input';
import type { Cell, Report, Section, Table } from './model';

/** In the order a reader wants them. */
const changes: readonly Change[] = ['lost', 'weakened', 'gained', 'strengthened', 'reworded', 'same'];

/**
 * What became of each category from the first document of the output to the second (draft → final, centre →
 * province, HEAD → working tree), with the sentences side by side.
 *
 * @param input Its output must hold exactly two documents; of more, the first two are compared.
 */
export function buildComparison(input: ReportInput): Report {
  const corpus = buildCorpus(input.output, input.taxonomy);
  const [before, after] = corpus.documents;
  const sections: Section[] = [];
  if (before && after) {
    const found = compareDocuments(corpus, before, after);
    const [old, now] = [documentIndices(corpus, before), documentIndices(corpus, after)];
    const names = (['covered', 'thin', 'coverage', 'mention', 'closure', 'balance', 'pmc'] as const).map(
      (name) =>
        row([
          messageCell(`report.index.${name}`, corpus.remedies.length),
          figure(old[name]),
          figure(now[name]),
        ]),
    );
    sections.push({
      id: 'summary',
      title: message('report.section.summary'),
      charts: [],
      tables: [
        {
          id: 'summary',
          caption: message('report.compare.caption', before.result.path, after.result.path),
          columns: [
            column('report.column.index'),
            column('report.column.before', true),
            column('report.column.after', true),
          ],
          rows: names,
          notes: [],
          isFixed: true,
        },
        overviewTable(found),
      ],
    });
    for (const change of changes) {
      const list = found.filter((each) => each.change === change);
      if (list.length === 0) continue;
      sections.push({
        id: `change-${change}`,
        title: message(`report.change.${change}`),
        charts: [],
        // What did not change is counted; its sentences open with the figures.
        tables: change === 'same' ? [sameTable(list)] : list.map((each) => changeTable(each)),
      });
    }
  }
  return {
    kind: 'comparison',
    title: messageCell('report.title.comparison', before?.result.path ?? '', after?.result.path ?? ''),
    notices: noticesOf(input),
    corpus,
    sections,
    provenance: provenanceOf(input),
  };
}

/** What became of the categories, at a glance. */
function overviewTable(found: readonly CategoryChange[]): Table {
  return {
    id: 'changes',
    caption: message('report.compare.changes'),
    columns: [column('report.column.status'), column('report.column.categories')],
    rows: changes.flatMap((change) => {
      const codes = found.filter((each) => each.change === change).map((each) => each.category);
      const tables = codes.map((code) => (change === 'same' ? sameId : tableIdOf(code)));
      return codes.length === 0
        ? []
        : [row([messageCell(`report.change.${change}`), categories(codes, tables)])];
    }),
    notes: [message('report.compare.note')],
    isFixed: true,
  };
}

/** The table of the categories that did not change. */
const sameId = 'change-same';

/** The table of what became of a category. */
function tableIdOf(code: string): string {
  return `change-${code.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

function sameTable(list: readonly CategoryChange[]): Table {
  return {
    id: sameId,
    caption: message('report.change.same'),
    columns: [
      column('report.column.category'),
      column('report.column.before', true),
      column('report.column.after', true),
    ],
    rows: list.map(({ category: code, before, after }) =>
      row([category(code), figure(before), figure(after)]),
    ),
    notes: [],
  };
}

function changeTable({ category: code, before, after, pairs }: CategoryChange): Table {
  const quote = (index: number | null): Cell => (index === null ? none : quotes([index]));
  return {
    id: tableIdOf(code),
    caption: message('report.change.caption', categoriesNamed([code])),
    columns: [column('report.column.category'), prose('report.column.before'), prose('report.column.after')],
    rows: [
      row([category(code), figure(before), figure(after)]),
      ...pairs.map(({ before: old, after: now, isSame }) =>
        row([
          messageCell(
            isSame
              ? 'report.pair.same'
              : old === null
                ? 'report.pair.added'
                : now === null
                  ? 'report.pair.removed'
                  : 'report.pair.reworded',
          ),
          quote(old),
          quote(now),
        ]),
      ),
    ],
    notes: [],
    // The counts stand over the sentences, and these as in the text.
    isFixed: true,
  };
}
