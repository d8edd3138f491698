import type { Span } from '../text/model';

/** A clause that opens the other side of a contrast. */
const turns =
  /^(?:但(?![凡书])|然而|可是|不过(?![度分剩滤半程])|只是(?!为了)|反观|相反|另一方面|与此形成对比)|^[^，,：:]{0,8}却/;
/** What a first side may concede … */
const concedes = /^(?:虽(?:然|说|已|有|则)?|尽管|固然|诚然)/;
/** … where a later clause says that something has stayed as it was. */
const stays = /仍|依然|依旧|还是|还(?:不|没|未|有|存在|比较|较)|也(?:不|没|未)/;

/**
 * Where a contrast parts a sentence in two: the start of its second side, -1 where there is none (平台建起来了，却……).
 *
 * @param clauseEnds Ends of its clauses: behind commas and colons.
 */
export function turnOf(text: string, { start }: Span, clauseEnds: readonly number[]): number {
  const starts = [start, ...clauseEnds.slice(0, -1)];
  const clause = (i: number): string => text.slice(starts[i], clauseEnds[i]).trimStart();
  for (let i = 1; i < starts.length; i++) if (turns.test(clause(i))) return starts[i] as number;
  if (!concedes.test(clause(0))) return -1;
  for (let i = 1; i < starts.length; i++) if (stays.test(clause(i))) return starts[i] as number;
  return -1;
}
