/** On which level of government a draft is written. */
import assert from 'node:assert/strict';
import { atLevel } from '../../../src/service/draft/draftLevel';
import { marked } from './support';

describe('a draft’s words for the level of a text', () => {
  const levels: readonly [string, string, string][] = [
    ['of a province', '甲省若干措施\n没人才。\n', '由省科技厅会同省发展改革委在城市建设，省委人才办牵头'],
    [
      'of a region',
      '甲自治区若干措施\n没人才。\n',
      '由自治区科技厅会同自治区发展改革委在城市建设，自治区委人才办牵头',
    ],
    [
      'of a city in a province',
      '甲省乙市若干措施\n没人才。\n',
      '由市科技局会同市发展改革委在城市建设，市委人才办牵头',
    ],
    [
      'of a city in a province that both stand far inside the title',
      '关于支持甲省乙市的若干措施\n没人才。\n',
      '由市科技局会同市发展改革委在城市建设，市委人才办牵头',
    ],
    ['of a county', '甲县若干措施\n没人才。\n', '由县科技局会同县发展改革局在城市建设，县委人才办牵头'],
    ['of a district', '甲市乙区若干措施\n没人才。\n', '由区科技局会同区发展改革局在城市建设，区委人才办牵头'],
    [
      'of the text, where the title is silent',
      '科技园区市场建设方案\n我省没人才。\n',
      '由省科技厅会同省发展改革委在城市建设，省委人才办牵头',
    ],
    [
      'of a city, where nobody says',
      '方案\n没人才。\n',
      '由市科技局会同市发展改革委在城市建设，市委人才办牵头',
    ],
  ];
  for (const [name, source, expected] of levels)
    it(`names the offices ${name}`, () => {
      const { document } = marked(source, { format: 'plain' }).context.analysis;
      assert.equal(atLevel('由市科技局会同市发展改革委在城市建设，市委人才办牵头', document), expected);
    });

  const province: readonly string[] = [
    ...[
      '高新区',
      '开发区',
      '科技园区',
      '社区',
      '山地区',
      '风景区',
      '连片区',
      '水库区',
      '专区',
      '新区',
      '示范区',
    ],
    ...['城区', '城郊区', '学校区', '林区', '灾区', '畜牧区', '区域', '区块', '区间', '区位', '区别', '区分'],
    ...['市场', '市值', '市面', '城市', '都市', '县域', '县级'],
  ];
  for (const word of province)
    it(`takes no ${word} in a title for a place`, () => {
      const { document } = marked(`${word}发展方案\n我省没人才。\n`, { format: 'plain' }).context.analysis;
      assert.equal(atLevel('市委', document), '省委');
    });

  const texts: readonly [string, string, string][] = [
    ['what is of a province', '甲市省级平台方案\n没人才。\n', '市委'],
    ['what is shared with a ministry', '甲市省部共建方案\n没人才。\n', '市委'],
    ['a place named far behind another', '甲县学习借鉴兄弟市经验的方案\n没人才。\n', '县委'],
    ['a text that speaks of one place more often', '方案\n我市没人才。我省没人才。全省没人才。\n', '省委'],
    ['a market', '方案\n全市场没人才。全市场没人才。我县没人才。\n', '县委'],
    ['what is of a county or a district', '方案\n全县域没人才。全区域没人才。本省没人才。\n', '省委'],
  ];
  for (const [name, text, expected] of texts)
    it(`is not misled by ${name}`, () => {
      const { document } = marked(text, { format: 'plain' }).context.analysis;
      assert.equal(atLevel('市委', document), expected);
    });

  const bodies: readonly [string, string, string][] = [
    ['市政府、市属国企、市级资金', '省政府、省属国企、省级资金', '县政府、县属国企、县级资金'],
    [
      '市工业和信息化局、市财政局、市教育局',
      '省工业和信息化厅、省财政厅、省教育厅',
      '县工业和信息化局、县财政局、县教育局',
    ],
    ['市人力资源社会保障局、市商务局', '省人力资源社会保障厅、省商务厅', '县人力资源社会保障局、县商务局'],
    [
      '市市场监管局、市税务局、市数据局',
      '省市场监管局、省税务局、省数据局',
      '县市场监管局、县税务局、县数据局',
    ],
    ['市审计局、市国资委', '省审计厅、省国资委', '县审计局、县国资局'],
    ['三市联动、上市企业、城市更新', '三市联动、上市企业、城市更新', '三市联动、上市企业、城市更新'],
  ];
  for (const [ofCity, ofProvince, ofCounty] of bodies)
    it(`says ${ofProvince} for ${ofCity} in a province`, () => {
      const at = (place: string): string =>
        atLevel(ofCity, marked(`${place}方案\n没人才。\n`, { format: 'plain' }).context.analysis.document);
      assert.deepEqual([at('甲省'), at('甲县'), at('甲市')], [ofProvince, ofCounty, ofCity]);
    });
});
