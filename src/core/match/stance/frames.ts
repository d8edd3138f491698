import { countWhile } from '../../bisect';
import type { Span } from '../../text/model';
import { startingIn } from '../../text/startingIn';
import { endsAsCase, isApplied, isCase } from './conditions';
import { isDeniedBy, isGoneBehind, isNoneOf, isPlainDenial } from './denials';
import { generalityOf, mayGeneralize } from './generalities';
import { mayPutAside, putAside, type Clause } from './oppositions';
import { isWarnedBy, isWarning, mayWarn } from './warnings';

/**
 * What a clause does with a defect or a measure other than stating it (codebook, 立场: only what the text itself says
 * is coded).
 */
export type FrameKind =
  | 'denied' // 不存在人才流失, 不良率不足1%
  | 'overcome' // 融资难已基本解决
  | 'averted' // 决不能让人才流失
  | 'past' // 过去……，如今……
  | 'condition' // 抵押物不足的，可以……
  | 'withheld' // 暂缓建设, 同时废止
  | 'asked' // 要不要建设……？
  | 'cited' // 根据《……》
  | 'annex' // 附件：1.……
  | 'meaning' // 建设中试基地意义重大
  | 'improvement' // 攻关能力显著增强
  | 'aside' // 不是缺设备，而是缺人: the side that the other one replaces
  | 'contrast'; // 建成三家平台，但转化率偏低: the side without the defect, which is read by itself

/** A stretch that is read in such a frame. Offsets like those of the sentence. */
export interface Frame extends Span {
  readonly kind: FrameKind;
}

/** Frames in which a defect is named but not stated; in the others nothing is said to be done either. */
const freesProblems: ReadonlySet<FrameKind> = new Set(['denied', 'overcome', 'averted', 'past', 'condition']);

/** Whether a defect in the frame is none; its other words still count. */
export function isNoProblem({ kind }: Frame): boolean {
  return freesProblems.has(kind);
}

/** Whether nothing in the frame counts. */
export function isSilent(frame: Frame): boolean {
  return !isNoProblem(frame);
}

const endings =
  '解决|缓解|化解|破解|破除|打破|改善|改观|好转|扭转|改变|摆脱|打消|消除|消失|终结|克服|打通|补齐|补上|填补|弥补|遏制|攻克|根治|杜绝';

/** Behind a defect: it is over, or being done away with. */
const overcome = new RegExp(
  `(?:已|得到|得以|基本|有效|根本|彻底|全面|明显|显著|大为|大大|宣告|成功|可以|有望|能够|逐步|逐渐|加快|加速|着力)[^，,]{0,6}(?:${endings})|一去不复返|不复存在|成为历史|成为过去|画上了?句号|(?:已经?|早就)不(?:再|是)|不再(?:是|成为|存在)|迎刃而解`,
);

/** From a defect on: what would make an end of it has not happened, is asked for, or is itself hindered. */
const notYet =
  /未|没|难以|很难|难于|无法|不能|不易|有待|亟|急需|仍|尚|(?<!供)需(?!求)|必须|应|如何|怎样|制约|阻碍|妨碍|影响|不利|限制|束缚|掣肘/;

/** In front of a defect, up to it: it is not there. */
const denied =
  /(?:不存在|不再(?:是|有|存在|为|受|因|担心)|再也(?:不|没)|(?:没有|未曾?)(?:出现|发生|发现|遇到|反映)|并非|并不(?:是|存在|缺)|没有(?:一|任何)[^，,]{0,6}(?:反映|提出|认为|因|受))(?:(?!原因|在于|导致|造成)[^，,]){0,12}$/;

/** 并非没有短板: it is there after all. */
const twiceDenied = /(?:并非|不是)(?:没|不|毫?无)/;

