import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize, type Piece } from './tokenizer';

const H = 'punctuation.definition.heading';
const NAME = 'entity.name.section';
const OPEN = 'punctuation.definition.string.begin';
const CLOSE = 'punctuation.definition.string.end';
const TITLE = 'string.quoted.other.title';
const SLOGAN = 'string.quoted.double.slogan';
const DATE = 'constant.numeric.date';
const N = 'constant.numeric.figure';
const UNIT = 'keyword.other.unit';
const ENUM = 'keyword.other.enumeration';
const DOC = 'constant.other.document-number';

/** One line of text and every piece of it. */
const table: Readonly<Record<string, readonly Piece[]>> = {
  '一、总体要求': [
    ['一、', H],
    ['总体要求', NAME],
  ],
  '十二、附则': [
    ['十二、', H],
    ['附则', NAME],
  ],
  '（一）壮大创新主体。市科技局牵头。': [
    ['（一）', H],
    ['壮大创新主体', NAME],
    ['。市科技局牵头。', '-'],
  ],
  '(二)完善服务': [
    ['(二)', H],
    ['完善服务', NAME],
  ],
  '1.支持中试平台。': [
    ['1.', H],
    ['支持中试平台', NAME],
    ['。', '-'],
  ],
  '2．支持概念验证': [
    ['2．', H],
    ['支持概念验证', NAME],
  ],
  '（1）细化清单': [
    ['（1）', H],
    ['细化清单', NAME],
  ],
  '　　三、重点任务': [
    ['　　', 'markup.heading.1'],
    ['三、', H],
    ['重点任务', NAME],
  ],
  '第三章 保障': [
    ['第三章', H],
    [' 保障', NAME],
  ],
  '第二节 人才': [
    ['第二节', H],
    [' 人才', NAME],
  ],
  '第十二条 本条例自公布之日起施行。': [
    ['第十二条', H],
    [' 本条例自公布之日起施行。', '-'],
  ],
  '## 二、主要任务': [
    ['## ', '-'],
    ['二、', H],
    ['主要任务', '-'],
  ],
  '### （三）中试': [
    ['### ', '-'],
    ['（三）', H],
    ['中试', '-'],
  ],
  '1. Markdown 列表': [['1. Markdown 列表', '-']],
  '比重为1.5，不是标题': [['比重为1.5，不是标题', '-']],
  '参照国科发〔2024〕8号执行': [
    ['参照国科发〔2024〕8号', DOC],
    ['执行', '-'],
  ],
  '依据国发〔2025〕12号文': [
    ['依据国发', '-'],
    ['〔2025〕12号', DOC],
    ['文', '-'],
  ],
  '（市政发〔2025〕第3号）': [
    ['（', '-'],
    ['市政发〔2025〕第3号', DOC],
    ['）', '-'],
  ],
  '按《市科技创新条例》办': [
    ['按', '-'],
    ['《', OPEN],
    ['市科技创新条例', TITLE],
    ['》', CLOSE],
    ['办', '-'],
  ],
  '打通“最后一公里”堵点': [
    ['打通', '-'],
    ['“', OPEN],
    ['最后一公里', SLOGAN],
    ['”', CLOSE],
    ['堵点', '-'],
  ],
  // 分 is the beginning of a word here, no unit.
  '损失按4:6分担': [['损失按4:6分担', '-']],
  '投入3.5亿元': [
    ['投入', '-'],
    ['3.5', N],
    ['亿元', UNIT],
  ],
  '奖补1,200万元': [
    ['奖补', '-'],
    ['1,200', N],
    ['万元', UNIT],
  ],
  '增长10%以上': [
    ['增长', '-'],
    ['10', N],
    ['%', UNIT],
    ['以上', '-'],
  ],
  '培育300余家、建成5个': [
    ['培育', '-'],
    ['300', N],
    ['余家', UNIT],
    ['、建成', '-'],
    ['5', N],
    ['个', UNIT],
  ],
  '每项20～50万元': [
    ['每项', '-'],
    ['20～50', N],
    ['万元', UNIT],
  ],
  服务期3年: [
    ['服务期', '-'],
    ['3', N],
    ['年', UNIT],
  ],
  'GB2312个别字 v2.5个': [['GB2312个别字 v2.5个', '-']],
  到2027年底前完成: [
    ['到', '-'],
    ['2027年底前', DATE],
    ['完成', '-'],
  ],
  自2025年6月1日起: [
    ['自', '-'],
    ['2025年6月1日', DATE],
    ['起', '-'],
  ],
  二〇二五年十月: [
    ['二〇二五年', DATE],
    ['十月', '-'],
  ],
  '2026—2028年滚动实施': [
    ['2026—2028年', DATE],
    ['滚动实施', '-'],
  ],
  '一是建平台；二是引人才。': [
    ['一是', ENUM],
    ['建平台；', '-'],
    ['二是', ENUM],
    ['引人才。', '-'],
  ],
  '统一是前提，第一，看需求': [
    ['统一是前提，', '-'],
    ['第一', ENUM],
    ['，看需求', '-'],
  ],
  '责任单位：市科技局': [
    ['责任单位', 'keyword.other.responsible'],
    ['：市科技局', '-'],
  ],
  '`一、3亿元`': [['`一、3亿元`', '-']],
  '[3亿元](https://example.org/2025年)': [
    ['[', '-'],
    ['3', N],
    ['亿元', UNIT],
    ['](https://example.org/2025年)', '-'],
  ],
  'A plain English line of 2025.': [['A plain English line of 2025.', '-']],
};

