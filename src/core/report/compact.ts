import { sentenceOf } from '../coverage/corpus';
import type { CategoryKind } from '../taxonomy/model';
import type { AnnotationResult, DiagnosticResult, DocumentResult, InstrumentResult } from './contract';
import { StringNumbers } from './stringNumbers';

/** Numbers of a tag: sentence, category, stance, start, end, score in thousandths, section, heading. */
const width = 8;

const stances = [null, 'problem', 'remedy'] as const;

type Instrument = Omit<InstrumentResult, 'hits'>;

/**
 * A document's result without what its text says already: tags are rows of numbers, quotes are offsets, evidence is
 * left out. Plain data, about a tenth of the size. With the text it is whole again ({@link expand}).
 */
export interface CompactResult extends Omit<
  DocumentResult,
  'annotations' | 'nearest' | 'instruments' | 'diagnostics'
> {
  /** Kind and code of the categories that rows name by position, e.g. `RR2.3`. */
  readonly categories: readonly string[];
  /** Headings that rows name by position. */
  readonly sections: readonly string[];
  readonly annotations: readonly number[];
  readonly nearest: readonly number[];
  readonly instruments: readonly Instrument[];
  /** Instrument, start, end. */
  readonly hits: readonly number[];
  readonly diagnostics: readonly Omit<DiagnosticResult, 'quote'>[];
}

/** Takes out of a result what its text says. Evidence is lost: reports do not show it. */
export function compact(result: DocumentResult): CompactResult {
  const categories = new StringNumbers();
  const sections = new StringNumbers();
  const rows = (annotations: readonly AnnotationResult[]): number[] =>
    annotations.flatMap((tag) => [
      sentenceOf(tag),
      categories.of(tag.kind + tag.category),
      stances.indexOf(tag.stance),
      tag.start,
      tag.end,
      Math.round(tag.score * 1000),
      sections.of(tag.section),
      Number(tag.heading),
    ]);
  return {
    ...result,
    annotations: rows(result.annotations),
    nearest: rows(result.nearest),
    instruments: result.instruments.map(({ indicator, category, label }) => ({ indicator, category, label })),
    hits: result.instruments.flatMap(({ hits }, position) =>
      hits.flatMap(({ start, end }) => [position, start, end]),
    ),
    diagnostics: result.diagnostics.map(({ rule, severity, start, end, message, categories: codes }) => ({
      rule,
      severity,
      start,
      end,
      message,
      categories: codes,
    })),
    categories: [...categories.strings()],
    sections: [...sections.strings()],
  };
}

/**
 * The result again, over its text. Tags, near misses, instruments and diagnostics are made anew each time they are
 * asked for, so that thousands of documents are held as numbers.
 *
 * @param text The text that was analysed.
 */
export function expand(held: CompactResult, text: string): DocumentResult {
  const { categories, sections, annotations, nearest, diagnostics, ...rest } = held;
  const { instruments: named, hits: places, ...facts } = rest;
  const words = { text, categories, sections };
  const tags = Int32Array.from(annotations);
  const misses = Int32Array.from(nearest);
  const instruments = named.map(shared);
  const hits = Int32Array.from(places);
  return {
    ...facts,
    get annotations() {
      return tagsOf(tags, words);
    },
    get nearest() {
      return tagsOf(misses, words);
    },
    get instruments() {
      return instruments.map((each, position) => ({ ...each, hits: hitsOf(hits, position, text) }));
    },
    get diagnostics() {
      return diagnostics.map(({ rule, severity, start, end, message, categories: codes }) => ({
        rule,
        severity,
        start,
        end,
        quote: text.slice(start, end),
        message,
        categories: codes,
      }));
    },
  };
}

interface Words extends Pick<CompactResult, 'categories' | 'sections'> {
  readonly text: string;
}

function tagsOf(rows: Int32Array, { text, categories, sections }: Words): AnnotationResult[] {
  const tags: AnnotationResult[] = [];
  for (let at = 0; at < rows.length; at += width) {
    const [sentence = 0, position = 0, stance = 0, start = 0, end = 0, score = 0, section = 0, heading = 0] =
      rows.subarray(at, at + width);
    const name = categories[position] ?? '';
    const category = name.slice(1);
    tags.push({
      id: `${String(sentence)}:${category}`,
      kind: name.charAt(0) as CategoryKind,
      category,
      stance: stances[stance] ?? null,
      start,
      end,
      quote: text.slice(start, end),
      score: score / 1000,
      section: sections[section] ?? '',
      heading: heading === 1,
      evidence: [],
    });
  }
  return tags;
}

function hitsOf(hits: Int32Array, position: number, text: string): InstrumentResult['hits'] {
  const found: { start: number; end: number; text: string }[] = [];
  for (let at = 0; at < hits.length; at += 3) {
    const [instrument, start = 0, end = 0] = hits.subarray(at, at + 3);
    if (instrument === position) found.push({ start, end, text: text.slice(start, end) });
  }
  return found;
}

/** The names of an instrument, kept once for all documents: as many as the taxonomy has. */
const names = new Map<string, Instrument>();

function shared(instrument: Instrument): Instrument {
  const { indicator, category, label } = instrument;
  const known = names.get(indicator);
  if (known?.category === category && known.label.zh === label.zh && known.label.en === label.en)
    return known;
  names.set(indicator, instrument);
  return instrument;
}
