import { isProblemOrRemedy } from '../../taxonomy/kinds';
import type { CategoryKind, Indicator, IndicatorPattern, Taxonomy } from '../../taxonomy/model';
import { mostSlots } from '../../taxonomy/phraseSyntax';
import { cueKinds, cuesOf } from '../stance/cues';
import { Trie } from './trie';

/** Which hits hide shorter ones inside them: P, R and S share a layer; actors, dimensions, mechanisms have their own. */
export type Layer = 0 | 1 | 2;

/** An indicator with what matching needs to know of it. */
export interface LexiconEntry {
  readonly indicator: Indicator;
  readonly layer: Layer;
  readonly isProblem: boolean;
}

/** A slot pattern, compiled. */
export interface LexiconPattern {
  readonly entry: number;
  readonly pattern: IndicatorPattern;
  /** All slots filled, as bits. */
  readonly full: number;
}

/** What a term of the trie stands for; most terms have one list filled. */
export interface TermUse {
  /** Entries of which the term is a phrase. */
  readonly phrases: number[];
  /** Entries that the term, being longer, blocks. */
  readonly blocks: number[];
  /** See {@link slotCode}. */
  readonly slots: number[];
  /** Indices into {@link cueKinds}. */
  readonly cues: number[];
}

/** All phrases, slot words, blockers and cue words in one automaton. */
export interface Lexicon {
  readonly trie: Trie;
  readonly terms: readonly string[];
  readonly uses: readonly TermUse[];
  readonly entries: readonly LexiconEntry[];
  readonly patterns: readonly LexiconPattern[];
}

const slotBits = Math.log2(mostSlots);

/** A slot of a pattern as one number; {@link patternOf} and {@link slotOf} are the way back. */
function slotCode(pattern: number, slot: number): number {
  return (pattern << slotBits) | slot;
}

/** Index into {@link Lexicon.patterns}. */
export function patternOf(code: number): number {
  return code >> slotBits;
}

export function slotOf(code: number): number {
  return code & (mostSlots - 1);
}

/** Compiles a taxonomy. Cost: once per environment. */
export function compileLexicon(taxonomy: Taxonomy): Lexicon {
  const trie = new Trie();
  const terms: string[] = [];
  const uses: TermUse[] = [];
  const entries: LexiconEntry[] = [];
  const patterns: LexiconPattern[] = [];
  const use = (term: string): TermUse => {
    const id = trie.add(term);
    terms[id] = term;
    return (uses[id] ??= { phrases: [], blocks: [], slots: [], cues: [] });
  };
  for (const category of taxonomy.categories) {
    for (const indicator of category.indicators) {
      const entry = entries.length;
      entries.push({ indicator, layer: layerOf(category.kind), isProblem: category.kind === 'P' });
      for (const phrase of indicator.phrases) if (phrase !== '') addOnce(use(phrase).phrases, entry);
      for (const phrase of indicator.unless) if (phrase !== '') addOnce(use(phrase).blocks, entry);
      for (const pattern of indicator.patterns) {
        const number = patterns.length;
        patterns.push({ entry, pattern, full: (1 << pattern.slots.length) - 1 });
        pattern.slots.forEach((alternatives, slot) => {
          for (const word of alternatives) if (word !== '') addOnce(use(word).slots, slotCode(number, slot));
        });
      }
    }
  }
  cueKinds.forEach((kind, index) => {
    for (const word of cuesOf(kind)) addOnce(use(word).cues, index);
  });
  return { trie, terms, uses, entries, patterns };
}

function addOnce(list: number[], value: number): void {
  if (!list.includes(value)) list.push(value);
}

function layerOf(kind: CategoryKind): Layer {
  if (isProblemOrRemedy(kind)) return 0;
  return kind === 'A' ? 1 : 2;
}
