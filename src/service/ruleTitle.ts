import { ruleOf } from '../core/rules';
import type { Translator } from '../l10n/translator';

/** What a rule is called; the id where it is none of ours, as a comment in a text may have it. */
export function ruleTitle({ name }: Translator, rule: string): string {
  const title = ruleOf(rule)?.title;
  return title ? name(title) : rule;
}
