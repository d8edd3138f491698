/** What the analysis finds in a text, for tests that say it in a line. */
import { analyze } from '../../../src/core/analyze';
import { explain } from '../../../src/core/match/explain';
import type { AnalyzeOptions, Annotation, Environment } from '../../../src/core/model';
import type { Finding } from '../../../src/core/rules/model';
import type { DocumentFormat } from '../../../src/core/text/model';
import { builtinEnvironment, smallEnvironment } from './environment';

/** Tags of problems and remedies, as users get them. */
export function tagsIn(text: string, format: DocumentFormat = 'plain'): Annotation[] {
  const { annotations } = analyze(text, format, builtinEnvironment());
  return annotations.filter(({ kind }) => 'PRS'.includes(kind));
}

/** The categories of these tags. */
export function codesIn(text: string, format: DocumentFormat = 'plain'): string[] {
  return tagsIn(text, format).map(({ category }) => category);
}

/** What is told of each sentence of a plain text to who asks why it has its tags. */
export function explained(text: string, category?: string): ReturnType<typeof explain> {
  const environment = builtinEnvironment();
  const span = { start: 0, end: text.length };
  return explain(analyze(text, 'plain', environment), environment, span, category);
}

/** What a rule finds in a text, by the small taxonomy where no other is given. */
export function findingsOf(
  rule: string,
  text: string,
  {
    format = 'plain',
    environment = smallEnvironment(),
    ...options
  }: AnalyzeOptions & { format?: DocumentFormat; environment?: Environment } = {},
): Finding[] {
  return analyze(text, format, environment, options).findings.filter((finding) => finding.rule === rule);
}
