import type { Rule } from './model';
import { missingRemedies } from './missingRemedies';
import { problemWithoutRemedy } from './problemWithoutRemedy';

/** All diagnostics, by id. */
export const rules: readonly Rule[] = [problemWithoutRemedy, missingRemedies];
