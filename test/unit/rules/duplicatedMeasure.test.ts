import assert from 'node:assert/strict';
import { findingsOf } from '../support/analysis';
import { builtinEnvironment } from '../support/environment';

/** Every finding as the place of the measure and that of the one it repeats. */
const duplicates = (text: string): (readonly [number, number | undefined])[] =>
  findingsOf('PL107', text, { environment: builtinEnvironment() }).map(({ start, related }) => [
    start,
    related[0]?.start,
  ]);

describe('duplicated measures', () => {
  const title = '关于支持科技创新的若干措施\n';
  const cases: readonly [string, string, string, boolean][] = [
    [
      'in other marks and blanks',
      '支持龙头企业牵头组建创新联合体，承担国家重大科技任务。',
      '支持龙头企业 牵头组建“创新联合体”、承担国家（重大）科技任务！',
      true,
    ],
    [
      'only in their first words',
      '支持龙头企业牵头组建创新联合体，承担国家重大科技任务。',
      '支持龙头企业牵头组建创新联合体，对通过验收的给予一次性奖励。',
      false,
    ],
    [
      'in seventeen characters',
      '支持建设概念验证中心和中试服务平台。',
      '支持建设概念验证中心和中试服务平台。',
      false,
    ],
    [
      'in eighteen characters',
      '支持建设概念验证中心和中试公共服务台。',
      '支持建设概念验证中心和中试公共服务台。',
      true,
    ],
    [
      'but for an amount',
      '对首次认定的高新技术企业给予一次性奖励20万元。',
      '对首次认定的高新技术企业给予一次性奖励10万元。',
      false,
    ],
    [
      'but for the width of a figure',
      '对首次认定的高新技术企业给予一次性奖励20万元。',
      '对首次认定的高新技术企业给予一次性奖励２０万元。',
      true,
    ],
    [
      'but for an amount in Chinese numbers',
      '对首次认定的高新技术企业给予一次性奖励二十万元。',
      '对首次认定的高新技术企业给予一次性奖励十万元。',
      false,
    ],
    [
      'but for a share in Chinese numbers',
      '对首次认定的高新技术企业按研发投入的百分之十给予补助。',
      '对首次认定的高新技术企业按研发投入的百分之五给予补助。',
      false,
    ],
    [
      'but for a deadline in Chinese numbers',
      '科技企业的研发费用补助申请应当在十五日内办结拨付。',
      '科技企业的研发费用补助申请应当在十日内办结拨付。',
      false,
    ],
    [
      'but for 一批, which is no figure',
      '支持龙头企业牵头建设概念验证中心和中试服务平台。',
      '支持龙头企业牵头建设一批概念验证中心和中试服务平台。',
      true,
    ],
  ];
  for (const [name, first, second, expected] of cases)
    it(`${expected ? 'are' : 'are not'} two that are the same ${name}`, () =>
      assert.deepEqual(
        duplicates(`${title}${first}\n${second}\n`),
        expected ? [[title.length + first.length + 1, title.length]] : [],
      ));

  it('are found among several that begin alike', () => {
    const lines = [
      '支持龙头企业牵头组建创新联合体，承担国家重大科技任务。',
      '支持龙头企业牵头组建创新联合体，对通过验收的给予补助。',
      '支持龙头企业牵头组建创新联合体，向中小企业开放实验设备。',
      '支持龙头企业牵头组建创新联合体，承担国家和省重大科技任务。',
    ];
    const text = title + lines.map((line) => `${line}\n`).join('');
    assert.deepEqual(duplicates(text), [[text.indexOf(lines[3] ?? '-'), title.length]]);
  });

  it('in the same words are told of with the first of them, and not with one that is merely alike', () => {
    const alike = '支持龙头企业牵头组建创新联合体，承担国家重大科技任务。';
    const same = '支持龙头企业牵头组建创新联合体，承担国家和省重大科技任务。';
    const text = `${title}${alike}\n${`${same}\n`.repeat(3)}`;
    const second = text.indexOf(same);
    const step = same.length + 1;
    assert.deepEqual(duplicates(text), [
      [second, title.length],
      [second + step, second],
      [second + 2 * step, second],
    ]);
  });
});
