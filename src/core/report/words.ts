import { categoryArgument, type Message } from '../message';
import type { Figure } from '../coverage/figure';
import type { Corpus, ReportTaxonomy } from '../coverage/corpus';
import type { Localized } from '../taxonomy/model';
import type { Cell, Provenance } from './model';

/** What writers need to speak a language; the translator of the edge fits. Ids are those of the area `report`. */
export interface ReportWords {
  /** A BCP 47 tag. */
  readonly language: string;
  t(id: string, ...args: readonly (string | number)[]): string;
  name(text: Localized): string;
}

/**
 * The words of a message.
 *
 * @param corpus Has the names of the categories that the message names by their codes ({@link Message}).
 */
export function render(words: ReportWords, { id, args }: Message, corpus?: Pick<Corpus, 'taxonomy'>): string {
  if (!corpus) return words.t(id, ...args);
  const named = args.map((arg) =>
    arg.startsWith(categoryArgument)
      ? categoryNames(words, corpus, arg.slice(categoryArgument.length).split(' '))
      : arg,
  );
  return words.t(id, ...named);
}

function categoryNames(
  words: ReportWords,
  corpus: Pick<Corpus, 'taxonomy'>,
  codes: readonly string[],
): string {
  return codes.map((code) => categoryName(words, corpus, code)).join(words.t('report.listSeparator'));
}

/** `R2.3 技术转移与成果转化`; the bare code where the taxonomy does not know it. */
export function categoryName(words: ReportWords, corpus: Pick<Corpus, 'taxonomy'>, code: string): string {
  const found = corpus.taxonomy.byCode.get(code);
  return found ? `${code} ${words.name(found.name)}` : code;
}

/** The name of a category without its code; empty where the taxonomy does not know it. */
export function nameOf(words: ReportWords, { byCode }: Pick<ReportTaxonomy, 'byCode'>, code: string): string {
  const found = byCode.get(code);
  return found ? words.name(found.name) : '';
}

/** A figure as readers see it: counts whole, shares in per cent with one digit, indices with three digits. */
export function figureText({ kind, value }: Figure): string {
  if (value === null) return '–';
  if (kind === 'ratio') return `${(value * 100).toFixed(1)}%`;
  return kind === 'index' ? value.toFixed(3) : String(value);
}

/** The plain words of a cell that holds no quotes. */
export function cellText(words: ReportWords, corpus: Corpus, cell: Cell): string {
  switch (cell.kind) {
    case 'text':
    case 'passage':
      return cell.text;
    case 'message':
      return render(words, cell.message);
    case 'named':
      return words.name(cell.name);
    case 'category':
      return categoryName(words, corpus, cell.code);
    case 'categories':
      return categoryNames(words, corpus, cell.codes);
    case 'document':
      return documentName(corpus, cell.document);
    case 'status':
      return words.t(`report.status.${cell.status}`);
    case 'figure':
      return figureText(cell.figure);
    case 'quotes':
    case 'none':
      return '';
  }
}

/** A document's path, which is unique, in front of its title, which need not be. */
export function documentName(corpus: Corpus, index: number): string {
  return corpus.documents[index]?.result.path ?? '';
}

/** What every export names, as people read it: by its words; what was not given is left out. */
export function provenanceLines(
  words: ReportWords,
  { document = '', tool, taxonomy, offsetUnit, reference, date }: Provenance,
): (readonly [name: string, value: string])[] {
  const values = {
    document,
    tool: `${tool.name} ${tool.version}`,
    taxonomy: `${taxonomy.id} ${taxonomy.version}`,
    fingerprint: taxonomy.fingerprint,
    offsets: offsetUnit,
    reference,
    date,
  };
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([id, value]) => [words.t(`report.provenance.${id}`), value]);
}
