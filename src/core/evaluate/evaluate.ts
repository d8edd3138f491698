import { countWhile } from '../bisect';
import { codedLeaves } from '../taxonomy/kinds';
import type { Taxonomy } from '../taxonomy/model';
import type { Span } from '../text/model';
import type { GoldUnit } from './gold';
import {
  leastSupport,
  type CategoryScore,
  type Confusion,
  type EvaluatedDocument,
  type Evaluation,
  type Prediction,
  type Score,
  type SummaryScore,
  type UnitError,
} from './model';

interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** One unit with both sides' codes, only codes of the taxonomy. */
interface CodedUnit {
  readonly unit: GoldUnit;
  readonly gold: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, Prediction['annotations'][number]>;
}

/**
 * Compares tags with people's codes, unit by unit over the P, R and S leaves, their groups, and document by document
 * for missing remedies. A tag counts for a unit when it covers at least half of the shorter of the two.
 */
export function evaluate(documents: readonly EvaluatedDocument[], taxonomy: Taxonomy): Evaluation {
  const leaves = codedLeaves(taxonomy.categories);
  const codes = leaves.map(({ code }) => code);
  const remedies = leaves.filter(({ kind }) => kind !== 'P').map(({ code }) => code);
  const groupOf = new Map(leaves.map(({ code, parent }) => [code, parent ?? code]));
  const groups = [...new Set(groupOf.values())];

  const leafCounts = new Map<string, Counts>();
  const groupCounts = new Map<string, Counts>();
  const missing: Counts = { tp: 0, fp: 0, fn: 0 };
  const confusions = new Map<string, number>();
  const unknown = new Map<string, number>();
  const errors: UnitError[] = [];
  let units = 0;
  let exact = 0;
  for (const document of documents) {
    const present = new Set<string>();
    for (const coded of codedUnits(document, groupOf, unknown)) {
      units++;
      for (const code of coded.gold) present.add(code);
      const found = new Set(coded.found.keys());
      count(leafCounts, coded.gold, found);
      count(groupCounts, mapped(coded.gold, groupOf), mapped(found, groupOf));
      const wrong = errorsOf(coded, document);
      if (wrong.length === 0) exact++;
      errors.push(...wrong);
      countConfusions(confusions, coded.gold, found);
    }
    const said = new Set(document.prediction.missing);
    for (const code of remedies) {
      if (said.has(code) && !present.has(code)) missing.tp++;
      else if (said.has(code)) missing.fp++;
      else if (!present.has(code)) missing.fn++;
    }
  }
  const cells = documents.length * remedies.length;
  return {
    documents: documents.length,
    units,
    exactUnits: exact / (units || 1),
    leaf: summary(leafCounts, codes),
    group: summary(groupCounts, groups),
    problems: scoreOf(
      total(
        leafCounts,
        codes.filter((code) => !remedies.includes(code)),
      ),
    ),
    remedies: scoreOf(total(leafCounts, remedies)),
    missing: { ...scoreOf(missing), accuracy: (cells - missing.fp - missing.fn) / (cells || 1) },
    categories: each(leafCounts, codes),
    groups: each(groupCounts, groups),
    confusions: sortedConfusions(confusions, codes),
    errors,
    unknownCodes: [...unknown].map(([code, times]) => ({ code, count: times })),
  };
}

function codedUnits(
  { gold, prediction }: EvaluatedDocument,
  known: ReadonlyMap<string, string>,
  unknown: Map<string, number>,
): CodedUnit[] {
  const units = gold.units.map((unit) => {
    for (const code of unit.codes) if (!known.has(code)) unknown.set(code, (unknown.get(code) ?? 0) + 1);
    return {
      unit,
      gold: new Set(unit.codes.filter((code) => known.has(code))),
      found: new Map<string, Prediction['annotations'][number]>(),
    };
  });
  for (const annotation of prediction.annotations) {
    if (!known.has(annotation.category)) continue;
    // Units stand in text order and do not overlap.
    for (let at = countWhile(gold.units, ({ end }) => end <= annotation.start); at < units.length; at++) {
      const entry = units[at];
      if (!entry || entry.unit.start >= annotation.end) break;
      if (coversHalf(entry.unit, annotation) && !entry.found.has(annotation.category))
        entry.found.set(annotation.category, annotation);
    }
  }
  return units;
}

