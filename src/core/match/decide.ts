import type { Annotation, Evidence, Stance } from '../model';
import { sectionPath } from '../text/parseDocument';
import type { ParsedDocument } from '../text/model';
import { weightByHand, type Compiled, type Target } from './compiled';
import type { SentenceEvidence } from './evidence';
import { handBias } from './handWeights';

/** Scores above this make a tag where no threshold was learned. */
const plainThreshold = 0.5;

/** Most reasons kept with one tag. */
const mostReasons = 8;

/** Turns evidence into annotations: the decision layer, rerun over the whole document each time. */
export function decide(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: readonly SentenceEvidence[],
): Annotation[] {
  const annotations: Annotation[] = [];
  const paths = document.sections.map(({ index }) => sectionPath(document, index));
  const logits = new Float64Array(compiled.targets.length);
  const touched: number[] = [];
  evidence.forEach((sentence, index) => {
    touched.length = 0;
    for (const hit of sentence.hits) {
      const target = compiled.targetOf[hit.entry] ?? -1;
      if (target < 0 || !compiled.isByHand[hit.entry]) continue;
      if (!touched.includes(target)) {
        touched.push(target);
        logits[target] = biasOf(compiled.targets[target]);
      }
      logits[target] = (logits[target] as number) + weightByHand(compiled, hit.entry, hit.stance);
    }
    for (const number of touched.sort((a, b) => a - b)) {
      const score = logistic(logits[number] as number);
      const target = compiled.targets[number];
      if (target && score >= plainThreshold)
        annotations.push(annotate(compiled, document, paths, index, sentence, target, number, score));
    }
  });
  return annotations;
}

function biasOf(target: Target | undefined): number {
  const kind = target?.category.kind;
  return handBias(kind === 'A' || kind === 'T' || kind === 'M');
}

function annotate(
  compiled: Compiled,
  document: ParsedDocument,
  paths: readonly string[],
  index: number,
  evidence: SentenceEvidence,
  target: Target,
  number: number,
  score: number,
): Annotation {
  const sentence = document.sentences[index];
  const { code, kind } = target.category;
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
    evidence: reasonsByHand(compiled, document, evidence, start - evidence.start, number),
  };
}

function stanceOf(kind: string): Stance {
  return kind === 'P' ? 'problem' : kind === 'R' || kind === 'S' ? 'remedy' : null;
}

function reasonsByHand(
  compiled: Compiled,
  document: ParsedDocument,
  evidence: SentenceEvidence,
  offset: number,
  number: number,
): Evidence[] {
  const reasons: Evidence[] = [];
  for (const { entry, stance, start, end } of evidence.hits) {
    if (compiled.targetOf[entry] !== number) continue;
    reasons.push({
      start: start + offset,
      end: end + offset,
      text: document.text.slice(start + offset, end + offset),
      indicator: compiled.lexicon.entries[entry]?.indicator.id ?? '',
      weight: Math.round(weightByHand(compiled, entry, stance) * 1000) / 1000,
    });
  }
  return reasons
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
    .slice(0, mostReasons);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
