import assert from 'node:assert/strict';
import { engineData } from '../../../scripts/engineData';
import { builtinModel } from '../../../src/core/match/scoring/learned';
import { createTranslator } from '../../../src/l10n/translator';
import { baseOf, quotable, reasonOf, toldReasons } from '../../../src/service/reasons';
import { builtinEnvironment } from '../support/environment';
import { marked } from './support';

describe('reasons', () => {
  it('quote a stretch without the mark at its end, and with those inside', () => {
    for (const said of ['既引，又育', '引人才：', ' 引“人”才，\n'])
      assert.equal(
        quotable(said),
        said
          .trim()
          .replace(/[，：]$/, '')
          .replace('“人”', '‘人’'),
      );
  });

  const { context } = marked('');
  const english = marked('', { language: 'en' }).context;
  const sentence = { start: 10, end: 20 };
  const piece = { start: 12, end: 14, text: '引*人', indicator: 'word:引', weight: 1.234 };
  const cases: readonly [string, Partial<typeof piece>, string, string][] = [
    [
      'an indicator by its name',
      { indicator: 'R1.2/talent' },
      '“引\\*人”属于“引进人才”（+1.23）',
      '“引\\*人” stands for “Attract talent” (+1.23)',
    ],
    ['what speaks against it', { weight: -0.5 }, '用语“引\\*人”（−0.50）', 'the wording “引\\*人” (−0.50)'],
    [
      'a heading above',
      { start: 2, end: 8 },
      '所在标题写到“引\\*人”（+1.23）',
      'the heading says “引\\*人” (+1.23)',
    ],
    [
      'surroundings that speak against it',
      { indicator: 'context:paragraph', weight: -0.5 },
      '同段前后句讲的不是这一类（−0.50）',
      'the sentences around it in the paragraph are about something else (−0.50)',
    ],
    [
      'a word by which its own class is named',
      { text: '人才', indicator: 'class:talent' },
      '用语“人才”（+1.23）',
      'the wording “人才” (+1.23)',
    ],
    ['the user', { indicator: 'user' }, '由您指定', 'set by you'],
    ...(
      [
        ['word:引', '用语“引\\*人”', 'the wording “引\\*人”'],
        ['first:引', '用语“引\\*人”', 'the wording “引\\*人”'],
        ['pair:引 人', '搭配“引\\*人”', 'the words “引\\*人” together'],
        ['skip:引 才', '搭配“引\\*人”', 'the words “引\\*人” together'],
        ['class:talent', '“引\\*人”与“人才”是一类的词', '“引\\*人”, a word like “人才”'],
        [
          'frame:build talent',
          '“引\\*人”与前面的“建设”一类的词连用',
          '“引\\*人” together with a word like “建设” before it',
        ],
        ['defect:引', '在说不足的句子里出现“引\\*人”', '“引\\*人” in a sentence on a defect'],
        ['indicator:R1.2/talent', '“引\\*人”属于“引进人才”', '“引\\*人” stands for “Attract talent”'],
        [
          'indicator:R1.2/talent@defect',
          '“引\\*人”属于“引进人才”，这里在说不足',
          '“引\\*人” stands for “Attract talent”, said of a defect',
        ],
        ['indicator:gone/gone', '用语“引\\*人”', 'the wording “引\\*人”'],
        [
          'category:P1.2@resolved',
          '“引\\*人”属于“P1.2 人才鸿沟”，这里是要解决的对象',
          '“引\\*人” stands for “P1.2 Talent gap”, as something to be resolved',
        ],
        ['category:R1.2@many', '“引\\*人”属于“R1.2 人才引育”', '“引\\*人” stands for “R1.2 Talent”'],
        ['cue:need', '语气线索：有待', 'cue of stance: a need'],
        ['cue:resolved', '语气线索：缺陷已在消除', 'cue of stance: a defect already being removed'],
        ['heading:引', '所在的各级标题指向这一类', 'the headings over it point to it'],
        ['part:measures@neutral', '所在的各级标题指向这一类', 'the headings over it point to it'],
        ['heading?:2', '句子的形式与位置像这一类', 'form and place of the sentence fit it'],
        ['kind:plan', '文件的标题、类型与主题合乎这一类', 'title, kind and topic of the document fit it'],
        ['context:heading', '所在的各级标题指向这一类', 'the headings over it point to it'],
        [
          'context:document',
          '文件的标题、类型与主题合乎这一类',
          'title, kind and topic of the document fit it',
        ],
        ['context:form', '句子的形式与位置像这一类', 'form and place of the sentence fit it'],
        [
          'context:paragraph',
          '同段前后句也在讲这一类',
          'the sentences around it in the paragraph are about it, too',
        ],
        ['lead:引', '同段前后句也在讲这一类', 'the sentences around it in the paragraph are about it, too'],
      ] as const
    ).map(([indicator, zh, en]): [string, Partial<typeof piece>, string, string] => [
      indicator,
      { indicator },
      `${zh}（+1.23）`,
      `${en} (+1.23)`,
    ]),
  ];
  for (const [name, change, zh, en] of cases)
    it(`name ${name}`, () => {
      assert.equal(reasonOf(context, sentence, { ...piece, ...change }), zh);
      assert.equal(reasonOf(english, sentence, { ...piece, ...change }), en);
    });

  it('name every feature of the model in words, never by its id', () => {
    const { taxonomy } = builtinEnvironment();
    const words = { taxonomy, translator: createTranslator('zh-CN', taxonomy) };
    const bare = builtinModel(engineData().weights).names.filter((indicator) => {
      const reason = reasonOf(words, sentence, { ...piece, text: '引人', indicator });
      return /[a-z]{3}|[@:]/u.test(reason);
    });
    assert.deepEqual(bare, []);
  });

  it('are told where they weigh something, and never a mark or a single character', () => {
    const told = toldReasons(
      [
        { text: '人才' },
        { text: '前' },
        { text: '”，' },
        { text: '人才', weight: 0.1 },
        { text: '。', indicator: 'context:form' },
        { text: '引', indicator: 'R1.2/talent' },
        { text: '引', indicator: 'user', weight: 0 },
        { text: '人才' },
      ].map((each, at) => ({ ...piece, start: 3 * at, end: 3 * at + 2, ...each })),
    );
    assert.deepEqual(
      told.map(({ text }) => text),
      ['人才', '。', '引', '引'],
    );
  });

  it('add up to the certainty with what the count begins at', () => {
    const evidence = [{ ...piece, weight: 2 }];
    assert.equal(baseOf({ score: 0.5, evidence }), '−2.00');
    assert.equal(baseOf({ score: 1, evidence }), null);
  });

  it('leave text as it is where no Markdown is shown', () =>
    assert.equal(
      reasonOf(context, sentence, piece, (text) => text),
      '用语“引*人”（+1.23）',
    ));
});