describe('TextMate grammar of zh-policy', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const [line, expected] of Object.entries(table)) {
    it(line, () => {
      const [pieces] = tokenize(grammar, line);
      assert.deepEqual(pieces, expected);
    });
  }

  it('colours only the number of a paragraph that is too long to be a heading', () => {
    const body = '围绕产业需要持续做好各项工作'.repeat(6);
    assert.deepEqual(tokenize(grammar, `（一）${body}`), [
      [
        ['（一）', H],
        [body, '-'],
      ],
    ]);
  });

  it('keeps out of front matter, comments and fenced code', () => {
    const text = [
      '---',
      '文号: 市发〔2025〕1号',
      '---',
      '',
      '<!-- 一、3亿元 -->',
      '',
      '```',
      '二、5亿元',
      '```',
      '',
      '三、正文',
    ];
    const lines = tokenize(grammar, text.join('\n'));
    const marked = lines.flatMap((pieces, index) =>
      pieces.some(([, scope]) => scope !== '-') ? [index] : [],
    );
    assert.deepEqual(marked, [10]);
  });

  it('leaves a comment in the line of a numbered heading to the comment', () => {
    const comment = '<!-- policy-lens-disable-here R1.2: 本节另有文件。2027年再议 -->';
    for (const [number, name, rest] of [
      ['一、', '总体要求', ''],
      ['（一）', '壮大创新主体', '。市科技局牵头。'],
      ['第三章', ' 保障', ''],
    ] as const) {
      const [pieces] = tokenize(grammar, `${number}${name}${rest}${comment}`);
      const unmarked: Piece[] = rest === '' ? [] : [[rest, '-']];
      assert.deepEqual(pieces, [[number, H], [name, NAME], ...unmarked, [comment, 'comment.block.html']]);
    }
  });

  it('gives the four levels of official numbering their own heading scope', () => {
    const levels = ['一、甲', '（一）乙', '1.丙', '（1）丁'].map((line) => {
      const scopes = grammar.tokenizeLine(line, null).tokens[0]?.scopes ?? [];
      return scopes.find((scope) => scope.startsWith('markup.heading'));
    });
    assert.deepEqual(
      levels,
      [1, 2, 3, 4].map((level) => `markup.heading.${String(level)}.zh-policy`),
    );
  });
});
