import type { Span } from '../../text/model';

/** A clause that opens the other side of a contrast. */
const turns =
  /^(?:但(?![凡书])|然而|可是|不过(?![度分剩滤半程])|只是(?!为了)|反观|相反|另一方面|与此形成对比)|^[^，,：:]{0,8}(?<![冷退忘])却(?!步)/;
/** A clause that opens what is asked for, or done, about a defect: a request for a measure is a measure. */
const answers =
  /^(?:[^，,：:的]{0,6}(?:希望(?!小学|工程)|盼望?|期[盼待望]|渴望|呼吁|恳请|请求|提请|建议|提议)|请(?!假|客)|望(?!而)|为此|因此|因而|所以|于是|对此|据此|有鉴于此|应(?!对|用|届|急|收|付|变|有的)|要(?!么|素|求|件|是|害|点|不[到了得起来然])|须|必须|需要(?!(?:改进|解决)的)|拟|将(?!军|近(?!期))|正在|正(?!常(?!态)|如(?!火)|规(?!划)|确(?!定)|[式值因])|现正|计划|决定|下一步|今后|接下来)/;
/** The same behind a time or somebody who can do it. */
const answersBy =
  /^(?:今年|明年|年内|今明两年|近期|下半年|财政|政府|市里|省里|区里|县里|我们|各级|有关部门)(?:还|也|就|都)?(?:要(?![么素求件是害点])|应(?![对用届急收付变])|须|必须|将(?!军|近)|拟|再(?!次|度|加上|者))/;
/** What a first side may concede … */
const concedes = /^(?:虽(?:然|说|已|有|则)?|尽管|固然|诚然)/;
/** … where a later clause says that something has stayed as it was. */
const stays = /仍|依然|依旧|还是|还(?:不|没|未|有|存在|比较|较)|也(?:不|没|未)/;

/**
 * Where a sentence sets two sides against each other: the start of the second one, -1 where there is none
 * (平台建起来了，却……; 平台不足，建议……).
 *
 * @param clauseEnds Ends of its clauses: behind commas and colons.
 */
export function turnOf(text: string, { start }: Span, clauseEnds: readonly number[]): number {
  const starts = [start, ...clauseEnds.slice(0, -1)];
  const clause = (i: number): string => text.slice(starts[i], clauseEnds[i]).trimStart();
  for (const opens of [turns, answers, answersBy])
    for (let i = 1; i < starts.length; i++) if (opens.test(clause(i))) return starts[i] as number;
  if (!concedes.test(clause(0))) return -1;
  for (let i = 1; i < starts.length; i++) if (stays.test(clause(i))) return starts[i] as number;
  return -1;
}
