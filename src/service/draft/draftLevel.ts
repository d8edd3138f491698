import type { ParsedDocument } from '../../core/text/model';
import { titleWords } from '../../core/text/title';

/** Levels of government that write plans; drafts are written for a 市. */
type Level = '省' | '自治区' | '市' | '县' | '区';

/** A place's name with its level, or 我省, 全县; not 城市, 市场, 区域, 园区 and the like. */
const named =
  /(?:自治区|省(?!级|部)|(?<![城都])市(?![场值面])|县(?![域级])|(?<![地园社片景库专新发范城郊校林灾牧])区(?![域块间位别分]))/g;
const own = /(?:全|我|本)(自治区|省|市(?!场)|县(?!域)|区(?!域))/g;

/** Where one place's name follows another's at once, the latter is meant: 甲省乙市. */
const longestName = 5;

/** Offices and other bodies of a 市 in a draft; 城市, 三市 and 市场 are none. */
const body =
  /市(?=委|属|级|政府|科技|工业和信息化局|发展改革委|财政|教育局|人力资源社会保障局|商务局|市场监管局|税务局|审计局|数据局|国资委)/g;

/** What offices of a province are called, where they are not as in a 市: 科技厅 for 科技局. */
const departments = /(科技|工业和信息化|财政|教育|人力资源社会保障|商务|审计)局/g;

/** A draft's words for the level that a text is written on: its offices, not those of another government. */
export function atLevel(draft: string, document: ParsedDocument): string {
  const level = levelOf(document);
  if (level === '市') return draft;
  const words = draft.replace(body, level);
  if (level === '省' || level === '自治区') return words.replace(departments, '$1厅');
  return words.replaceAll('发展改革委', '发展改革局').replaceAll('国资委', '国资局');
}

function levelOf(document: ParsedDocument): Level {
  return leading(titleWords(document)) ?? mostFrequent(document.prose) ?? '市';
}

function leading(title: string): Level | undefined {
  let found: RegExpMatchArray | undefined;
  for (const next of title.matchAll(named)) {
    if (found && next.index - (found.index ?? 0) > longestName) break;
    found = next;
  }
  return found?.[0] as Level | undefined;
}

function mostFrequent(text: string): Level | undefined {
  const counts = new Map<Level, number>();
  for (const [, level] of text.matchAll(own))
    counts.set(level as Level, (counts.get(level as Level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
