import type { Annotation } from '../model';
import { sectionPath } from '../text/parseDocument';
import { isRemedyKind, stanceOf } from '../taxonomy/kinds';
import type { Category } from '../taxonomy/model';
import type { ParsedDocument } from '../text/model';
import { titleOf } from '../text/title';
import type { Compiled, Target } from './scoring/compiled';
import { Reasons, type Why } from './reasons/reasons';
import { Scorer } from './scoring/score';
import type { SentenceEvidence } from './evidence/sentenceEvidence';

/** Sentences decided before others get a turn: some two milliseconds. */
const sentencesPerSlice = 32;

/** Share of its threshold from which an untagged sentence is worth showing as the nearest one. */
const nearestShare = 0.3;

export interface Decision {
  readonly annotations: readonly Annotation[];
  /**
   * For each remedy leaf without a tag, the best sentence below the threshold, if any speaks for it; a heading, which
   * says less of what is there, only where no sentence of the body does, and the title never.
   */
  readonly nearest: readonly Annotation[];
}

/**
 * Turns evidence into annotations: the decision layer, rerun over the whole document each time. Yields now and then.
 *
 * @param isLazy Whether an annotation's evidence is worked out only when it is read.
 */
export function* decide(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
  isLazy: boolean,
): Generator<void, Decision> {
  const { targets, thresholds } = compiled;
  const scorer = new Scorer(compiled, document, evidence);
  const paths = document.sections.map(({ index }) => sectionPath(document, index));
  const reasons = new Reasons(compiled, document, evidence, scorer);
  const make = (index: number, target: number, score: number): Annotation => {
    const { category } = targets[target] as Target;
    if (!isLazy) return annotate(document, paths, index, category, score, reasons.of(index, target, true));
    const bare = annotate(document, paths, index, category, score, { evidence: [], phrases: [] });
    return withLazyReasons(bare, reasons, index, target);
  };
  const annotations: Annotation[] = [];
  const tagged = new Set<number>();
  const best = new Map<number, Near>();
  const title = titleOf(document);
  for (let index = 0; index < evidence.length; index++) {
    if (index % sentencesPerSlice === sentencesPerSlice - 1) yield;
    const { final } = scorer.of(index);
    for (let target = 0; target < targets.length; target++) {
      const score = final[target] as number;
      const threshold = thresholds[target] as number;
      if (score >= threshold) {
        tagged.add(target);
        annotations.push(make(index, target, score));
      } else if (score >= threshold * nearestShare) {
        const sentence = document.sentences[index];
        if (!sentence || (title && sentence.start >= title.start && sentence.end <= title.end)) continue;
        const near = { index, score, isHeading: sentence.isHeading };
        if (isNearer(near, best.get(target))) best.set(target, near);
      }
    }
  }
  const nearest = targets.flatMap(({ category: { kind } }, target) => {
    const found = best.get(target);
    return found && !tagged.has(target) && isRemedyKind(kind) ? [make(found.index, target, found.score)] : [];
  });
  return { annotations, nearest };
}

/** An untagged sentence that speaks for a category. */
interface Near {
  readonly index: number;
  readonly score: number;
  readonly isHeading: boolean;
}

function isNearer({ score, isHeading }: Near, other: Near | undefined): boolean {
  if (!other) return true;
  return isHeading === other.isHeading ? score > other.score : other.isHeading;
}

/** Evidence is found along with phrases; exports, which ask for evidence alone, are spared the phrases. */
function withLazyReasons(bare: Annotation, reasons: Reasons, index: number, target: number): Annotation {
  let why: Why | undefined;
  let evidence: Why['evidence'] | undefined;
  return {
    ...bare,
    get evidence() {
      return why?.evidence ?? (evidence ??= reasons.of(index, target, false).evidence);
    },
    get phrases() {
      return (why ??= reasons.of(index, target, true)).phrases;
    },
  };
}

function annotate(
  document: ParsedDocument,
  paths: readonly string[],
  index: number,
  { code, kind }: Pick<Category, 'code' | 'kind'>,
  score: number,
  { evidence, phrases }: Why,
): Annotation {
  const sentence = document.sentences[index];
  const start = sentence?.start ?? 0;
  const end = sentence?.end ?? 0;
  return {
    id: `${index}:${code}`,
    kind,
    category: code,
    stance: stanceOf(kind),
    start,
    end,
    quote: document.text.slice(start, end),
    score: Math.round(score * 1000) / 1000,
    section: paths[sentence?.section ?? 0] ?? '',
    sentence: index,
    isHeading: sentence?.isHeading ?? false,
    evidence,
    phrases,
  };
}
