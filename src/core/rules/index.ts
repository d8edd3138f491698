import { actorImbalance } from './actorImbalance';
import { brokenNumbering } from './brokenNumbering';
import { duplicatedMeasure } from './duplicatedMeasure';
import { emptyCommitment } from './emptyCommitment';
import { measuresWithoutActor } from './measuresWithoutActor';
import { missingRemedies } from './missingRemedies';
import { misquotedExpression } from './misquotedExpression';
import type { Rule } from './model';
import { problemWithoutRemedy } from './problemWithoutRemedy';
import { thinAnswer } from './thinAnswer';
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
];
