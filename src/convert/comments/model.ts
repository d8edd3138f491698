import type { ReviewComments } from '../../core/report/reviewComments';
import type { DocumentFormat } from '../../core/text/model';

/** A copy of a Word file with comments in its margin. */
export interface CommentRequest {
  /** The file. */
  readonly bytes: Uint8Array;
  /** The text that was reviewed: the file as it was imported, or what was exported to it. */
  readonly text: string;
  readonly format: DocumentFormat;
  readonly review: ReviewComments;
  /** Whose comments Word says they are. */
  readonly author: string;
}
