import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { commandLink, escapeMarkdown, markup } from '../../../src/service/markdown';

// Without the pass over finished text that links addresses: renderers in editors keep to what the source says.
const parse = (source: string) =>
  fromMarkdown(source, {
    extensions: [gfm()],
    mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  });
const kinds = (node: Nodes): string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(kinds) : []),
];
const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

describe('escaping for Markdown', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '[a](command:x)',
        '![i](http://e)',
        '<b onclick=x>',
        '**',
        '`',
        '~~',
        'https://e.cn',
        'www.e.cn',
        'x@y.zz',
        '|',
        '\\',
        '# ',
        '- ',
        '1. ',
        '$(zap)',
        '&lt;',
        '\n\n',
        '引人才',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 6 },
  );

  it('shows any text as written; nothing in it is a link, image, HTML, emphasis or list', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = `文${parts.join('')}`.replace(/\0/g, '');
        const oneLine = text.replace(/[\r\n]+/g, ' ');
        assert.equal(markup(`**${escapeMarkdown(text)}**`, true).value, oneLine);
        const tree = parse(escapeMarkdown(text));
        for (const kind of kinds(tree)) assert.match(kind, /^(root|paragraph|text|break)$/);
        assert.equal(textOf(tree).trim(), text.replace(/[\r\n]+/g, ' ').trim());
      }),
      { numRuns: 400 },
    );
  });

  it('makes a command link whose arguments come back whole', () => {
    const args = ['file:///甲 乙(1).md', { rule: 'PL101', note: ')] “' }];
    const link = (
      parse(commandLink('全部[出处]', 'policyLens.showCategory', args)).children[0] as unknown as {
        children: Nodes[];
      }
    ).children[0];
    assert.equal(link?.type, 'link');
    assert.equal(textOf(link), '全部[出处]');
    assert.deepEqual(JSON.parse(decodeURIComponent(link.url.slice(link.url.indexOf('?') + 1))), args);
  });
});