/** Rates that should be low, and times that should be short: to fall below a figure is no defect. */
const goodFigure =
  /(?:流失率|不良率|失信率|淘汰率|差错率|退货率|逾期率|事故率)[^，,]{0,6}(?:不足|不到|低于|少于|仅|只有|控制在|降至|降到|下降)|(?:用时|耗时|历时|压缩[至到为]|缩短[至到为]|缩减[至到为]|仅用|只用)[^，,]{0,3}(?:不足|不到|少于|低于)|(?:利率|费率|税率|贷款率|成本|周期)[^，,高长]{0,6}(?:不到|仅|只有|只要|降至|降到|下降|下滑|缩短)/;

const once =
  /^(?:过去|以前|从前|昔日|原先|原来|曾经|此前|以往|早年|往年|当年|[一二三四五六七八九十几数\d]+多?年前)/;
const now =
  /^(?:而|但|不过|可)?(?:如今|现在|现已|而今|今天|目前已|眼下已|到今天|到现在|已经?|早已|现(?!有|行|状|实|阶段|场|金|代|象))/;

const shortPart = /(?:不足|缺口|不够)的?部分/;

const withheld =
  /暂缓|暂不(?!能|可)|暂无(?:权限|条件|计划|安排|打算)|(?:停止|终止)(?:执行|实施|发放|受理)|不再(?:新建|新设|新增|新批|审批|安排|保留|执行|实施|发放|受理)|废止|自行失效|取消[^，,]{0,10}(?:补贴|奖励|补助|资助|奖补|优惠政策)|留作参考|不予采纳|(?<!被)暂停(?:受理|发放|执行|实施)|(?<!无人|没人|没有人|谁|不能|不会)不(?:建议|赞成)/;
