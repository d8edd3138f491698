import assert from 'node:assert/strict';
import type { CodeAction, Position } from 'vscode-languageserver-types';
import { codeActions, codeActionKinds } from '../../../src/service/codeActions';
import { diagnostics } from '../../../src/service/diagnostics';
import { applied, marked, textAt, type Marked, type Setting } from './support';

/** The actions for one rule's diagnostics; without `data`, as editors send them that do not keep it. */
function actionsFor(document: Marked, rule: string, ...kinds: readonly string[]): CodeAction[] {
  const shown = diagnostics(document.context).filter(({ code }) => code === rule);
  assert.notEqual(shown.length, 0, `no ${rule}`);
  return codeActions(document.context, {
    textDocument: { uri: document.context.textDocument.uri },
    range: document.range,
    context: { diagnostics: structuredClone(shown), ...(kinds.length > 0 && { only: [...kinds] }) },
  });
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
const only = (document: Marked, kind: string): CodeAction[] =>
  codeActions(document.context, {
    textDocument: { uri: document.context.textDocument.uri },
    range: document.range,
    context: { diagnostics: [], only: [kind] },
  });

const gap = '# 方案\n\n## 一、问题\n\n没平台。\n\n## 二、措施\n\n（一）引才。引人才。\n';

describe('code actions', () => {
  it('insert a draft for what is missing, and suppress in four scopes', () => {
    const actions = actionsFor(marked(gap), 'PL101');
    assert.deepEqual(titles(actions), [
      '插入对策段落：S1.1 服务体系',
      '此处不再提示“提出了问题，没有首要对策”（PL101）',
      '本段不再提示“提出了问题，没有首要对策”（PL101）',
      '本文件不再提示“提出了问题，没有首要对策”（PL101）',
      '关闭规则“提出了问题，没有首要对策”（PL101）',
    ]);
    assert.deepEqual(actions[0]?.command?.arguments, ['file:///memo.policy.md', 'S1.1']);
    assert.equal(actions[0]?.isPreferred, true);
  });

  it('are none of another kind than is asked for', () => {
    assert.notEqual(actionsFor(marked(gap), 'PL101', 'quickfix').length, 0);
    assert.deepEqual(actionsFor(marked(gap), 'PL101', 'refactor'), []);
  });

  it('insert nothing where the taxonomy has no draft', () => {
    const { context, ...document } = marked(gap);
    const { byCode } = context.taxonomy;
    const without = new Map([...byCode].map(([code, category]) => [code, { ...category, drafts: [] }]));
    const taxonomy = { ...context.taxonomy, byCode: without };
    const actions = actionsFor({ ...document, context: { ...context, taxonomy } }, 'PL101');
    assert.match(titles(actions)[0] ?? '', /^此处不再提示/);
  });

  it('are offered once for two findings of one sentence', () => {
    const actions = actionsFor(marked('# 方案\n\n## 一、问题\n\n没平台，没人才。\n'), 'PL101');
    assert.deepEqual(titles(actions), [...new Set(titles(actions))]);
    const here = actions.find(({ title }) => title.startsWith('此处不再提示'));
    assert.equal(here?.diagnostics?.length, 2);
  });

  it('are offered where an editor counts columns in bytes', () => {
    const document = marked(
      '# 方案\n\n## 一、问题\n\n今天开会。没平台。会后继续走访，看了三家企业，听了意见。\n',
      { commands: false },
    );
    const { textDocument } = document.context;
    const shown = diagnostics(document.context).filter(({ code }) => code === 'PL101');
    const params = { textDocument: { uri: textDocument.uri }, range: document.range };
    const inBytes = ({ line, character }: Position): Position => {
      const row = textDocument.getText().split('\n')[line] ?? '';
      return { line, character: Buffer.byteLength(row.slice(0, character)) };
    };
    for (const diagnostic of shown) {
      const { start, end } = diagnostic.range;
      const given = { ...diagnostic, range: { start: inBytes(start), end: inBytes(end) } };
      const [asked, expected] = [given, diagnostic].map((one) =>
        codeActions(document.context, { ...params, context: { diagnostics: [one], triggerKind: 1 } }).map(
          ({ title, edit }) => ({ title, edit }),
        ),
      );
      assert.ok(asked?.some(({ title }) => title.startsWith('插入对策段落')));
      assert.deepEqual(asked, expected);
    }
  });

  it('name a rule in English, too', () =>
    assert.deepEqual(titles(actionsFor(marked(gap, { language: 'en' }), 'PL101')).slice(1), [
      'Do not report here: “Stated problem without a primary remedy” (PL101)',
      'Do not report in this paragraph: “Stated problem without a primary remedy” (PL101)',
      'Do not report in this file: “Stated problem without a primary remedy” (PL101)',
      'Turn off the rule “Stated problem without a primary remedy” (PL101)',
    ]));

  it('edit the text in editors without our commands', () => {
    const document = marked(gap, { commands: false });
    const actions = actionsFor(document, 'PL101');
    assert.deepEqual(
      actions.map(({ command }) => command),
      actions.map(() => undefined),
    );
    assert.equal(
      applied(document, actions[0]?.edit),
      `${gap}\n（二）平台。建设中试平台3个。\n`.replace('\n\n\n', '\n\n'),
    );
    assert.match(applied(document, actions[1]?.edit), /没平台。<!-- policy-lens-disable-here PL101 -->\n/);
    assert.match(applied(document, actions[2]?.edit), /\n<!-- policy-lens-disable-next PL101 -->\n没平台。/);
    assert.match(applied(document, actions[3]?.edit), /^<!-- policy-lens-disable-file PL101 -->\n\n# 方案/);
  });

  it('put numbers right', () => {
    const document = marked(
      '# 方案\n\n## 一、引人才\n\n引人才。\n\n## 三、给补贴\n\n给补贴。\n\n## 四、其他\n\n无。\n',
    );
    const [fix] = actionsFor(document, 'PL108');
    assert.equal(fix?.title, '按顺序重新编号');
    assert.match(applied(document, fix?.edit), /二、给补贴[\s\S]*三、其他/);
  });

  it('put an official expression right', () => {
    const document = marked('# 方案\n\n实行“接榜挂帅”，引人才。\n');
    const [fix] = actionsFor(document, 'PL109');
    assert.equal(applied(document, fix?.edit), '# 方案\n\n实行“揭榜挂帅”，引人才。\n');
  });

  it('find an official expression across marks, but put it right only where no mark stands inside', () => {
    const bold = marked('# 方案\n\n实行“**接榜挂帅**”，引人才。\n');
    const [fix] = actionsFor(bold, 'PL109');
    assert.equal(applied(bold, fix?.edit), '# 方案\n\n实行“**揭榜挂帅**”，引人才。\n');
    const half = marked('# 方案\n\n实行接榜**挂帅**，引人才。\n');
    const [finding] = half.context.analysis.findings.filter(({ rule }) => rule === 'PL109');
    assert.deepEqual(finding?.message.args.slice(0, 2), ['接榜挂帅', '揭榜挂帅']);
    assert.ok(
      actionsFor(half, 'PL109').every(({ edit }) => !JSON.stringify(edit ?? '').includes('揭榜挂帅')),
    );
  });

  it('renumber as a refactoring, only when asked for', () => {
    const document = marked('# 方案\n\n## 一、引人才\n\n引人才。\n\n## 三、给补贴\n');
    assert.deepEqual(titles(only(document, 'refactor')), ['按顺序重新编号']);
    assert.deepEqual(titles(only(document, 'quickfix')), []);
    assert.deepEqual(titles(only(marked(gap), 'refactor')), []);
  });

  it('fix all numbers and expressions at once', () => {
    const source = '# 方案\n\n## 一、引人才\n\n接榜挂帅。\n\n## 三、给补贴\n';
    const document = marked(source);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.policyLens']) {
      const [fix] = only(document, kind);
      assert.ok(fix?.kind && (codeActionKinds as readonly string[]).includes(fix.kind));
      assert.equal(applied(document, fix.edit), '# 方案\n\n## 一、引人才\n\n揭榜挂帅。\n\n## 二、给补贴\n');
    }
  });

  it('fix one after the other what overlaps', () => {
    const source = '# 方案\n\n## 一、核心关键技术经济人\n\n引人才。\n\n## 三、给补贴\n';
    const fixed = (text: string): string => {
      const document = marked(text);
      return applied(document, only(document, 'source.fixAll')[0]?.edit);
    };
    const once = fixed(source);
    assert.match(once, /一、关键核心技术经济人[\s\S]*二、给补贴/);
    assert.match(fixed(once), /一、关键核心技术经理人/);
  });

  it('are of every kind where the kind asked for is the empty one, which holds all others', () => {
    const kinds = (kind: string): unknown[] =>
      only(marked('# 方案\n\n## 一、引人才\n\n引人才。\n\n## 三、给补贴\n'), kind).map((each) => each.kind);
    assert.deepEqual(kinds(''), ['refactor.rewrite', 'source.fixAll.policyLens']);
    assert.deepEqual(kinds('refactor.rewri'), []);
  });

  for (const [off, left] of [
    ['PL109', /接榜挂帅[\s\S]*二、给补贴/],
    ['PL108', /揭榜挂帅[\s\S]*三、给补贴/],
  ] as const)
    it(`fix nothing of ${off} where it is off`, () => {
      const setting: Setting = { severity: (rule) => (rule === off ? 'off' : 'warning') };
      const document = marked('# 方案\n\n## 一、引人才\n\n接榜挂帅。\n\n## 三、给补贴\n', setting);
      assert.match(applied(document, only(document, 'source.fixAll')[0]?.edit), left);
    });

  for (const [name, triggerKind, commands, expected] of [
    ['who asks', 1, true, ['不是这一类（R1.2 人才引育）']],
    ['who asks in an editor that does not say so', undefined, false, ['不是这一类（R1.2 人才引育）']],
    ['who asks in another editor', 1, false, ['不是这一类（R1.2 人才引育）']],
    ['nobody in a light bulb', 2, true, []],
  ] as const)
    it(`offer to take a tag back to ${name}`, () => {
      const document = marked('# 方案\n\n给补贴。\n\n⟦引人才⟧3个。\n', { commands });
      const actions = codeActions(document.context, {
        textDocument: { uri: '' },
        range: document.range,
        context: { diagnostics: [], ...(triggerKind === undefined ? {} : { triggerKind }) },
      });
      assert.deepEqual(titles(actions), expected);
      const [action] = actions;
      assert.equal(action?.isPreferred, undefined);
      if (!action || commands) return;
      assert.match(applied(document, action.edit), /3个。<!-- policy-lens-disable-here R1\.2 -->/u);
    });

  it('tell two tags of one category in a line apart by their sentences', () => {
    const document = marked('# 方案\n\n⟦引人才。给补贴。引人才3个。⟧\n');
    const actions = codeActions(document.context, {
      textDocument: { uri: '' },
      range: document.range,
      context: { diagnostics: [], triggerKind: 1 },
    });
    assert.deepEqual(titles(actions), [
      '不是这一类（R1.2 人才引育）：引人才。',
      '不是这一类（S3.1 引进与激励）',
      '不是这一类（R1.2 人才引育）：引人才3个。',
    ]);
  });

  it('ignore diagnostics of others and of other versions', () => {
    const { context, range } = marked(gap);
    const foreign = [
      { range, message: 'x', code: 'PL101' },
      { range, message: 'x', source: 'other' },
    ];
    const params = { textDocument: { uri: '' }, range, context: { diagnostics: foreign } };
    assert.deepEqual(codeActions(context, params), []);
  });
});

describe('diagnostics', () => {
  it('follow the severities of the settings', () => {
    const { context } = marked(gap, { severity: (rule) => (rule === 'PL102' ? 'off' : 'error') });
    assert.deepEqual(
      diagnostics(context).map(({ code, severity }) => [code, severity]),
      [['PL101', 1]],
    );
  });

  it('name categories, and point at related places', () => {
    const document = marked(gap.replace('没平台。', '没平台。又没平台。'));
    const [first] = diagnostics(document.context);
    assert.match(String(first?.message), /P1\.1 设施瓶颈.*S1\.1 服务体系/);
    assert.equal(first?.source, '政策透镜');
    assert.deepEqual(
      first?.relatedInformation?.map(({ location }) => [location.uri, textAt(document, location.range)]),
      [['file:///memo.policy.md', '又没平台。']],
    );
  });
});
