import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { completions, completionTriggers } from '../../../src/service/completions';
import { plainText } from '../../../src/service/snippets';
import { builtinEnvironment } from '../support/environment';
import { applied, marked, type Setting } from './support';

const itemsAt = (source: string, setting: Setting = {}): readonly CompletionItem[] => {
  const { context, cursor } = marked(source, setting);
  return completions(context, cursor).items;
};
const labels = (source: string, setting: Setting = {}): string[] =>
  itemsAt(source, setting).map(({ label }) => label);

/** The text after the first item was taken. */
function taken(source: string, label: string, setting: Setting = {}): string {
  const document = marked(source, setting);
  const item = completions(document.context, document.cursor).items.find((each) => each.label === label);
  assert.ok(item, `no ${label}`);
  const edit = item.textEdit as TextEdit;
  return applied(document, [{ ...edit, newText: plainText(edit.newText) }]);
}

describe('completions', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['by Chinese prefix', '培育技术‸', ['技术经理人']],
    ['by pinyin initials', '培育jsjl‸', ['技术经理人']],
    ['by pinyin initials in capitals', '培育JSJL‸', ['技术经理人']],
    ['none for one character: it would open at every word', '培育技‸', []],
    ['none for a finished expression', '搞揭榜挂帅‸', []],
    ['none in the middle of nothing', '天气很好‸', []],
    ['of the same kind after 、', '推行揭榜挂帅、‸', ['赛马机制']],
    ['none after an ordinary 、', '苹果、‸', []],
    ['actors after 由, offices first, but not the market', '由‸', ['市科技局', '龙头企业']],
    ['actors that the text names first', '龙头企业出资。\n\n由‸', ['龙头企业', '市科技局']],
    ['actors by their first character', '由市‸', ['市科技局']],
    ['more actors after 、', '由市科技局、‸', ['市科技局', '龙头企业']],
    ['none after 、 behind what is no actor', '由此、‸', []],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.deepEqual(labels(source), expected));

  it('offer the offices that exist, of the hundreds of names in the built-in taxonomy', () => {
    const builtin = { environment: builtinEnvironment() };
    const after = (source: string) => labels(source, builtin);
    const first = after('全市推进成果转化。\n\n由‸');
    assert.equal(first.length, 60);
    for (const office of ['省科技厅', '市科技局', '市发展改革委', '省市场监管局', '区财政局'])
      assert.ok(first.includes(office), office);
    assert.equal(after('由省‸')[0], '省科技厅');
    assert.equal(after('由省科‸')[0], '省科技厅');
    assert.equal(after('由省科技厅、市科‸')[0], '市科技局');
    assert.equal(after('园区管委会负责。\n\n由‸')[0], '管委会');
    assert.ok(after('由省科技厅、‸').includes('市科技局'));
  });

  it('put the expression in place of what was typed', () => {
    assert.equal(taken('培育jsjl‸，100名', '技术经理人'), '培育技术经理人，100名');
    assert.equal(taken('培育技术‸，100名', '技术经理人'), '培育技术经理人，100名');
  });

  it('filter by what stands in their range', () => {
    const [pinyin] = itemsAt('培育jsjl‸');
    assert.match(pinyin?.filterText ?? '', /^jsjl/);
    const [chinese] = itemsAt('培育技术‸');
    assert.match(chinese?.filterText ?? '', /^技术/);
  });

  it('offer official expressions after an opening quotation mark, with their source', () => {
    const item = itemsAt('实行“‸').find(({ label }) => label === '专精特新');
    assert.match(JSON.stringify(item?.documentation), /出处.*63号/);
    assert.ok(!labels('实行“‸').includes('龙头企业'));
  });

  it('offer remedies for the stated problems after 针对, in the order of the problems', () => {
    const found = itemsAt('# 方案\n\n没人才，没平台。\n\n针对‸');
    assert.deepEqual(
      found.map(({ label, detail }) => [label, detail]),
      [
        ['S1.1 服务体系', '回应设施瓶颈'],
        ['R1.2 人才引育', '回应人才鸿沟'],
        ['S3.1 引进与激励', '回应人才鸿沟'],
      ],
    );
  });

  it('offer a remedy for several problems once, and name them all', () => {
    const found = itemsAt('针对‸', { environment: builtinEnvironment() });
    const names = found.map(({ label }) => label);
    assert.equal(new Set(names).size, names.length);
    const several = found.find(({ detail }) => detail?.includes('、'));
    assert.equal(several?.labelDetails?.description, several?.detail);
    assert.match(several?.detail ?? '', /^回应.+、/);
  });

  for (const words of ['没人才问题', '厂里没人问题'])
    it(`put the remedies first that answer the words after 为解决: ${words}`, () =>
      assert.equal(labels(`# 方案\n\n没人才，没平台。\n\n为解决${words}‸`)[0], 'R1.2 人才引育'));

  it('offer remedies for all problems where none is stated', () =>
    assert.deepEqual(labels('针对‸').length, 3));

  it('write the problem’s name, the comma and the draft', () => {
    assert.equal(
      taken('没人才。\n\n针对‸', 'R1.2 人才引育'),
      '没人才。\n\n针对人才鸿沟，由市委人才办牵头引进20名人才。',
    );
    assert.equal(
      taken('没人才。\n\n针对缺人，‸', 'R1.2 人才引育'),
      '没人才。\n\n针对缺人，由市委人才办牵头引进20名人才。',
    );
    assert.equal(
      taken('没人才。\n\n针对缺人，留不住人‸', 'R1.2 人才引育'),
      '没人才。\n\n针对缺人，留不住人，由市委人才办牵头引进20名人才。',
    );
  });

  it('are plain text where the editor has no snippets', () => {
    const item = itemsAt('没人才。\n\n针对‸', { snippets: false })[0];
    assert.equal(item?.insertTextFormat, 1);
    assert.doesNotMatch((item?.textEdit as TextEdit).newText, /\$/);
  });

  it('are asked for by the signs they answer', () =>
    assert.deepEqual([...completionTriggers], ['对', '决', '由', '、', '“']));
});
