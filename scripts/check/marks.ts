import { readFileSync } from 'node:fs';
import { analyze } from '../../src/core/analyze';
import type { Environment } from '../../src/core/model';
import type { Span } from '../../src/core/text/model';
import { readOwnDocument } from '../train/corpus';
import { figure } from '../train/measure';

/** Words of a unit that readers marked, by code. */
export interface MarkedUnit {
  readonly document: string;
  /** Of the `.coded` file, from 1. */
  readonly line: number;
  readonly marks: ReadonlyMap<string, readonly string[]>;
}

/** How the phrases told for tags agree with what readers marked. Shares of one. */
export interface Agreement {
  readonly tags: number;
  /** Of the tags: one of the phrases touches a mark. */
  readonly touching: number;
  /** Of the phrases: they touch a mark. */
  readonly right: number;
  /** Of the tags of sentences with several codes: phrases touch only the marks of another code. */
  readonly elsewhere: number;
  /** By characters. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Reads `DOCUMENT<TAB>LINE<TAB>CODE=WORDS|WORDS<TAB>…`. */
export function readMarks(file: string): MarkedUnit[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((row) => {
      const [document = '', line = '', ...fields] = row.split('\t');
      const marks = fields.map((field): [string, string[]] => {
        const at = field.indexOf('=');
        return [field.slice(0, at), field.slice(at + 1).split('|')];
      });
      return { document, line: Number(line), marks: new Map(marks) };
    });
}

/**
 * Analyses our own documents and compares the phrases of each tag that is right with the marks of its code. Throws where
 * marked words do not stand in their unit.
 */
export function measurePhrases(
  folder: string,
  marked: readonly MarkedUnit[],
  environment: Environment,
): Agreement {
  const counts = new Counts();
  for (const name of new Set(marked.map(({ document }) => document))) {
    const units = marked.filter((unit) => unit.document === name);
    const document = readOwnDocument(folder, name);
    const { document: parsed, annotations } = analyze(document.text, 'plain', environment);
    for (const { line, marks } of units) {
      const sentence = parsed.sentences[document.lines.indexOf(line)];
      if (!sentence) throw new Error(`${document.name}: no unit on line ${line}`);
      const text = parsed.text.slice(sentence.start, sentence.end);
      const places = new Map(
        [...marks].map(([code, words]) => [code, placesOf(words, text, `${document.name}:${line}`)]),
      );
      for (const [code, own] of places) {
        const tag = annotations.find(
          ({ category, sentence: at }) => category === code && at === sentence.index,
        );
        if (!tag) continue;
        const phrases = tag.phrases.map(({ start, end }) => ({
          start: start - sentence.start,
          end: end - sentence.start,
        }));
        const others = [...places].flatMap(([each, spans]) => (each === code ? [] : spans));
        counts.add(phrases, own, others, text.length);
      }
    }
  }
  return counts.agreement();
}

function placesOf(words: readonly string[], text: string, place: string): Span[] {
  return words.map((each) => {
    const start = text.indexOf(each);
    if (start < 0 || each === '') throw new Error(`${place}: “${each}” does not stand in the unit`);
    return { start, end: start + each.length };
  });
}

class Counts {
  private tags = 0;
  private touching = 0;
  private phrases = 0;
  private right = 0;
  private shared = 0;
  private elsewhere = 0;
  private both = 0;
  private told = 0;
  private marked = 0;

  /** One tag: its phrases, the marks of its code and of the others of the sentence. */
  add(phrases: readonly Span[], own: readonly Span[], others: readonly Span[], length: number): void {
    const told = characters(phrases, length);
    const marked = characters(own, length);
    const both = told.filter((is, at) => is && marked[at]).length;
    this.tags++;
    if (both > 0) this.touching++;
    this.phrases += phrases.length;
    this.right += phrases.filter((phrase) => own.some((mark) => overlap(phrase, mark))).length;
    if (others.length > 0) this.shared++;
    if (both === 0 && phrases.some((phrase) => others.some((mark) => overlap(phrase, mark))))
      this.elsewhere++;
    this.both += both;
    this.told += told.filter(Boolean).length;
    this.marked += marked.filter(Boolean).length;
  }

  agreement(): Agreement {
    const { p, r, f } = figure([this.both, this.told - this.both, this.marked - this.both]);
    return {
      tags: this.tags,
      touching: this.touching / Math.max(1, this.tags),
      right: this.right / Math.max(1, this.phrases),
      elsewhere: this.elsewhere / Math.max(1, this.shared),
      precision: p,
      recall: r,
      f1: f,
    };
  }
}

function characters(spans: readonly Span[], length: number): boolean[] {
  const is = new Array<boolean>(length).fill(false);
  for (const { start, end } of spans) is.fill(true, start, end);
  return is;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
