/** The learned model, decoded. */
export interface Model {
  readonly id: string;
  /** Codes of the leaves, one column each. */
  readonly leaves: readonly string[];
  /** Names of the features, one row each. */
  readonly names: readonly string[];
  /** True where the model has seen the indicator. */
  knows(indicator: string): boolean;
}
