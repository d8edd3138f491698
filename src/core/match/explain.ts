import type { Analysis, Environment } from '../model';
import { drain } from '../slices';
import type { Block, Sentence, Span } from '../text/model';
import { isWithin } from '../taxonomy/codes';
import { sectionPath } from '../text/parseDocument';
import { readingOf, wordsIn } from '../text/reading';
import { compiledFor, type Compiled } from './scoring/compiled';
import type { BlockedEvidence, CategoryExplanation, Explanation, FoundCue } from './explanation';
import { gatherEvidence, sentencesOf } from './evidence/gather';
import type { MatchTrace } from './indicators/hits';
import { Reasons } from './reasons/reasons';
import { Scorer } from './scoring/score';
import type { Tokenizer } from '../tokenize/tokenizer';

/** Scores below this are no answer to "what else could it be". */
const leastScore = 0.02;

/** Shortest stretch that counts as a near miss of an indicator. */
const leastShared = 2;

/** An analysis with what explanations of its sentences are made of. */
interface Traced {
  readonly analysis: Analysis;
  readonly tokenizer: Tokenizer;
  readonly compiled: Compiled;
  readonly scorer: Scorer;
  readonly reasons: Reasons;
  /** Per block that was asked for. */
  readonly asides: Map<number, Asides>;
}

/** What an analysis passes by: matches that do not count, and cues of stance. */
interface Asides {
  readonly blocked: readonly BlockedEvidence[];
  readonly cues: readonly FoundCue[];
}

/** An analysis keeps no evidence; what an explanation gathers anew is kept for the next question. */
const tracedOf = new WeakMap<Analysis, Traced>();

/**
 * Why the sentences that touch a span have their tags, and why they have no others: evidence for and against with
 * its weight, cues of stance, matches that do not count and what stands in their way, the nearest indicator.
 *
 * @param category Only this one, or the leaves of this group, whatever speaks for them; all with any evidence where
 * absent.
 * @param most Most sentences that are explained, from the first on.
 */
export function explain(
  analysis: Analysis,
  environment: Environment,
  span: Span,
  category?: string,
  most = Infinity,
): Explanation[] {
  const traced = trace(analysis, environment);
  return analysis.document.sentences
    .filter(({ start, end }) => start <= span.end && end >= span.start)
    .slice(0, most)
    .map((sentence) => explainSentence(traced, sentence, category));
}

function trace(analysis: Analysis, environment: Environment): Traced {
  const known = tracedOf.get(analysis);
  if (known) return known;
  const { document } = analysis;
  const { tokenizer } = environment;
  const compiled = compiledFor(environment);
  const evidence = drain(gatherEvidence(document, tokenizer, compiled.extractor, null));
  const scorer = new Scorer(compiled, document, evidence);
  const reasons = new Reasons(compiled, document, evidence, scorer);
  const traced = { analysis, tokenizer, compiled, scorer, reasons, asides: new Map() };
  tracedOf.set(analysis, traced);
  return traced;
}

function explainSentence(traced: Traced, sentence: Sentence, category: string | undefined): Explanation {
  const { analysis, tokenizer, compiled, scorer, reasons } = traced;
  const { document } = analysis;
  const { index, start, end } = sentence;
  const { blocked, cues } = asidesOf(traced, sentence);
  const words = tokenizer.cut(wordsIn(document, sentence));
  const annotations = analysis.annotations.filter((annotation) => annotation.sentence === index);
  const categories = compiled.targets
    .map((target, number): CategoryExplanation | null => {
      const { code } = target.category;
      if (category !== undefined && !isWithin(code, category)) return null;
      const score = scorer.of(index).final[number] ?? 0;
      const own = blocked.filter(({ indicator }) => indicator.startsWith(`${code}/`));
      const tagged = annotations.some((annotation) => annotation.category === code);
      if (category === undefined && !tagged && score < leastScore && own.length === 0) return null;
      return {
        category: code,
        tagged,
        score: Math.round(score * 1000) / 1000,
        threshold: compiled.thresholds[number] as number,
        evidence: reasons.of(index, number, false).evidence,
        blocked: own,
        nearest: tagged ? null : nearestIndicator(compiled, code, words),
      };
    })
    .filter((found) => found !== null)
    .sort((a, b) => Number(b.tagged) - Number(a.tagged) || b.score - a.score);
  return {
    start,
    end,
    sentence: index,
    section: sectionPath(document, sentence.section),
    parts: [...(scorer.context.partsOf[sentence.section] ?? [])],
    cues,
    frames: scorer
      .framesOf(index)
      .map((frame) => ({ ...frame, text: document.text.slice(frame.start, frame.end) })),
    otherSubject: scorer.subject.bars(index) ? scorer.subject.density : null,
    annotations,
    categories,
  };
}

