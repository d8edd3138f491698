import assert from 'node:assert/strict';
import type { DocumentFormat } from '../../../src/core/text/model';
import { endBeforeLeave, ownEnd } from '../../../src/service/draft/endMatter';
import { marked } from './support';

/** What stands before the paragraphs that take leave. */
const kept = (text: string, format: DocumentFormat = 'plain'): string => {
  const { analysis } = marked(text, { format }).context;
  return text.slice(0, endBeforeLeave(analysis, 0, text.length));
};

describe('what stands at the end of a text', () => {
  const own = '引人才。';
  const leaves = [
    ...['同志们，任务很重。', '各位代表，我汇报完了。', '让我们一起来办。', '希望大家支持。', '感谢各方。'],
    ...['谢谢大家。', '衷心祝愿成功。', '特此报告。', '专此函复。', '此致', '敬礼', '以上意见，供参考。'],
    ...[
      '妥否，候复。',
      '当否，候复。',
      '联系人：甲某',
      '联系方式见上。',
      '办公电话：12',
      '邮箱：甲',
      '传真：12',
    ],
    ...['（此件公开发布）', '出席：甲', '列席：乙', '请假：丙', '缺席：丁', '记录：戊', '备注：无', '注：无'],
    ...['说明：无', '数据来源：调查', '资料来源：年鉴', '图片由甲提供', '来源：乙报', '责任编辑：丙', '结语'],
    ...['致谢', '会议强调，要抓紧。', '会议号召，人人出力。', '会议还听取了汇报。', '各地要高度重视此事。'],
    ...['各单位务必要提高认识。', '各级都要切实加强督办。', '各县（市）请抓紧。', '本办法自发布之日起施行。'],
    ...['本规划由甲局解释。', '要为此努力奋斗。', '要为此不懈奋斗。', '作出更大贡献。', '作出新的贡献。'],
    ...['作出应有的贡献。', '谱写新篇章。', '开创新局面。', '一定办成！', '情况请及时报告。', '意见请反馈'],
    ...['以上内容，请审议。', '请贯彻执行。', '恳请支持。', '如蒙同意，至以为荷。', '候复，至以为盼'],
    ...['市科技局', '2026年3月1日', '抄送：甲局', '（联系人：甲）', '市政府办公室2026年3月1日印发'],
  ];
  for (const words of leaves)
    it(`takes leave: ${words}`, () => assert.equal(kept(`${own}\n${words}\n`), own));

  const others = [
    ...[
      '各行各业都在增长。',
      '会议室建成三间。',
      '本地自筹资金一半。',
      '记录在案的有三件。',
      '说明材料已经备齐。',
    ],
    ...[
      '关于联系电话的事已办妥。',
      '新篇章由此开始。',
      '请示制度已经建立。',
      '此事为盼望已久。',
      '以上企业有三家。',
    ],
    // A measure is one, however it ends.
    ...[
      '一、引人才，请及时报告。',
      '（二）引人才，作出更大贡献。',
      '3.引人才！',
      '3) 引人才！',
      '- 引人才！',
    ],
  ];
  for (const words of others)
    it(`does not: ${words}`, () => assert.equal(kept(`${own}\n${words}\n`), `${own}\n${words}`));

  const paragraphs: readonly [string, string, string][] = [
    ['a sentence over two lines', '引人才，\n希望有成。\n', '引人才，\n希望有成。'],
    ['a sentence that ends with its line', '引人才。）\n希望有成。\n', '引人才。）'],
    ['a line of its own', '引人才\n\n希望有成。\n', '引人才'],
    ['a line below a heading', '# 引人才\n希望有成。\n', '# 引人才'],
    ['a heading below a line', '引人才，\n# 希望有成\n', '引人才，'],
  ];
  for (const [name, text, expected] of paragraphs)
    it(`in Markdown is ${name}`, () => assert.equal(kept(text, 'markdown'), expected));
  it('in plain text is any line', () => assert.equal(kept('引人才，\n希望有成。\n'), '引人才，'));

  const attached: readonly [string, string, string][] = [
    ...[
      '附件：名单',
      '附表：名单',
      '附录',
      '延伸阅读',
      '参考文献',
      '抄送甲局',
      '会办意见',
      '承办单位意见',
    ].map((words): [string, string, string] => [
      words,
      `方案\n${own}\n${words}\n又引人才。\n`,
      `方案\n${own}\n`,
    ]),
    [
      'an annex with more remedies than the letter',
      '通知\n引人才。\n附件：方案\n引人才。\n又引人才。\n',
      '通知\n引人才。\n附件：方案\n引人才。\n又引人才。\n',
    ],
    ['what is attached to that', '通知\n附件：方案\n引人才。\n附表：名单\n', '通知\n附件：方案\n引人才。\n'],
    ['nothing by its title', '参考文献\n引人才。\n', '参考文献\n引人才。\n'],
  ];
  for (const [name, text, expected] of attached)
    it(`is attached: ${name}`, () => {
      const { analysis } = marked(text, { format: 'plain' }).context;
      assert.equal(text.slice(0, ownEnd(analysis)), expected);
    });
});
