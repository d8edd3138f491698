import { message } from '../message';
import { likeness } from '../text/likeness';
import { plainDigits } from '../text/outline/chineseNumber';
import { excerptOf } from './clues';
import { units, wordsOf } from './commitment';
import type { Gap, Rule } from './model';

/** Shorter measures repeat by necessity; less likeness is not repetition (tried on published policies). */
const leastLength = 18;
const leastLikeness = 0.85;

/** Sentences that share a piece of this many characters are compared; lists of sharers are kept short. */
const pieceLength = 8;
const mostSharers = 12;

interface Measure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figures: string;
}

/** PL107: a measure that stands in the text twice, in the same or nearly the same words. */
export const duplicatedMeasure: Rule = {
  id: 'PL107',
  name: 'duplicated-measure',
  title: { zh: '重复的措施', en: 'Duplicated measure' },
  why: {
    zh: '多部门汇稿时，同一条措施常常写进两处，执行时不知以哪处为准。只比较带对策标注的句子；数字不同的（如不同档次的奖励）不算重复。',
    en: 'In texts compiled from several departments the same measure easily stands twice, and nobody knows which counts. Only tagged measures are compared; different figures (grades of a bonus) are no repetition.',
  },
  defaultSeverity: 'hint',
  source: '本工具的检查：相同字对的比例（Dice）不低于 0.85，长度不少于 18 字',
  bad: [
    {
      text: `# 关于支持科技创新的若干措施

## 一、强化企业创新

支持龙头企业牵头组建创新联合体，承担国家重大科技任务。

## 二、加强协同攻关

支持龙头企业牵头组建创新联合体，承担国家和省重大科技任务。
`,
      why: { zh: '同一条措施写了两遍。', en: 'The same measure stands twice.' },
    },
  ],
  good: [
    {
      text: `# 关于支持科技创新的若干措施

## 一、强化企业创新

对首次认定的高新技术企业给予一次性奖励20万元。

## 二、支持重新认定

对重新认定的高新技术企业给予一次性奖励10万元。
`,
      why: { zh: '两档奖励，数字不同，不是重复。', en: 'Two grades with different figures.' },
    },
  ],
  check(analysis) {
    const { document, annotations } = analysis;
    const tagged = new Set(
      annotations.filter(({ stance }) => stance === 'remedy').map(({ sentence }) => sentence),
    );
    const earlier = new Map<string, Measure[]>();
    const byText = new Map<string, Measure>();
    const findings: Gap[] = [];
    for (const index of [...tagged].sort((a, b) => a - b)) {
      const sentence = document.sentences[index];
      if (!sentence || sentence.isHeading) continue;
      const text = wordsOf(document, sentence).replace(/[\s，。；、：“”（）！？]/g, '');
      if (text.length < leastLength) continue;
      const measure = { start: sentence.start, end: sentence.end, text, figures: figuresOf(text) };
      const same = byText.get(text);
      const twin = same ?? twinOf(measure, earlier);
      if (twin)
        findings.push({
          start: measure.start,
          end: measure.end,
          message: message('PL107.message', excerptOf(analysis, twin)),
          related: [{ start: twin.start, end: twin.end, message: message('PL107.first') }],
          categories: [],
        });
      if (same) continue;
      byText.set(text, measure);
      remember(measure, earlier);
    }
    return findings;
  },
};

/** Pieces at fixed steps of the remembered text meet pieces at every place of the new one. */
function remember(measure: Measure, earlier: Map<string, Measure[]>): void {
  for (let at = 0; at + pieceLength <= measure.text.length; at += pieceLength) {
    const piece = measure.text.slice(at, at + pieceLength);
    const sharers = earlier.get(piece);
    if (!sharers) earlier.set(piece, [measure]);
    else if (sharers.length < mostSharers) sharers.push(measure);
  }
}

function twinOf(measure: Measure, earlier: ReadonlyMap<string, readonly Measure[]>): Measure | null {
  const tried = new Set<Measure>();
  for (let at = 0; at + pieceLength <= measure.text.length; at++)
    for (const other of earlier.get(measure.text.slice(at, at + pieceLength)) ?? []) {
      if (tried.has(other)) continue;
      tried.add(other);
      if (other.figures === measure.figures && likeness(other.text, measure.text) >= leastLikeness)
        return other;
    }
  return null;
}

/** Amounts, shares, deadlines, in either script; 一次性 and 一批 are none. */
const figures = new RegExp(
  `[0-9.%]+|百分之[一二三四五六七八九十百]+|(?!一次性|一批)[一二两三四五六七八九十百千万亿]+(?=${units})`,
  'g',
);

function figuresOf(text: string): string {
  return (plainDigits(text).match(figures) ?? []).join(' ');
}