/** Those of one sentence; offsets into the document. */
function asidesOf(traced: Traced, sentence: Sentence): Asides {
  const { analysis, asides } = traced;
  let found = asides.get(sentence.block);
  if (!found) {
    found = asidesOfBlock(traced, analysis.document.blocks[sentence.block] as Block);
    asides.set(sentence.block, found);
  }
  const isIn = ({ start, end }: Span): boolean => start >= sentence.start && end <= sentence.end;
  return { blocked: found.blocked.filter(isIn), cues: found.cues.filter(isIn) };
}

function asidesOfBlock(
  { analysis: { document }, tokenizer, compiled: { extractor, lexicon } }: Traced,
  block: Block,
): Asides {
  const reading = readingOf(document, block);
  const { text } = reading;
  const tokens = tokenizer.cut(text);
  const trace: MatchTrace = { blocked: [], cues: [] };
  extractor.extract(text, sentencesOf(document, block, reading), tokens, 0, tokens.length, trace);
  const absolute = (span: Span): Span & { text: string } => {
    const { start, end } = reading.toSource(span);
    return { start, end, text: document.text.slice(start, end) };
  };
  return {
    blocked: trace.blocked.map((hit) => {
      const by = hit.reason === 'cutsWord' ? wordsAround(tokens, hit) : hit.by;
      const indicator = lexicon.entries[hit.entry]?.indicator.id ?? '';
      return { ...absolute(hit), indicator, reason: hit.reason, by: absolute(by) };
    }),
    cues: trace.cues
      .filter((cue) => cue.kind !== 'neutral' || !isSomethingElse(cue, trace.cues))
      .map((cue) => ({ ...absolute(cue), kind: cue.kind })),
  };
}

/** A word that is known not to hold a cue (不断) may be one itself: then that is what is to be said of it. */
function isSomethingElse({ start, end }: Span, cues: MatchTrace['cues']): boolean {
  return cues.some((other) => other.kind !== 'neutral' && other.start === start && other.end === end);
}

/** The words that a match cuts through. */
function wordsAround(tokens: readonly string[], { start, end }: Span): Span {
  let at = 0;
  let from = start;
  let to = end;
  for (const token of tokens) {
    const next = at + token.length;
    if (at < end && next > start) {
      from = Math.min(from, at);
      to = Math.max(to, next);
    }
    at = next;
  }
  return { start: from, end: to };
}

/**
 * The indicator phrase that shares the longest run of whole words with the text; the shorter phrase wins a tie. One that
 * stands there whole is not near but found: the evidence tells of it, or what stood in its way.
 */
function nearestIndicator(
  compiled: Compiled,
  code: string,
  words: readonly string[],
): CategoryExplanation['nearest'] {
  let best: CategoryExplanation['nearest'] = null;
  for (const { indicator } of compiled.lexicon.entries) {
    if (indicator.category !== code) continue;
    for (const phrase of indicator.phrases) {
      const shared = longestShared(phrase, words);
      if (shared === phrase) continue;
      const isLonger = shared.length >= Math.max(leastShared, (best?.shared.length ?? 0) + 1);
      const isTie =
        best !== null && shared.length === best.shared.length && phrase.length < best.phrase.length;
      if (isLonger || isTie) best = { indicator: indicator.id, phrase, shared };
    }
  }
  return best;
}

/** The longest run of words that stands in a phrase; empty where none does. */
function longestShared(phrase: string, words: readonly string[]): string {
  let longest = '';
  for (let first = 0; first < words.length; first++) {
    let run = '';
    for (let last = first; last < words.length && phrase.includes(run + (words[last] ?? '')); last++)
      run += words[last] ?? '';
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
