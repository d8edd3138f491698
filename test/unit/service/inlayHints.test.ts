import assert from 'node:assert/strict';
import type { InlayHintLabelPart } from 'vscode-languageserver-types';
import { inlayHints } from '../../../src/service/inlayHints';
import { marked, type Setting } from './support';

/** Writes every hint into the text where it stands: `…。[▲P1.2]`. */
function shown(source: string, setting: Setting = {}): string {
  const { context, range, text } = marked(source, { hintText: 'code', ...setting });
  const hints = inlayHints(context, range).map(({ position, label }) => ({
    offset: context.textDocument.offsetAt(position),
    text: (label as InlayHintLabelPart[]).map(({ value }) => value).join(''),
  }));
  let result = text;
  for (const hint of hints.sort((a, b) => b.offset - a.offset))
    result = `${result.slice(0, hint.offset)}[${hint.text}]${result.slice(hint.offset)}`;
  return result;
}

describe('inlay hints', () => {
  const cases: readonly [string, string, string, Setting?][] = [
    [
      'stand at the paragraph’s end, one glyph a kind',
      '没人才。引人才，给补贴。\n',
      '没人才。引人才，给补贴。[▲P1.2 ◆R1.2 ■S3.1]\n',
    ],
    ['name a category once a paragraph', '引人才。又来引人才。\n', '引人才。又来引人才。[◆R1.2]\n'],
    [
      'stand behind the last character, before trailing blanks and CR',
      '引人才。  \r\n\r\n没人才。\r\n',
      '引人才。[◆R1.2]  \r\n\r\n没人才。[▲P1.2]\r\n',
    ],
    [
      'stand at the end of a table row',
      '| 引人才 | 给补贴 |\n|---|---|\n| 没人才 | 无 |\n',
      '| 引人才 | 给补贴 |[◆R1.2 ■S3.1]\n|---|---|\n| 没人才 | 无 |[▲P1.2]\n',
    ],
    [
      'stand behind a paragraph of several lines',
      '引人才，\n也给补贴。\n',
      '引人才，\n也给补贴。[◆R1.2 ■S3.1]\n',
    ],
    ['leave actors out', '市科技局负责。\n', '市科技局负责。\n'],
    [
      'are given for the asked range only',
      '引人才。\n\n⟦没人才。⟧\n\n给补贴。\n',
      '引人才。\n\n没人才。[▲P1.2]\n\n给补贴。\n',
    ],
    [
      'are given where the range begins at their paragraph’s end, where they stand',
      '引人才。⟦\n\n⟧没人才。\n',
      '引人才。[◆R1.2]\n\n没人才。[▲P1.2]\n',
    ],
    ['stand right after an emoji', '引人才😀𠮷\n', '引人才😀𠮷[◆R1.2]\n'],
    ['call a category by its name', '引人才。\n', '引人才。[◆人才引育]\n', { hintText: 'name' }],
    [
      'name the first category and count the others',
      '没人才。引人才，给补贴。又没人才。\n',
      '没人才。引人才，给补贴。又没人才。[▲人才鸿沟 +2]\n',
      { hintText: 'name' },
    ],
    [
      'give name and code where they are asked to',
      '引人才，给补贴。\n',
      '引人才，给补贴。[◆人才引育 R1.2 +1]\n',
      { hintText: 'nameAndCode' },
    ],
  ];
  for (const [name, source, expected, setting] of cases)
    it(name, () => assert.equal(shown(source, setting), expected));

  it('explain themselves and open the category', () => {
    const { context, range } = marked('引人才。');
    const [part] = inlayHints(context, range)[0]?.label as InlayHintLabelPart[];
    assert.match(JSON.stringify(part?.tooltip), /引进人才/);
    assert.deepEqual(part?.command?.arguments, ['file:///memo.policy.md', 'R1.2']);
  });

  it('tell what they count', () => {
    const { context, range } = marked('没人才。引人才，给补贴。');
    const [, rest] = inlayHints(context, range)[0]?.label as InlayHintLabelPart[];
    assert.equal(rest?.value, ' +2');
    assert.match(JSON.stringify(rest.tooltip), /R1\.2 人才引育.*引进人才.*S3\.1/);
  });

  it('carry no command in editors that lack ours', () => {
    const { context, range } = marked('引人才。', { commands: false });
    assert.equal((inlayHints(context, range)[0]?.label as InlayHintLabelPart[])[0]?.command, undefined);
  });
});
