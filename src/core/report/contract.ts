/** The JSON contract of `annotate` and `coverage --format json`. Change it only with a new schema version. */
import type { ProblemClosure } from '../coverage/model';
import type { Checked, Evidence, Stance } from '../model';
import type { Severity } from '../rules/model';
import type { NotApplicable } from '../suppress/model';
import type { CategoryKind, Localized } from '../taxonomy/model';

export const schemaVersion = '1.0';

export interface AnnotationResult {
  readonly id: string;
  readonly kind: CategoryKind;
  readonly category: string;
  readonly stance: Stance;
  /** The sentence's, in UTF-16 code units; a byte order mark stands outside, CRLF is counted. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** 0–1, three decimals. */
  readonly score: number;
  readonly section: string;
  /** True for headings: a leaf found in headings only is thin. */
  readonly heading: boolean;
  readonly evidence: readonly Evidence[];
}

export interface DiagnosticResult {
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  /** The text between `start` and `end`; empty for a document without text. */
  readonly quote: string;
  readonly message: string;
  readonly categories: readonly string[];
}

/** A named policy instrument and where it stands; places where it is said to be wanting are left out. */
export interface InstrumentResult {
  /** Stable id of the indicator; the category is the part before the slash. */
  readonly indicator: string;
  readonly category: string;
  readonly label: Localized;
  readonly hits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface CoverageResult {
  readonly covered: readonly string[];
  readonly thin: readonly string[];
  readonly missing: readonly string[];
  readonly problems: readonly ProblemClosure[];
}

export interface DocumentResult {
  readonly path: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly encoding: string;
  /** UTF-16 code units without the byte order mark. */
  readonly length: number;
  readonly title: string;
  readonly annotations: readonly AnnotationResult[];
  /** For missing remedy leaves: the best sentence below the threshold; at most one a leaf. */
  readonly nearest: readonly AnnotationResult[];
  /** In the order of their first hit. */
  readonly instruments: readonly InstrumentResult[];
  readonly coverage: CoverageResult;
  /** Remedy leaves that do not apply by the user's word; they stay in `coverage.missing`. Absent where none. */
  readonly notApplicable?: readonly NotApplicable[];
  /** Here `isPolicyText` is also true where the name or a setting says so. */
  readonly checked: Checked;
  readonly diagnostics: readonly DiagnosticResult[];
}

export interface Output {
  readonly schemaVersion: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly taxonomy: { readonly id: string; readonly version: string; readonly fingerprint: string };
  readonly offsetUnit: 'utf-16';
  readonly documents: readonly DocumentResult[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}
