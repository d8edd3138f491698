import { message } from '../message';
import type { Span } from '../text/model';
import { numberingLabel } from '../text/outline/numbering';
import { numberedPlaces } from '../text/outline/numberingSequence';
import { wordsIn } from '../text/reading';
import type { Rule } from './model';

/** PL108: a heading's or article's number that does not follow the one before. */
export const brokenNumbering: Rule = {
  id: 'PL108',
  name: 'broken-numbering',
  title: { zh: '编号中断、跳号或重复', en: 'Broken, skipped or repeated numbering' },
  why: {
    zh: '公文按“一、”“（一）”“1.”“（1）”分层，序号连续。改稿时删一条、插一条，后面的号常常忘了改，引用就会错位。跨部分连排的（一）至（十九）视为连续。快速修复可一次改好。',
    en: 'Official texts number their levels 一、（一）1.（1） in sequence. After an item is cut or inserted the numbers behind it are easily forgotten, and references go wrong. Numbers running on through several parts are fine. A quick fix puts all of them right.',
  },
  defaultSeverity: 'warning',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3 正文结构层次序数',
  bad: [
    {
      text: `# 关于推进科技创新的工作措施

## 一、加强平台建设

建设中试平台和概念验证中心。

## 三、加强人才引育

引进领军人才和创新团队。
`,
      why: { zh: '“一、”之后是“三、”。', en: '一、 is followed by 三、.' },
    },
    {
      text: `# 关于推进科技创新的工作措施

下一步抓好三件事。一是建设中试平台；二是引进领军人才；四是发展科技金融。
`,
      why: { zh: '“二是”之后是“四是”。', en: '二是 is followed by 四是.' },
    },
  ],
  good: [
    {
      text: `# 关于推进科技创新的工作措施

## 一、加强平台建设

（一）建设中试平台。在高新区建设中试平台。

## 二、加强人才引育

（二）引进领军人才。引进领军人才和创新团队。
`,
      why: { zh: '（一）（二）跨部分连排，符合习惯。', en: '（一）（二） run on through the parts.' },
    },
  ],
  check({ document }) {
    const label = (span: Span): string => wordsIn(document, span).trim();
    return (
      numberedPlaces(document)
        // A label that becomes right once those before it are put right is no mistake of its own.
        .filter(
          ({ numbering: { value }, expected, sequential }) => value !== expected && value !== sequential,
        )
        .map(({ numbering, expected, sequential, previous }) => {
          const { scheme } = numbering;
          const own = label(numbering.label);
          const right = numberingLabel(scheme, sequential, own);
          const before = previous && label(previous.label);
          return {
            start: numbering.label.start,
            end: numbering.label.end,
            message:
              before === null
                ? message('PL108.first', own, right)
                : sequential === expected
                  ? message('PL108.message', own, right, before)
                  : message('PL108.renumbered', own, right, numberingLabel(scheme, sequential - 1, before)),
            related: previous
              ? [{ ...previous.label, message: message('PL108.previous', label(previous.label)) }]
              : [],
            categories: [],
          };
        })
    );
  },
};
