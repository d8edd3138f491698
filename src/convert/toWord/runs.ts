import { wide } from '../../core/text/characters';
import { joinsLines } from '../../core/text/markdown/prose';
import { trim } from '../../core/text/sentences';
import type { Run } from './model';

/** Stands before a line end that is a line break, until lines are joined. */
export const hardBreak = '\v\n';

/** What runs say. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** A stretch of runs. A reference to a footnote stays with what it stands behind. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const slice: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + run.text.length);
    if (run.text === '') {
      if ((at > start || start === 0) && at <= end) slice.push(run);
    } else if (from < to) slice.push({ ...run, text: run.text.slice(from - at, to - at) });
    at += run.text.length;
  }
  return slice;
}

/** Without white space at both ends: the page has indents of its own. References in it stay (有进展 [^1]). */
export function trimRuns(runs: readonly Run[]): Run[] {
  const text = textOf(runs);
  const { start, end } = trim(text, 0, text.length);
  const isReference = (run: Run): boolean => run.text === '';
  return [
    ...(start > 0 ? sliceRuns(runs, 0, start).filter(isReference) : []),
    ...sliceRuns(runs, start, end),
    ...(end > start ? sliceRuns(runs, end, text.length).filter(isReference) : []),
  ];
}

/** An article's number, behind which a blank stands in print, too. */
const articleNumber = /^第[〇零一二三四五六七八九十百千\d]{1,9}条(?:之[一二三四五六七八九十]{1,3})?$/;

/** Behind them there is no blank, whatever follows. */
const closesClause = /[\u3001-\u3003\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u201d]$/;

/**
 * Without the blanks that Markdown wants around its marks and Chinese does not: **一、甲乙。** 丙丁. Those beside figures
 * and letters stay, and the number of an article has a full one: 第一条 为……
 */
export function withoutGaps(runs: readonly Run[]): Run[] {
  const closed = runs.map((run) => ({ ...run }));
  for (let at = 1; at < closed.length; at++) {
    const before = closed[at - 1] as Run & { text: string };
    const after = closed[at] as Run & { text: string };
    const left = before.text.trimEnd();
    const right = after.text.trimStart();
    const gap = before.text.slice(left.length) + after.text.slice(0, after.text.length - right.length);
    if (!/^ +$/.test(gap) || left === '' || right === '' || !differ(before, after)) continue;
    if (at === 1 && articleNumber.test(left)) {
      closed[0] = { ...before, text: `${left}\u3000` };
      closed[1] = { ...after, text: right };
      continue;
    }
    if (!closesClause.test(left) && !(wide.test(left.slice(-1)) && wide.test(right.charAt(0)))) continue;
    closed[at - 1] = { ...before, text: left };
    closed[at] = { ...after, text: right };
  }
  return closed;
}

function differ(one: Run, other: Run): boolean {
  return one.bold !== other.bold || one.italic !== other.italic || one.strike !== other.strike;
}

/** Runs of several lines of a source as one paragraph; breaks that were meant stay. */
export function joinLines(runs: readonly Run[]): Run[] {
  const whole = textOf(runs);
  let at = 0;
  return runs.map((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.replace(/\v\n|\v|(?<![ \t])[ \t]*\r?\n[ \t]*/g, (found, offset: number) => {
      if (found === hardBreak) return '\n';
      const place = start + offset;
      return found === '\v' || joinsLines(whole.charAt(place - 1), whole.charAt(place + found.length))
        ? ''
        : ' ';
    });
    return { ...run, text };
  });
}