function coversHalf(unit: Span, annotation: Span): boolean {
  const shared = Math.min(annotation.end, unit.end) - Math.max(annotation.start, unit.start);
  return shared > 0 && shared >= 0.5 * Math.min(unit.end - unit.start, annotation.end - annotation.start);
}

function mapped(codes: ReadonlySet<string>, to: ReadonlyMap<string, string>): Set<string> {
  return new Set([...codes].map((code) => to.get(code) ?? code));
}

function count(counts: Map<string, Counts>, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
  for (const code of new Set([...gold, ...found])) {
    let entry = counts.get(code);
    if (!entry) counts.set(code, (entry = { tp: 0, fp: 0, fn: 0 }));
    entry[gold.has(code) ? (found.has(code) ? 'tp' : 'fn') : 'fp']++;
  }
}

function errorsOf({ unit, gold, found }: CodedUnit, { gold: document }: EvaluatedDocument): UnitError[] {
  const common = {
    document: document.name,
    unit: unit.id,
    start: unit.start,
    end: unit.end,
    text: document.text.slice(unit.start, unit.end),
    gold: [...gold],
    found: [...found.keys()],
  };
  return [
    ...[...found.values()]
      .filter(({ category }) => !gold.has(category))
      .map(({ id, category, score }): UnitError => ({
        ...common,
        kind: 'false-positive',
        category,
        annotation: id,
        score,
      })),
    ...[...gold]
      .filter((category) => !found.has(category))
      .map((category): UnitError => ({
        ...common,
        kind: 'false-negative',
        category,
        annotation: null,
        score: null,
      })),
  ];
}

/** Each code that only people gave meets each that only the tagger gave; alone, it meets none. */
function countConfusions(
  confusions: Map<string, number>,
  gold: ReadonlySet<string>,
  found: ReadonlySet<string>,
): void {
  const lost = [...gold].filter((code) => !found.has(code));
  const extra = [...found].filter((code) => !gold.has(code));
  for (const a of lost.length > 0 ? lost : extra.length > 0 ? [''] : [])
    for (const b of extra.length > 0 ? extra : ['']) {
      const key = `${a}>${b}`;
      confusions.set(key, (confusions.get(key) ?? 0) + 1);
    }
}

function sortedConfusions(confusions: ReadonlyMap<string, number>, codes: readonly string[]): Confusion[] {
  const rank = (code: string | null): number => (code === null ? codes.length : codes.indexOf(code));
  return [...confusions]
    .map(([key, times]): Confusion => {
      const [gold, found] = key.split('>');
      return { gold: gold || null, found: found || null, count: times };
    })
    .sort((a, b) => b.count - a.count || rank(a.gold) - rank(b.gold) || rank(a.found) - rank(b.found));
}

function total(counts: ReadonlyMap<string, Counts>, codes: readonly string[]): Counts {
  const sum = { tp: 0, fp: 0, fn: 0 };
  for (const code of codes) {
    const entry = counts.get(code);
    sum.tp += entry?.tp ?? 0;
    sum.fp += entry?.fp ?? 0;
    sum.fn += entry?.fn ?? 0;
  }
  return sum;
}

function scoreOf({ tp, fp, fn }: Counts): Score {
  const precision = tp / (tp + fp || 1);
  const recall = tp / (tp + fn || 1);
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, support: tp + fn };
}

function summary(counts: ReadonlyMap<string, Counts>, codes: readonly string[]): SummaryScore {
  const frequent = each(counts, codes).filter(({ support }) => support >= leastSupport);
  const sum = frequent.reduce((before, { f1 }) => before + f1, 0);
  return {
    ...scoreOf(total(counts, codes)),
    macroF1: frequent.length > 0 ? sum / frequent.length : null,
    macroCategories: frequent.length,
  };
}

function each(counts: ReadonlyMap<string, Counts>, codes: readonly string[]): CategoryScore[] {
  return codes.flatMap((category) => {
    const entry = counts.get(category);
    return entry ? [{ category, ...scoreOf(entry) }] : [];
  });
}
