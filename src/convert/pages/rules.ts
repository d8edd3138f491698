/** A straight line that a page draws, in points; thin boxes are lines, too. */
export interface Rule {
  /** From left to right, or else from bottom to top. */
  readonly isAcross: boolean;
  /** Its height on the page, or how far right it is. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
