import type { Message } from '../message';
import { grouped } from '../grouped';
import type { Analysis, Annotation, InstrumentHit } from '../model';
import type { RuleLevel } from '../rules/model';
import type { Indicator, Taxonomy } from '../taxonomy/model';
import { isPolicyName } from '../text/format';
import { titleWords } from '../text/title';
import type { AnnotationResult, DiagnosticResult, DocumentResult, InstrumentResult } from './contract';

/** Where a text came from. */
export interface DocumentSource {
  readonly path: string;
  readonly encoding: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** True where a setting says that it is policy text, whatever its words. */
  readonly isForced?: boolean;
}

/**
 * One document of the JSON contract, from its analysis.
 *
 * @param severity Effective severity of a rule; findings of a rule that is `off` are left out, and so are all of a
 *   text that is no policy text.
 * @param render Puts a message of the core into the user's language.
 * @param withEvidence Reports quote sentences and never their evidence, which is most of a document's result.
 */
export function documentResult(
  analysis: Analysis,
  taxonomy: Taxonomy,
  source: DocumentSource,
  severity: (rule: string) => RuleLevel,
  render: (message: Message) => string,
  withEvidence = true,
): DocumentResult {
  const { document, coverage, checked } = analysis;
  // One without a sentence is no policy text, whatever its name: its 0 % would lower every mean.
  const isPolicyText =
    document.sentences.length > 0 &&
    (checked.isPolicyText || source.isForced === true || isPolicyName(source.path));
  return {
    path: source.path,
    sha256: source.sha256,
    encoding: source.encoding,
    length: checked.total,
    title: titleWords(document),
    annotations: analysis.annotations.map((each) => annotationResult(each, withEvidence)),
    nearest: analysis.nearest.map((each) => annotationResult(each, withEvidence)),
    instruments: instrumentResults(analysis.instruments, taxonomy),
    coverage: {
      covered: coverage.covered,
      thin: coverage.thin,
      missing: coverage.missing,
      problems: coverage.problems,
    },
    ...(analysis.notApplicable.length > 0 ? { notApplicable: analysis.notApplicable } : {}),
    checked: { ...checked, isPolicyText },
    // Gaps are no matter of a text that is not about policy.
    diagnostics: (isPolicyText ? analysis.findings : []).flatMap((finding): DiagnosticResult[] => {
      const level = severity(finding.rule);
      if (level === 'off') return [];
      return [
        {
          rule: finding.rule,
          severity: level,
          start: finding.start,
          end: finding.end,
          quote: document.text.slice(finding.start, finding.end),
          message: render(finding.message),
          categories: finding.categories,
        },
      ];
    }),
  };
}

function annotationResult(annotation: Annotation, withEvidence: boolean): AnnotationResult {
  const { id, kind, category, stance, start, end, quote, score, section, isHeading: heading } = annotation;
  const evidence = withEvidence ? annotation.evidence : [];
  return { id, kind, category, stance, start, end, quote, score, section, heading, evidence };
}

const indicatorsOf = new WeakMap<Taxonomy, ReadonlyMap<string, Indicator>>();

function indicators(taxonomy: Taxonomy): ReadonlyMap<string, Indicator> {
  let map = indicatorsOf.get(taxonomy);
  if (!map) {
    map = new Map(
      taxonomy.categories.flatMap((category) => category.indicators.map((each) => [each.id, each])),
    );
    indicatorsOf.set(taxonomy, map);
  }
  return map;
}

/** What the text only says is wanting is no instrument of it, nor is the place where it says so a place of one. */
function instrumentResults(found: readonly InstrumentHit[], taxonomy: Taxonomy): InstrumentResult[] {
  const used = found.filter(({ isWanting }) => !isWanting);
  return [...grouped(used, ({ indicator }) => indicator)].flatMap(([id, places]) => {
    const indicator = indicators(taxonomy).get(id);
    if (!indicator) return [];
    const hits = places.map(({ start, end, text }) => ({ start, end, text }));
    return [{ indicator: id, category: indicator.category, label: indicator.label, hits }];
  });
}
