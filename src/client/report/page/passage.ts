import type { DocumentResult } from '../../../core/report/contract';

/**
 * Where a passage of a report stands in the text as it is now. Offsets hold while the text is the one that was
 * analysed; after that (edited, or line ends made uniform by the editor) the quote is looked for, nearest first.
 */
export function passageIn(
  text: string,
  result: DocumentResult,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const quote = quoteAt(result, start, end);
  const within = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  if (quote === undefined || quote === '' || text.slice(start, end) === quote)
    return { start: within(start), end: within(Math.max(start, end)) };
  const wanted = [...new Set([quote, quote.replace(/\r\n/g, '\n'), quote.replace(/\r?\n/g, '\r\n')])];
  let best: { start: number; end: number } | undefined;
  for (const candidate of wanted)
    for (let at = text.indexOf(candidate); at >= 0; at = text.indexOf(candidate, at + 1))
      if (!best || Math.abs(at - start) < Math.abs(best.start - start))
        best = { start: at, end: at + candidate.length };
  return best ?? { start: within(start), end: within(start) };
}

function quoteAt(result: DocumentResult, start: number, end: number): string | undefined {
  const isIt = (each: { readonly start: number; readonly end: number }): boolean =>
    each.start === start && each.end === end;
  return (
    result.annotations.find(isIt)?.quote ??
    result.nearest.find(isIt)?.quote ??
    result.diagnostics.find(isIt)?.quote ??
    result.instruments.flatMap(({ hits }) => hits).find(isIt)?.text
  );
}