const deliberates = /是否|要不要|该不该|可不可以|应不应该?|有没有必要|是不是/;
/** The same of something to come; behind a longer lead-in it is mostly a complaint in the form of a question. */
const wonders = /^(?:问[：:])?(?:[^，,：:]+[，,：:])?[^，,：:]*会不会[^，,：:]*$/;
const asks = /[？?][”」』"']?\s*$/;

const title = /《[^《》]{1,80}》/g;
const citing = /(?:根据|依据|依照|按照|遵照|参照|对照|现将|印发|学习|解释)[^，,。；;《》]{0,14}$/;
const citingAfter = /^(?:等[^，,。；;《》]{0,8})?(?:精神|同时废止|予以废止|废止|由[^，,]{0,14}解释)/;
const between = /^[、和及与]?$/;

/** What makes a closer look worth while; most sentences have nothing of it. */
const hint =
  /暂|不再|不建议|不赞成|止|失效|取消|留作|不予|[？?]|《|率|成本|周期|用时|耗时|历时|压缩|缩短|缩减|仅用|只用|不足的?部分|缺口的?部分/;

/**
 * The frames of one sentence, in no order.
 *
 * @param clauseEnds Ends of its clauses: behind commas and colons.
 * @param defects Starts and ends of the defect words in it, by place.
 */
export function framesOf(
  text: string,
  sentence: Span,
  clauseEnds: readonly number[],
  defects: readonly Span[],
): readonly Frame[] {
  if (defects.length === 0) {
    const whole = text.slice(sentence.start, sentence.end);
    const isPlain = !isPlainDenial(whole) && !mayWarn(whole) && !mayPutAside(whole) && !mayGeneralize(whole);
    if (isPlain && !hint.test(whole)) return noFrames;
  }
  const clauses = clausesOf(text, sentence, clauseEnds);
  const aside = putAside(clauses);
  const frames: Frame[] = aside.map((span) => ({ kind: 'aside', ...span }));
  clauses.forEach((clause, i) => {
    const kind = touchesAny(clause, aside) ? null : problemFrame(clauses, i, defects);
    if (kind) frames.push({ kind, start: clause.start, end: clause.end });
  });
  addPast(clauses, defects, frames);
  const generality = defects.length === 0 ? generalityOf(clauses) : null;
  if (generality) frames.push({ kind: generality, start: sentence.start, end: sentence.end });
  addSilent(text, sentence, clauses, frames);
  return frames;
}

function clausesOf(text: string, sentence: Span, ends: readonly number[]): Clause[] {
  let start = sentence.start;
  return ends.map((end) => {
    const clause = { start, end, text: text.slice(start, end).trimStart() };
    start = end;
    return clause;
  });
}

/** @param spans By place, none over another. */
function touchesAny({ start, end }: Span, spans: readonly Span[]): boolean {
  const next = spans[countWhile(spans, (span) => span.end <= start)];
  return next !== undefined && next.start < end;
}

/** In which frame a clause names a defect, if in any. */
function problemFrame(clauses: readonly Clause[], i: number, defects: readonly Span[]): FrameKind | null {
  const clause = clauses[i] as Clause;
  if (goodFigure.test(clause.text)) return 'denied';
  if (shortPart.test(clause.text)) return 'condition';
  if (isPlainDenial(clause.text)) return 'denied';
  if (isWarning(clause.text)) return 'averted';
  const own = startingIn(defects, clause);
  const [first] = own;
  if (!first) return null;
  const next = clauses[i + 1];
  // Leading blanks were cut off: places are counted from the end.
  const upTo = (place: number): string => clause.text.slice(0, clause.text.length - (clause.end - place));
  const from = (place: number): string => clause.text.slice(clause.text.length - (clause.end - place));
  const isDenied = ({ start, end }: Span): boolean => {
    const before = upTo(start);
    const defect = upTo(end).slice(before.length);
    return (
      (denied.test(before) || isDeniedBy(before) || isNoneOf(defect, before, from(end), !next)) &&
      !twiceDenied.test(upTo(end))
    );
  };
  if (own.some(isDenied)) return 'denied';
  if (own.some(({ start }) => isWarnedBy(upTo(start)))) return 'averted';
  const behind = from(first.end);
  if ((overcome.test(behind) || isGoneBehind(behind)) && !notYet.test(from(first.start))) return 'overcome';
  const last = own.at(-1) ?? first;
  return next && (isCase(clause, next) || isApplied(clause, next, last.end)) ? 'condition' : null;
}

/** Once it was so, now it is otherwise: the former is no problem where the latter is none. */
function addPast(clauses: readonly Clause[], defects: readonly Span[], frames: Frame[]): void {
  const from = clauses.findIndex(({ text }) => once.test(text));
  if (from < 0) return;
  const to = clauses.findIndex(({ text }, i) => i > from && now.test(text));
  if (to < 0 || clauses.slice(to).some((clause) => startingIn(defects, clause).length > 0)) return;
  frames.push({
    kind: 'past',
    start: (clauses[from] as Clause).start,
    end: (clauses[to - 1] as Clause).end,
  });
}

function addSilent(text: string, sentence: Span, clauses: readonly Clause[], frames: Frame[]): void {
  const whole = text.slice(sentence.start, sentence.end);
  if (asks.test(whole) && (deliberates.test(whole) || wonders.test(whole))) {
    frames.push({ kind: 'asked', start: sentence.start, end: sentence.end });
    return;
  }
  // In a given case to withhold something is a measure: 转化率低于一成的，不再安排……
  const isRule = clauses.some((clause) => endsAsCase(clause));
  if (!isRule)
    for (const clause of clauses) {
      const at = clause.text.search(withheld);
      // Behind a comma what is withheld stands before it: 关于……的建议，暂不采纳.
      if (at >= 0)
        frames.push({ kind: 'withheld', start: at === 0 ? sentence.start : clause.start, end: clause.end });
    }
  let isCited = false;
  let last = 0;
  for (const { index, 0: name } of whole.matchAll(title)) {
    const before = whole.slice(last, index);
    const after = whole.slice(index + name.length, index + name.length + 24);
    isCited = citing.test(before) || citingAfter.test(after) || (isCited && between.test(before));
    last = index + name.length;
    if (isCited) frames.push({ kind: 'cited', start: sentence.start + index, end: sentence.start + last });
  }
}

const noFrames: readonly Frame[] = [];
