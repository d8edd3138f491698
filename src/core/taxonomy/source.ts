import type { Indicator, IndicatorStrength } from './model';

/**
 * The form in which taxonomies are written (YAML or JSON, see schemas/taxonomy.schema.json): what a person types,
 * before phrases are spread out and defaults filled in. Everything here has passed the schema.
 */

/** Chinese and English, or one text for both. */
export type SourceText = string | { readonly zh: string; readonly en?: string };

export interface SourceIndicator {
  readonly id: string;
  readonly zh: string;
  readonly en?: string;
  readonly from?: Indicator['source'];
  readonly strength?: IndicatorStrength;
  readonly instrument?: boolean;
  readonly phrases?: readonly string[];
  readonly patterns?: readonly string[];
  readonly unless?: readonly string[];
  readonly example?: string;
  readonly counterExample?: string;
}

export interface SourceBoundary {
  readonly with: string;
  readonly zh: string;
  readonly en?: string;
}

export interface SourceDraft {
  readonly zh: string;
  readonly en?: string;
  readonly body: string;
}

export interface SourceCategory {
  readonly code: string;
  readonly name?: SourceText;
  readonly definition?: SourceText;
  readonly section?: string;
  readonly supplement?: boolean;
  readonly backbone?: string;
  readonly boundaries?: readonly SourceBoundary[];
  readonly model?: string;
  readonly why?: SourceText;
  readonly drafts?: readonly SourceDraft[];
  readonly indicators?: readonly SourceIndicator[];
}

export interface SourceLink {
  readonly problem: string;
  readonly primary?: readonly string[];
  readonly related?: readonly string[];
}

/** One file. A taxonomy may be spread over several. */
export interface SourceFile {
  readonly id?: string;
  readonly version?: string;
  readonly title?: SourceText;
  readonly reference?: string;
  /** Id of the taxonomy whose categories, indicators and links are taken over unless given here. */
  readonly extends?: string;
  /** Categories (`R2.3`) and indicators (`R2.3/tech-manager`) of the extended taxonomy to leave out. */
  readonly remove?: readonly string[];
  /** Named word lists for use in phrases and patterns as `<name>`. */
  readonly lists?: Readonly<Record<string, string>>;
  readonly categories?: readonly SourceCategory[];
  readonly links?: readonly SourceLink[];
}
