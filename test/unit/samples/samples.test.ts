import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (name: string): string => readFileSync(`samples/${name}`, 'utf8');
const chineseCharacters = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

const gaps = read('01-有缺口的备忘录.policy.md');
const complete = read('02-完整的实施方案.policy.md');
const report = read('03-调研报告.md');
const software = read('04-不是政策文本.md');

function frontMatter(text: string): unknown {
  const found = /^---\n([\s\S]*?)\n---\n/u.exec(text);
  assert.ok(found?.[1] !== undefined, 'front matter');
  return parse(found[1]);
}

describe('sample memos', () => {
  for (const [name, text] of Object.entries({ gaps, complete, report })) {
    it(`${name}: as long as a real memo, and says who issued it when`, () => {
      const length = chineseCharacters(text);
      assert.ok(length >= 1200 && length <= 3000, String(length));
      const data = frontMatter(text) as Record<string, unknown>;
      assert.deepEqual(Object.keys(data), ['机关', '年份', '层级']);
      assert.equal(typeof data['年份'], 'number');
      assert.match(String(data['层级']), /^(中央|省|市|县|开发区|高校)$/u);
    });
  }

  it('01 says nothing of what it is meant to leave out', () => {
    const leftOut = /国际|跨国|海外|境外|离岸|兼职|柔性|科技副总|双向流动|风险|担保|保险|联合体|梯度|集群|生态|联席|会商/u;
    assert.doesNotMatch(gaps, leftOut);
    const [, measures = ''] = gaps.split('## 三、下一步工作措施');
    assert.doesNotMatch(measures, /攻关|断点|堵点|专项行动|企业牵头|研发机构/u);
  });

  it('02 numbers nineteen measures, each with a figure and a named actor', () => {
    const measures = complete.match(/^（[一二三四五六七八九十]+）.*$/gmu) ?? [];
    assert.equal(measures.length, 19);
    const actor = /市[\p{Script=Han}]{2,9}(?:局|办)|市政府|常务副市长|管委会|银行|企业|大学/u;
    for (const measure of measures) {
      assert.match(measure, /\d/u, measure);
      assert.match(measure, actor, measure);
    }
  });

  it('04 is Chinese, and no word of it belongs to the field', () => {
    assert.ok(chineseCharacters(software) > 600);
    assert.doesNotMatch(software, /政策|产业|科技|企业|创新|人才|金融/u);
  });

  it('are all explained in the README of the folder', () => {
    const readme = read('README.md');
    for (const name of readdirSync('samples').filter((file) => file !== 'README.md')) {
      assert.equal(readme.split(`\`${name}\``).length - 1, 2, `${name}: once in Chinese, once in English`);
    }
  });
});
