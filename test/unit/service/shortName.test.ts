import assert from 'node:assert/strict';
import { shortName } from '../../../src/service/shortName';
import { builtinEnvironment } from '../support/environment';

describe('a short name', () => {
  const cases: readonly [name: string, expected: string][] = [
    ['人才引育', '人才引育'],
    ['核心技术与产业链攻关', '核心技术与产业链攻关'],
    ['科技型中小企业梯度培育与扶持', '科技型中小企业梯度培育与…'],
    ['科技型中小企业梯度培育，与扶持', '科技型中小企业梯度培育…'],
    ['High-end talent', 'High-end talent'],
    ['Technology transfer and commercialisation', 'Technology transfer…'],
    ['Alignment of science, industry and finance', 'Alignment of science…'],
    ['Infrastructuralisationism of everything', 'Infrastructuralisationis…'],
    ['Développement économique durable', 'Développement économique…'],
    ['ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈ', 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈ'],
    ['𠮷野村科技创新平台与产业集群', '𠮷野村科技创新平台与产业…'],
    ['', ''],
  ];
  for (const [name, expected] of cases)
    it(`of “${name}” is “${expected}”`, () => assert.equal(shortName(name), expected));

  it('is the whole Chinese name of every built-in category', () => {
    for (const { name } of builtinEnvironment().taxonomy.categories)
      assert.equal(shortName(name.zh), name.zh);
  });
});
