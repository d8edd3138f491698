import assert from 'node:assert/strict';
import { isEmptyPromise } from '../../../src/core/rules/commitment';
import { namesActor } from '../../../src/core/rules/responsibleActor';

describe('empty promises', () => {
  const cases: readonly [string, boolean][] = [
    ['进一步树立正确的评价导向，营造良好氛围。', true],
    ['不断增强创新的主动性。', true],
    ['切实提高认识，高度重视。', true],
    ['进一步加强宣传，每季度培训一次。', false],
    ['进一步完善政策，2027年底前覆盖全部企业。', false],
    ['大力推行科研经费包干制度。', false],
    ['全面取消不必要的审批。', false],
    ['着力引进领军人才。', false],
    ['科研人员参与产业化的积极性不高。', false],
    ['高端芯片依赖进口。', false],
    ['各单位要切实提高站位，扎实做好各项工作，确保取得实效。', true],
    ['积极融入全球产业分工体系，坚持走绿色发展道路。', true],
    ['打击假冒商标，畅通投诉渠道，营造放心环境。', false],
    ['承运方停运应当提前三十日告知，确保供应不断档。', false],
    ['跟踪前沿技术趋势，积极培育新的增长点。', false],
    ['产业规模持续扩大，市场潜力巨大。', false],
  ];
  for (const [text, expected] of cases)
    it(`${expected ? 'is' : 'is not'} one: ${text}`, () => assert.equal(isEmptyPromise(text), expected));
});

describe('responsible actors', () => {
  const cases: readonly [string, boolean][] = [
    ['市科技局每年安排重大科技专项12项。', true],
    ['由市科创办牵头、高新区管委会负责建设。', true],
    ['建设中试平台3个。（责任单位：市科技局、市财政局）', true],
    ['三年培育技术经理人100名（市科技局负责）。', true],
    ['高新区管委会建设中试平台6个。', true],
    ['到2027年，市财政局安排专项资金1亿元。', true],
    ['各有关部门要加强协作。', true],
    ['高校应当设立技术转移机构。', true],
    ['支持企业牵头组建创新联合体。', false],
    ['鼓励高校与企业共建实验室。', false],
    ['发挥市场在资源配置中的决定性作用。', false],
    ['每季度举办成果对接活动。', false],
    ['建设中试平台3个，面向中小企业开放。', false],
    ['推动银行扩大贷款规模。', false],
    ['提高科研人员成果转化收益比例。', false],
    ['遴选八家企业建设验证基地。', false],
    ['组建由高校、企业专家参加的委员会，对项目提供咨询。', false],
    ['建设企业、高校联合的实验室。', false],
    ['创新中心负责对接企业需求。', true],
    ['县科技局遴选八家企业建设验证基地。', true],
  ];
  for (const [text, expected] of cases)
    it(`${expected ? 'are' : 'are not'} named: ${text}`, () => assert.equal(namesActor(text), expected));
});
