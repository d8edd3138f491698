import { message, type Message } from '../message';
import type { Output } from './contract';
import type { ReportInput } from './input';
import { render } from './words';

/** What the reader must know before all figures, as it was kept from all documents alike. */
export function noticesOf({ isRestricted }: Pick<ReportInput, 'isRestricted'>): Message[] {
  return isRestricted ? [message('report.restricted')] : [];
}

/** The same, in words. */
export function noticeWords(input: Pick<ReportInput, 'isRestricted' | 'words'>): string[] {
  return noticesOf(input).map((notice) => render(input.words, notice));
}

/**
 * What was not read, for formats that have no other place for {@link noticesOf}: these stand first, under the folder
 * where it is kept.
 */
export function skippedOf(input: ReportInput): Output['skipped'] {
  const kept = noticeWords(input).map((reason) => ({ path: '.policy-lens', reason }));
  return [...kept, ...input.output.skipped];
}
