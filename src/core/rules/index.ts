import { actorImbalance } from './actorImbalance';
import { brokenNumbering } from './brokenNumbering';
import { duplicatedMeasure } from './duplicatedMeasure';
import { emptyCommitment } from './emptyCommitment';
import { measuresWithoutActor } from './measuresWithoutActor';
import { missingRemedies } from './missingRemedies';
import { misquotedExpression } from './misquotedExpression';
import type { Taxonomy } from '../taxonomy/model';
import type { Finding, Rule, RuleInput } from './model';
import { problemWithoutRemedy } from './problemWithoutRemedy';
import { thinAnswer } from './thinAnswer';
import { unfilledBlank } from './unfilledBlank';
import { unfulfilledHeading } from './unfulfilledHeading';

/** All diagnostics, by id. */
export const rules: readonly Rule[] = [
  problemWithoutRemedy,
  missingRemedies,
  thinAnswer,
  measuresWithoutActor,
  emptyCommitment,
  unfulfilledHeading,
  duplicatedMeasure,
  brokenNumbering,
  misquotedExpression,
  actorImbalance,
  unfilledBlank,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of that id; none where an old comment or another tool names one that is not ours. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** What is chosen for a rule, which may be named by its id or in words. */
export function chosenFor<T>(choices: Readonly<Record<string, T>>, { id, name }: Rule): T | undefined {
  return choices[id] ?? choices[name];
}

/** Most findings of one rule in one document: whoever has twenty broken numbers has one broken numbering. */
const mostFindings = 20;

/** Runs the rules that are wanted over one document, by rule and place; yields between two rules. */
export function* checkRules(
  analysis: RuleInput,
  taxonomy: Taxonomy,
  isWanted: (id: string) => boolean,
): Generator<void, Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!isWanted(rule.id)) continue;
    yield;
    const gaps = rule.check(analysis, taxonomy).slice(0, mostFindings);
    findings.push(...gaps.map((gap) => ({ rule: rule.id, ...gap })));
  }
  return findings;
}
