/** Sections that speak of one document. */
import { message } from '../message';
import { tagsOf, type Corpus, type CorpusDocument } from '../coverage/corpus';
import { countOf } from '../coverage/figure';
import { sectionStrengths } from '../coverage/sections';
import { answerStatus, remedyStatus } from '../coverage/status';
import {
  categories,
  category,
  column,
  figure,
  messageCell,
  none,
  passage,
  prose,
  quotes,
  row,
  status,
  text,
} from './cells';
import type { AnnotationResult } from './contract';
import type { Cell, Row, Table } from './model';
import { primaryRemedies } from '../taxonomy/links';
import { ruleOf } from '../rules';
import { excusedBy } from '../suppress/excused';

/** Sentences written out beside a figure; the figure itself opens all. */
const shownQuotes = 3;

/** Every remedy leaf of one document: covered, thin or missing, with its sentences or the nearest miss. */
export function remedyTable(corpus: Corpus, document: CorpusDocument): Table {
  const nearest = new Map(document.result.nearest.map((each) => [each.category, each]));
  const excused = new Map(document.result.notApplicable?.map(({ category: code, reason }) => [code, reason]));
  const rows = corpus.remedies.map(({ code }): Row => {
    const tags = document.byCategory.get(code) ?? [];
    const reason = excused.get(code);
    const found = remedyStatus(document.result.coverage, code);
    const state = found === 'missing' && reason !== undefined ? 'notApplicable' : found;
    return row([
      category(code),
      status(state),
      figure(countOf(`doc/${String(document.index)}/tags/${code}`, tags)),
      tags.length > 0
        ? quotes(strongest(corpus, tags))
        : reason === undefined
          ? nearMiss(document, nearest.get(code))
          : text(reason),
    ]);
  });
  const showsNearest = stillMissing(document).some((code) => nearest.has(code));
  return {
    id: `remedies-${String(document.index)}`,
    caption: message('report.remedies.caption'),
    columns: [
      column('report.column.category'),
      column('report.column.status'),
      column('report.column.tags', true),
      prose('report.column.quotes'),
    ],
    rows,
    notes: [message('report.remedies.note'), ...(showsNearest ? [message('report.nearest.note')] : [])],
  };
}

/** Missing leaves that the user has not said to be beside the point. */
export function stillMissing({ result }: CorpusDocument): readonly string[] {
  const excused = excusedBy(result.notApplicable);
  return result.coverage.missing.filter((code) => !excused.has(code));
}

function nearMiss(document: CorpusDocument, nearest: AnnotationResult | undefined): Cell {
  if (!nearest) return none;
  return passage(nearest.quote, { document: document.index, start: nearest.start, end: nearest.end });
}

/** Stated problems with what answers them. */
export function problemTable(corpus: Corpus, document: CorpusDocument): Table {
  const at = String(document.index);
  const excused = excusedBy(document.result.notApplicable);
  return {
    id: `problems-${at}`,
    caption: message('report.problems.caption'),
    columns: [
      column('report.column.problem'),
      column('report.column.tags', true),
      column('report.column.status'),
      prose('report.column.answeredBy'),
      prose('report.column.missingPrimary'),
      prose('report.column.quotes'),
    ],
    rows: document.result.coverage.problems.map(({ category: code, status: state, remedies }): Row => {
      const found = document.byCategory.get(code) ?? [];
      const primary = primaryRemedies(corpus.taxonomy, code);
      return row([
        category(code),
        figure(countOf(`doc/${at}/tags/${code}`, found)),
        status(answerStatus(state, remedies, (remedy) => primary.includes(remedy))),
        categories(remedies),
        categories(primary.filter((remedy) => !remedies.includes(remedy) && !excused.has(remedy))),
        quotes(strongest(corpus, found)),
      ]);
    }),
    notes: [message('report.problems.note')],
  };
}

/** Actors, dimensions or mechanisms of one document or of several. */
export function kindTable(
  corpus: Corpus,
  documents: readonly CorpusDocument[],
  kind: 'A' | 'T' | 'M',
  prefix: string,
): Table {
  const rows = corpus.taxonomy.categories
    .filter((each) => each.kind === kind)
    .map(({ code }): Row => {
      const found = tagsOf(documents, code);
      return row([
        category(code),
        figure(countOf(`${prefix}/tags/${code}`, found)),
        quotes(strongest(corpus, found), documents.length > 1),
      ]);
    });
  return {
    id: `kind-${kind}`,
    caption: message(`report.kind.${kind}.caption`),
    columns: [
      column('report.column.category'),
      column('report.column.tags', true),
      prose('report.column.quotes'),
    ],
    rows,
    notes: [],
  };
}

/** Tags of problems, pathways and safeguards by section. */
export function sectionTable(corpus: Corpus, document: CorpusDocument): Table {
  return {
    id: `sections-${String(document.index)}`,
    caption: message('report.sections.caption'),
    columns: [
      column('report.column.section'),
      column('report.column.problemTags', true),
      column('report.column.pathwayTags', true),
      column('report.column.safeguardTags', true),
      prose('report.column.categories'),
    ],
    rows: sectionStrengths(corpus, document).map((each) =>
      row([
        text(each.section === '' ? '—' : each.section),
        figure(each.problems),
        figure(each.pathways),
        figure(each.safeguards),
        categories(each.categories),
      ]),
    ),
    notes: [],
  };
}

/** A rule's id and what it is about. */
function ruleCell(id: string): Cell {
  const title = ruleOf(id)?.title;
  return title ? { kind: 'named', name: { zh: `${id} ${title.zh}`, en: `${id} ${title.en}` } } : text(id);
}

/** The gaps that the rules found. */
export function gapTable(document: CorpusDocument): Table {
  return {
    id: `gaps-${String(document.index)}`,
    caption: message('report.gaps.caption'),
    columns: [
      column('report.column.rule'),
      column('report.column.severity'),
      prose('report.column.message'),
      prose('report.column.place'),
    ],
    rows: document.result.diagnostics.map(({ rule, severity, message: said, quote, start, end }) =>
      row([
        ruleCell(rule),
        messageCell(`report.severity.${severity}`),
        text(said),
        passage(quote, { document: document.index, start, end }),
      ]),
    ),
    notes: [],
  };
}

/** Named policy instruments with their first place. */
export function instrumentTable(document: CorpusDocument): Table {
  return {
    id: `instruments-${String(document.index)}`,
    caption: message('report.instruments.caption'),
    columns: [
      column('report.column.instrument'),
      column('report.column.category'),
      prose('report.column.place'),
    ],
    rows: document.result.instruments.map(({ label, category: code, hits }) => {
      const [first] = hits;
      const place = first && { document: document.index, start: first.start, end: first.end };
      return row([
        { kind: 'named', name: label },
        category(code),
        first ? passage(first.text, place ?? null) : none,
      ]);
    }),
    notes: [message('report.instruments.note')],
  };
}

/** The best-scored quotes, in text order; of equals the earlier. */
export function strongest(corpus: Corpus, list: readonly number[]): number[] {
  const score = (index: number): number => corpus.quotes.score(index);
  const best: number[] = [];
  for (const index of list) {
    const place = best.findIndex((other) => score(index) > score(other));
    if (place >= 0) best.splice(place, 0, index);
    else best.push(index);
    if (best.length > shownQuotes) best.pop();
  }
  return best.sort((a, b) => a - b);
}
