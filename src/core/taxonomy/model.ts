/** The taxonomy of 周军、吴红 (2025) as data. Users may bring their own in the same form. */

/** Problem, pathway (实现路径), safeguard (政策保障), actor, theory dimension, mechanism. */
export type CategoryKind = 'P' | 'R' | 'S' | 'A' | 'T' | 'M';

/** Words for users, Chinese first. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

export type IndicatorStrength = 'strong' | 'medium' | 'weak';

/** Several groups of alternatives that must stand together: 引进 … 人才. */
export interface IndicatorPattern {
  /** Each slot lists alternatives; one of every slot must occur. */
  readonly slots: readonly (readonly string[])[];
  readonly within: 'clause' | 'sentence';
  /** True when the slots must occur in the order given. */
  readonly ordered: boolean;
  /** Most UTF-16 units between two neighbouring slots. */
  readonly maxGap: number;
}

/** What the text may show of a category: a group of phrases or patterns with one id. */
export interface Indicator {
  /** Stable id such as `R2.3/tech-manager`. */
  readonly id: string;
  /** The category it belongs to (the part of the id before the slash). */
  readonly category: string;
  readonly label: Localized;
  /** Where it comes from: the paper, the codebook, or the language of the field. */
  readonly source: 'paper' | 'codebook' | 'field' | 'user';
  /** A named policy instrument (codebook, layer I). */
  readonly instrument: boolean;
  readonly strength: IndicatorStrength;
  readonly phrases: readonly string[];
  readonly patterns: readonly IndicatorPattern[];
  /** A hit inside one of these longer phrases is not a hit. */
  readonly unless: readonly string[];
  /** One sentence in which it counts and one in which it does not; run as tests. */
  readonly example: string | null;
  readonly counterExample: string | null;
}

/** How to tell a category from a neighbour. */
export interface Boundary {
  readonly with: string;
  readonly rule: Localized;
}

/**
 * A model paragraph for a missing remedy, as a VS Code snippet body with placeholders
 * `${1:牵头部门}` … for actor, instrument, figure and deadline.
 */
export interface DraftForm {
  readonly title: Localized;
  readonly body: string;
}

export interface Category {
  readonly code: string;
  readonly kind: CategoryKind;
  /** Code of the group (`R2` for `R2.3`); null for groups and for A/T/M. */
  readonly parent: string | null;
  readonly isLeaf: boolean;
  readonly name: Localized;
  readonly definition: Localized;
  /** Section of the paper, e.g. 路径选择 2（依托企业）, or of an author's own source. */
  readonly section: string;
  /** What the taxonomy is called that names this section, where it is not the one it extends. */
  readonly credit?: Localized;
  /** True where it is not taken over from the taxonomy that is extended. */
  readonly isAdded?: true;
  /** True for what the codebook marks †: this project's supplement, not the paper's words (界面标 补充). */
  readonly supplement: boolean;
  /** Backbone 市场—企业—政府: A1, A2 or A3 for pathways and mechanisms, else null. */
  readonly backbone: string | null;
  readonly boundaries: readonly Boundary[];
  /** One model sentence of our own. */
  readonly model: string;
  /** Why a missing remedy matters; R and S only. */
  readonly why: Localized | null;
  readonly drafts: readonly DraftForm[];
  readonly indicators: readonly Indicator[];
}

/** Which remedies answer a stated problem: this project's reading of the paper, editable by users. */
export interface ProblemLink {
  readonly problem: string;
  readonly primary: readonly string[];
  readonly related: readonly string[];
  /** True where a taxonomy that extends another one says it. */
  readonly isOwn?: true;
}

export interface Taxonomy {
  readonly id: string;
  /** Id of the taxonomy it extends, null for one that stands by itself; the learned model serves both. */
  readonly base: string | null;
  readonly version: string;
  readonly title: Localized;
  /** Full bibliographic reference. */
  readonly reference: string;
  readonly categories: readonly Category[];
  readonly byCode: ReadonlyMap<string, Category>;
  readonly links: readonly ProblemLink[];
  /** Hash over everything that can change an analysis; 16 hex digits. */
  readonly fingerprint: string;
}
