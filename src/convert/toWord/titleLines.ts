/** Where a long title breaks (GB/T 9704—2012 §7.3.1): words stay whole, and lines are of like lengths. */
import { textWidth } from './characterWidth';
import type { Run } from './model';
import { fontSize, page } from './page';
import { sliceRuns, textOf, trimRuns } from './runs';

/** What a line of the title holds, in its characters. */
const lineWidth = Math.floor(page.textWidth / (fontSize.second * 10 + page.characterSpacing));
/** Longer ones are no titles, and are left to the program that shows them. */
const longestTitle = 120;

/** Costs of a break, in characters by which lines differ, squared. */
const insideOfBookTitle = 12;
const insideOfTerm = 24;
const beforeSubject = -30;
const betweenOffices = -12;

/** Terms of titles that the segmenter takes for two words. */
const terms =
  /(?:科技|产业|技术|协同|融合|自主)创新|创新驱动|(?:科技|科研)成果|成果转化|转移转化|(?:融合|创新|协调|统筹|集聚)发展|深度融合|高质量发展|(?:科技|科创|产业|高端|技能|青年)人才|人才(?:培养|队伍|引进|评价|发展)|体制机制|现代化产业体系|新质生产力|先进制造业?|数字经济|实体经济|知识产权|(?:实施|工作|行动|试点|建设)方案|(?:若干|政策)措施|管理办法|实施(?:意见|细则|办法)|指导意见|行动计划|情况报告|调研报告|专项资金/g;

/** A place to break at, and what it costs there. */
interface Break {
  readonly at: number;
  readonly cost: number;
}

/** A title with line breaks (`\n`) where it is longer than a line; one that has breaks already stays as it is. */
export function withTitleLines(runs: readonly Run[]): readonly Run[] {
  const text = textOf(runs);
  const width = textWidth(text);
  if (width <= lineWidth || text.length > longestTitle || text.includes('\n')) return runs;
  const count = Math.ceil(width / lineWidth);
  // Words that stay whole may need a line more.
  const places = bestBreaks(text, count) ?? bestBreaks(text, count + 1);
  if (!places) return runs;
  return [0, ...places].flatMap((from, line) => [
    ...(line > 0 ? [{ text: '\n' }] : []),
    ...trimRuns(sliceRuns(runs, from, places[line] ?? text.length)),
  ]);
}

/** The breaks that cost least for so many lines; null where no line would fit. */
function bestBreaks(text: string, count: number): number[] | null {
  const mean = textWidth(text) / count;
  const places: readonly Break[] = [{ at: 0, cost: 0 }, ...breaksIn(text), { at: text.length, cost: 0 }];
  // By the lines so far: for each place the least cost of a line ending there, and the place before.
  let ends = places.map((_, index) => ({ cost: index === 0 ? 0 : Infinity, path: [] as number[] }));
  for (let line = 0; line < count; line++)
    ends = places.map(({ at, cost }, index) => {
      let best = { cost: Infinity, path: [] as number[] };
      for (let from = 0; from < index; from++) {
        const before = ends[from];
        const start = places[from]?.at ?? 0;
        const width = textWidth(text.slice(start, at).trim());
        if (!before || width > lineWidth) continue;
        const all = before.cost + (width - mean) ** 2 + cost;
        if (all < best.cost) best = { cost: all, path: [...before.path, at] };
      }
      return best;
    });
  const last = ends.at(-1);
  return last && last.cost < Infinity ? last.path.slice(0, -1) : null;
}

/** Between words, and not where a line would begin or end with what belongs to the other one. */
function breaksIn(text: string): Break[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  const whole = [...text.matchAll(terms)].map(({ 0: term, index }) => [index, index + term.length] as const);
  let depth = 0;
  return words.flatMap(({ index, segment }): Break[] => {
    const isInside = depth > 0;
    depth += segment === '《' ? 1 : segment === '》' ? -1 : 0;
    const before = text.slice(0, index);
    const after = text.slice(index);
    if (index === 0 || /[《〈（(“‘]\s*$|\d$/.test(before)) return [];
    if (/^[\s》〉）)”’、，：；。的地得之]/.test(after)) return [];
    const cost =
      (isInside ? insideOfBookTitle : 0) +
      (whole.some(([start, end]) => start < index && index < end) ? insideOfTerm : 0) +
      (/^(?:关于|印发|——)/.test(after) && !isInside ? beforeSubject : 0) +
      (/\s$/.test(before) ? betweenOffices : 0);
    return [{ at: index, cost }];
  });
}
