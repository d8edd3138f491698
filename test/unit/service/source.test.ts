import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../src/service/hover';
import { sourceOf } from '../../../src/service/source';
import { builtinEnvironment, smallEnvironment } from '../support/environment';
import { createTranslator } from '../../../src/l10n/translator';
import { marked } from './support';

describe('the source of a category', () => {
  const translator = createTranslator('zh-CN');
  const { taxonomy: builtin } = builtinEnvironment();
  const { taxonomy: own } = smallEnvironment();
  const section = '第二章';

  it('is the paper for the built-in taxonomy and for one that extends it', () => {
    for (const taxonomy of [builtin, { ...own, base: builtin.id }])
      assert.equal(sourceOf(taxonomy, { section }, translator), '出处：周军、吴红（2025）“第二章”');
  });

  it('is the taxonomy’s own for one that stands by itself, and none where it names none', () => {
    assert.equal(sourceOf(own, { section }, translator), '出处：小体系“第二章”');
    for (const taxonomy of [builtin, own]) assert.equal(sourceOf(taxonomy, { section: '' }, translator), '');
  });

  it('is the author’s for a section that is added to the built-in taxonomy', () => {
    const credit = { zh: '本市体系', en: 'Our city' };
    assert.equal(sourceOf(builtin, { section, credit }, translator), '出处：本市体系“第二章”');
  });

  it('is told in a hover, which calls nobody’s links our reading but ours', () => {
    const { context, cursor } = marked('# 方案\n\n没‸人才。\n');
    const shown = ({ taxonomy }: Pick<typeof context, 'taxonomy'>): string =>
      (hover({ ...context, taxonomy }, cursor)?.contents as MarkupContent).value;
    assert.match(shown({ taxonomy: own }), /出处：小体系“现实问题 1”/u);
    assert.doesNotMatch(shown({ taxonomy: own }), /归纳|周军/u);
    assert.match(shown({ taxonomy: { ...own, base: builtin.id } }), /本工具的归纳[\s\S]*出处：周军/u);
    const links = own.links.map((link) => ({ ...link, isOwn: true as const }));
    assert.doesNotMatch(shown({ taxonomy: { ...own, base: builtin.id, links } }), /归纳/u);
  });
});
