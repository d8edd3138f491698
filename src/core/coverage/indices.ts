/**
 * The indices of docs/indices.md: coverage, closure, balance and the PMC-style table. Every function takes one
 * document or several and gives figures with their evidence.
 */
import { quotesOf, type Corpus, type CorpusDocument, type ReportCategory } from './corpus';
import { countOf, mean, measured, ratio, type Figure } from './figure';
import { pathwaysByActor } from '../taxonomy/kinds';

/** The figures every document has. */
export interface DocumentIndices {
  readonly covered: Figure;
  readonly thin: Figure;
  /** Covered remedy leaves ÷ all remedy leaves. */
  readonly coverage: Figure;
  /** Covered or thin remedy leaves ÷ all remedy leaves. */
  readonly mention: Figure;
  /** Stated problems with a covered primary remedy ÷ stated problems. */
  readonly closure: Figure;
  /** Evenness of pathway tags over 市场, 企业 and 政府. */
  readonly balance: Figure;
  /** Sum over the remedy groups of the share of covered leaves. */
  readonly pmc: Figure;
}

/** A document belongs to one corpus, so its indices are worked out once. */
const indicesOf = new WeakMap<CorpusDocument, DocumentIndices>();

/** @returns The indices of one document; ids begin with `doc/<index>/`. */
export function documentIndices(corpus: Corpus, document: CorpusDocument): DocumentIndices {
  const known = indicesOf.get(document) ?? computeIndices(corpus, document);
  indicesOf.set(document, known);
  return known;
}

function computeIndices(corpus: Corpus, document: CorpusDocument): DocumentIndices {
  const { covered, thin, problems } = document.result.coverage;
  const id = (name: string): string => `doc/${String(document.index)}/${name}`;
  const total = corpus.remedies.length;
  const coveredQuotes = quotesOf(document, covered);
  const thinQuotes = quotesOf(document, thin);
  const closed = problems.filter(({ status }) => status === 'closed').length;
  const stated = problems.flatMap(({ category, remedies }) => quotesOf(document, [category, ...remedies]));
  return {
    covered: measured(id('covered'), 'count', covered.length, coveredQuotes),
    thin: measured(id('thin'), 'count', thin.length, thinQuotes),
    coverage: measured(id('coverage'), 'ratio', ratio(covered.length, total), coveredQuotes),
    mention: measured(id('mention'), 'ratio', ratio(covered.length + thin.length, total), [
      ...coveredQuotes,
      ...thinQuotes,
    ]),
    closure: measured(id('closure'), 'ratio', ratio(closed, problems.length), stated),
    balance: balance(corpus, [document], id('balance')),
    pmc: measured(id('pmc'), 'index', pmcOf(corpus, document), coveredQuotes),
  };
}

/** The same over several documents: means of the documents' figures, balance of all their tags together. */
export interface GroupIndices {
  readonly coverage: Figure;
  readonly mention: Figure;
  readonly closure: Figure;
  readonly balance: Figure;
  readonly pmc: Figure;
}

/** @param prefix Of the figures' ids, e.g. `all` or `year/2025`. */
export function groupIndices(
  corpus: Corpus,
  documents: readonly CorpusDocument[],
  prefix: string,
): GroupIndices {
  const each = documents.map((document) => documentIndices(corpus, document));
  const meanOf = (name: 'coverage' | 'mention' | 'closure' | 'pmc'): Figure =>
    measured(
      `${prefix}/${name}`,
      name === 'pmc' ? 'index' : 'ratio',
      mean(each.map((indices) => indices[name].value)),
      each.flatMap((indices) => indices[name].evidence),
    );
  return {
    coverage: meanOf('coverage'),
    mention: meanOf('mention'),
    closure: meanOf('closure'),
    balance: balance(corpus, documents, `${prefix}/balance`),
    pmc: meanOf('pmc'),
  };
}

/** The backbone 市场—企业—政府 with the pathway leaves that rest on it. */
export interface BackboneShare {
  readonly actor: string;
  readonly leaves: readonly string[];
  readonly tags: Figure;
  readonly share: Figure;
}

/** Pathway tags by backbone; empty for a taxonomy without one. */
export function backbone(
  corpus: Corpus,
  documents: readonly CorpusDocument[],
  prefix: string,
): readonly BackboneShare[] {
  const counted = [...pathwaysByActor(corpus.taxonomy.categories)].map(([actor, leaves]) => ({
    actor,
    leaves,
    evidence: documents.flatMap((document) => quotesOf(document, leaves)),
  }));
  const total = counted.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return counted.map(({ actor, leaves, evidence }) => ({
    actor,
    leaves,
    tags: countOf(`${prefix}/backbone/${actor}`, evidence),
    share: measured(`${prefix}/backbone/${actor}/share`, 'ratio', ratio(evidence.length, total), evidence),
  }));
}

/**
 * Pielou's evenness J = H / ln k of the pathway tags over the k parts of the backbone (Shannon 1948, Pielou 1966):
 * 1 when all are served alike, 0 when one has everything, not defined without pathway tags.
 */
function balance(corpus: Corpus, documents: readonly CorpusDocument[], id: string): Figure {
  const parts = backbone(corpus, documents, id);
  const entropy = parts.reduce((sum, { share }) => {
    const p = share.value ?? 0;
    return p > 0 ? sum - p * Math.log(p) : sum;
  }, 0);
  const evidence = parts.flatMap(({ tags }) => tags.evidence);
  const value = evidence.length === 0 || parts.length < 2 ? null : entropy / Math.log(parts.length);
  return measured(id, 'index', value, evidence);
}

/** One first-level variable of the PMC-style table: a remedy group with its leaves. */
export interface PmcGroup {
  readonly group: ReportCategory;
  readonly leaves: readonly ReportCategory[];
}

/** Remedy groups with their leaves, in taxonomy order. */
export function pmcGroups(corpus: Corpus): readonly PmcGroup[] {
  return corpus.taxonomy.categories
    .map((group) => ({ group, leaves: corpus.remedies.filter(({ parent }) => parent === group.code) }))
    .filter(({ leaves }) => leaves.length > 0);
}

/** 1 for a covered leaf, 0 for a thin or missing one. */
export function pmcLeaf(document: CorpusDocument, leaf: string): Figure {
  const isCovered = document.result.coverage.covered.includes(leaf);
  return measured(
    `doc/${String(document.index)}/pmc/${leaf}`,
    'binary',
    isCovered ? 1 : 0,
    isCovered ? quotesOf(document, [leaf]) : [],
  );
}

/** Mean of a group's leaves: the value of a first-level variable. */
export function pmcGroup(document: CorpusDocument, { group, leaves }: PmcGroup): Figure {
  const each = leaves.map(({ code }) => pmcLeaf(document, code));
  return measured(
    `doc/${String(document.index)}/pmc/${group.code}`,
    'ratio',
    mean(each.map(({ value }) => value)),
    each.flatMap(({ evidence }) => evidence),
  );
}

/** Null for a taxonomy whose remedies have no groups. */
function pmcOf(corpus: Corpus, document: CorpusDocument): number | null {
  const groups = pmcGroups(corpus);
  if (groups.length === 0) return null;
  return groups.reduce((sum, group) => sum + (pmcGroup(document, group).value ?? 0), 0);
}
