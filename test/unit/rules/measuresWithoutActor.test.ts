import assert from 'node:assert/strict';
import { findingsOf } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

const items = [
  '1.建设平台。建设中试平台3个，面向中小企业开放。',
  '2.培育队伍。三年培育技术经理人100名。',
  '3.办好活动。每季度举办成果转化对接活动。',
].join('\n');

const lacking = (text: string): string[] =>
  findingsOf('PL104', text, { environment: builtinEnvironment() }).map(({ message: { args } }) =>
    args.join('/'),
  );

/** Items that name nobody, and behind them some that do. */
const itemsOf = (lacking: number, naming: number): string =>
  Array.from(
    { length: lacking + naming },
    (_, i) =>
      `（${'一二三四五'.charAt(i)}）建设平台。${i < lacking ? '' : '市科技局牵头'}建设中试平台${i + 1}个，面向中小企业开放。\n`,
  ).join('');

describe('measures without a responsible actor', () => {
  const title = '关于促进科技成果转化的若干措施';
  const cases: readonly [string, string, readonly string[]][] = [
    ['nobody is named', `${title}\n一、主要任务\n（一）建设转化平台\n${items}\n`, ['3']],
    [
      'the item above names an office for all',
      `${title}\n一、主要任务\n（一）建设转化平台。由市科技局牵头，抓好三件事：\n${items}\n`,
      [],
    ],
    [
      'an office stands below all items',
      `${title}\n一、主要任务\n（一）建设转化平台\n${items}\n（责任单位：市科技局、市财政局）\n`,
      [],
    ],
    [
      'an office stands below all items without brackets around it',
      `${title}\n一、主要任务\n（一）建设转化平台\n${items}\n责任单位：市科技局、市财政局\n`,
      [],
    ],
    [
      'whom a measure is for is named first, and who is responsible behind',
      `${title}\n一、主要任务\n（一）建设转化平台。支持企业建设中试平台3个，面向中小企业开放（责任单位：市科技局）。\n（二）培育队伍。支持企业培训技术经理人100名（责任单位：市科技局）。\n`,
      [],
    ],
    [
      'an office behind the last item is its own',
      `${title}\n一、主要任务\n（一）建设转化平台\n${items}（责任单位：市科技局）\n`,
      ['3/2'],
    ],
    [
      'a sentence that leads over is no addressee',
      `${title}\n为落实市委部署，经与各部门研究，提出以下措施：\n一、主要任务\n（一）建设转化平台\n${items}\n`,
      ['3'],
    ],
    [
      'addressees act',
      `关于促进科技成果转化的通知\n各县（市、区）科协：\n一、主要任务\n（一）建设转化平台\n${items}\n`,
      [],
    ],
    [
      'addressees act, whose kinds stand in brackets',
      `关于促进科技成果转化的通知\n各乡镇（街道）：\n一、主要任务\n（一）建设转化平台\n${items}\n`,
      [],
    ],
    [
      'people who are spoken to do not act',
      `政府工作报告\n各位代表：\n一、重点工作\n（一）建设转化平台\n${items}\n`,
      ['3'],
    ],
    ['a box of topics needs nobody', `${title}\n专栏1 重点任务\n${items}\n二、其他\n`, []],
    [
      'what was done needs nobody',
      `甲市科技局2025年工作总结\n一、主要做法\n（一）建设转化平台\n${items}\n`,
      [],
    ],
  ];
  for (const [name, text, expected] of [
    ...cases,
    ['half of the items name nobody', `${title}\n一、主要任务\n${itemsOf(2, 2)}`, ['4/2']],
    ['fewer than half of the items name nobody', `${title}\n一、主要任务\n${itemsOf(2, 3)}`, []],
    ['a single item names nobody', `${title}\n一、主要任务\n${itemsOf(1, 0)}`, []],
    [
      'items on problems are none, nor are those whose heading alone names a measure',
      `${title}\n一、主要任务\n${itemsOf(2, 2)}（五）人才短缺。高层次人才短缺，骨干人才流失严重。\n（六）建设中试平台\n有关说明见附注。\n`,
      ['4/2'],
    ],
    [
      'items about something else are none',
      `${title}\n一、主要任务\n${itemsOf(2, 2)}（五）名词解释。科学素养指人的素质。\n（六）有关附注。折页是一种本子。\n`,
      ['4/2'],
    ],
  ] as const)
    it(name, () => assert.deepEqual(lacking(text), expected));
});
