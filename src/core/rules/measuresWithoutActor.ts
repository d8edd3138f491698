import { message } from '../message';
import { isSentToBodies } from '../text/addressee';
import type { ParsedDocument, Section } from '../text/model';
import { wordsIn } from '../text/reading';
import { excerpt } from './clues';
import { isBesideMeasures, leafSections, wordsOf } from './commitment';
import type { Rule, RuleInput } from './model';
import { assignsAll, isAssignment, namesActor } from './responsibleActor';

/** A part is reported when this share of its items, and at least two of them, name nobody. */
const lackingShare = 0.5;
const leastItems = 2;
/** Where addressees stand: behind title, number and date. */
const frontBlocks = 6;
/** Most items pointed at. */
const mostRelated = 8;

/** PL104: a part of measures most of whose items name nobody who is to act. */
export const measuresWithoutActor: Rule = {
  id: 'PL104',
  name: 'measures-without-actor',
  title: { zh: '措施没有责任主体', en: 'Measures without a responsible actor' },
  why: {
    zh: '没有写明由谁来做的措施，无法分工，也无法问责。标题主语、“由……牵头”、句首主语、责任单位名单（写在几条之上或之下、管这几条的也算）、主送机关都算写明；“市场”不算责任主体，“支持企业……”里的企业是支持对象，也不算。按部分提示，一个部分一次；默认关闭，审核预设下打开。',
    en: 'A measure that names nobody can be neither assigned nor accounted for. Subjects of headings and sentences, 由……牵头, lists of 责任单位 (also above or below several items, for all of them) and addressees count; “the market” does not, nor does whom a measure supports. One finding a part; off by default, on in preset review.',
  },
  defaultSeverity: 'off',
  source: '编码手册：“责任主体”规则里，A1 市场不算责任主体；测算：逐句提示为每千字 3–6 条，故按部分提示',
  bad: [
    {
      text: `# 关于促进成果转化的若干措施

## 一、主要措施

（一）建设转化平台。建设中试平台3个和概念验证中心2个，面向中小企业开放。

（二）培育技术经理人。三年培育技术经理人100名，每季度举办成果对接活动。

（三）完善收益分配。提高科研人员成果转化收益比例，深化职务科技成果权属改革。
`,
      why: { zh: '三条措施都没有写由谁来做。', en: 'None of the three items says who is to act.' },
    },
  ],
  good: [
    {
      text: `# 关于促进成果转化的若干措施

## 一、主要措施

（一）建设转化平台。市科技局牵头建设中试平台3个和概念验证中心2个，面向中小企业开放。

（二）培育技术经理人。三年培育技术经理人100名。（责任单位：市科技局、市人力资源社会保障局）

（三）完善收益分配。提高科研人员成果转化收益比例，深化职务科技成果权属改革。
`,
      why: { zh: '三条中有两条写明了责任主体。', en: 'Two of three items name a responsible body.' },
    },
    {
      text: `# 关于做好成果转化工作的通知

各区人民政府，市政府各部门：

## 一、主要措施

（一）建设转化平台。建设中试平台3个和概念验证中心2个，面向中小企业开放。

（二）培育技术经理人。三年培育技术经理人100名，每季度举办成果对接活动。
`,
      why: { zh: '主送机关就是责任主体。', en: 'The addressees are responsible.' },
    },
  ],
  check(analysis) {
    if (hasAddressee(analysis)) return [];
    const { document } = analysis;
    const remedies = new Set(
      analysis.annotations
        .filter(({ stance, isHeading }) => stance === 'remedy' && !isHeading)
        .map((a) => a.sentence),
    );
    const parts = new Map<number, { items: Section[]; lacking: Section[] }>();
    const assigned = assignedTogether(document);
    for (const { section, sentences } of leafSections(analysis)) {
      if (isBesideMeasures(document.sections, section.index)) continue;
      if (!sentences.some(({ index }) => remedies.has(index))) continue;
      const around = headings(document.sections, section);
      const part = around.at(-1) ?? section;
      if (around.some((at) => assigned.has(at.index) || namesActorIn(analysis, at))) continue;
      const counts = parts.get(part.index) ?? { items: [], lacking: [] };
      parts.set(part.index, counts);
      counts.items.push(section);
      if (!sentences.some((sentence) => namesActor(wordsOf(document, sentence))))
        counts.lacking.push(section);
    }
    return [...parts].flatMap(([index, { items, lacking }]) => {
      const heading = document.sentences[document.sections[index]?.heading ?? -1];
      if (!heading || lacking.length < leastItems || lacking.length < lackingShare * items.length) return [];
      return [
        {
          start: heading.start,
          end: heading.end,
          message:
            lacking.length === items.length
              ? message('PL104.all', items.length)
              : message('PL104.message', items.length, lacking.length),
          related: lacking.slice(0, mostRelated).map((section) => ({
            start: section.start,
            end: document.sentences[section.heading]?.end ?? section.end,
            message: message('PL104.item', excerpt(section.title)),
          })),
          categories: [],
        },
      ];
    });
  },
};

/** A line in the front that names whom the document is sent to: those who receive a notice act on it. */
function hasAddressee({ document }: RuleInput): boolean {
  return document.blocks
    .slice(0, frontBlocks)
    .some((block) => isSentToBodies(wordsIn(document, block).trim()));
}

/**
 * Sections whose items are assigned all at once: above them, in the section's own words (本项由市科技局牵头), or below the
 * last of them, in a paragraph that is nothing but （责任单位：……）.
 */
function assignedTogether(document: ParsedDocument): ReadonlySet<number> {
  const { sections, blocks, sentences } = document;
  const parents = new Set(sections.map(({ parent }) => parent));
  const found = new Set<number>();
  for (const block of blocks) {
    const first = sentences[block.firstSentence];
    const section = sections[block.section];
    if (!first || !section) continue;
    const words = wordsIn(document, block).trim();
    if (parents.has(section.index)) {
      const own = first.isHeading ? words.slice(wordsIn(document, first).length) : words;
      if (assignsAll(own)) found.add(section.index);
    } else if (!first.isHeading && isAssignment(words)) found.add(section.parent);
  }
  return found;
}

/** A section and those around it, from the inside out. */
function headings(sections: readonly Section[], section: Section): Section[] {
  const list: Section[] = [];
  for (let at: Section | undefined = section; at && at.index > 0; at = sections[at.parent]) list.push(at);
  return list;
}

function namesActorIn({ document }: RuleInput, section: Section): boolean {
  const heading = document.sentences[section.heading];
  return heading !== undefined && namesActor(wordsOf(document, heading));
}
