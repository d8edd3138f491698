import type { Message } from '../message';
import type { Analysis } from '../model';
import type { Localized, Taxonomy } from '../taxonomy/model';
import type { Span } from '../text/model';

/** Severities of what is reported, worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** What a user may say of a rule. */
export const ruleLevels = [...severities, 'off'] as const;

/** The severity of what a rule finds, or that it is not asked. */
export type RuleLevel = (typeof ruleLevels)[number];

export interface RelatedSpan extends Span {
  readonly message: Message;
}

/** What a rule reads. */
export type RuleInput = Omit<Analysis, 'findings'>;

/** One gap in one document, as a rule finds it. */
export interface Gap extends Span {
  readonly message: Message;
  readonly related: readonly RelatedSpan[];
  /** Category codes the finding is about; quick fixes use them. */
  readonly categories: readonly string[];
  /** What to write instead, where the finding knows it. */
  readonly replacement?: string;
}

/** A gap with the rule that found it. */
export interface Finding extends Gap {
  /** Rule id, e.g. `PL101`. */
  readonly rule: string;
}

/** An example is a whole small document (Markdown). */
export interface RuleExample {
  readonly text: string;
  readonly why: Localized;
}

/** A diagnostic: one file each. Examples are run as tests and rendered as documentation. */
export interface Rule {
  readonly id: string;
  /** Kebab-case name, e.g. `problem-without-remedy`. */
  readonly name: string;
  readonly title: Localized;
  /** What it looks for and why it helps the writer. */
  readonly why: Localized;
  readonly defaultSeverity: RuleLevel;
  /** Paper section, codebook, standard or measurement. */
  readonly source: string;
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  check(analysis: RuleInput, taxonomy: Taxonomy): readonly Gap[];
}
