import assert from 'node:assert/strict';
import {
  hasEnoughHan,
  isGarbled,
  isUserDocument,
  probeLength,
} from '../../../src/client/connection/candidates';

describe('documents that are looked at', () => {
  const cases: readonly [languageId: string, scheme: string, expected: boolean][] = [
    ['zh-policy', 'file', true],
    ['markdown', 'untitled', true],
    ['plaintext', 'vscode-vfs', true],
    ['markdown', 'vscode-remote', true],
    ['markdown', 'memfs', true],
    ['markdown', 'git', false],
    ['markdown', 'conflictResolution', false],
    ['markdown', 'showModifications', false],
    ['markdown', 'clipboardCompare', false],
    ['markdown', 'vscode-local-history', false],
    ['markdown', 'merge-conflict.conflict-diff', false],
    ['plaintext', 'output', false],
    ['plaintext', 'vscode-scm', false],
    ['plaintext', 'comment', false],
    ['markdown', 'vscode-chat-code-block', false],
    ['plaintext', 'chatSessionInput', false],
    ['markdown', 'search-editor', false],
    ['markdown', 'vscode-notebook-cell', false],
    ['markdown', 'policy-lens-report', false],
    ['markdown', 'policy-lens-taxonomy', false],
    ['typescript', 'file', false],
    ['json', 'untitled', false],
  ];
  for (const [languageId, scheme, expected] of cases)
    it(`${languageId} in ${scheme}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(isUserDocument({ languageId, uri: { scheme } }), expected);
    });
});

describe('the check for Chinese before the server starts', () => {
  const han = '关于推进科技创新和产业创新深度融合的若干措施';
  const cases: readonly [name: string, text: string, expected: boolean][] = [
    ['a Chinese title', han, true],
    ['twenty characters', '甲'.repeat(20), true],
    ['one fewer', '甲'.repeat(19), false],
    ['nothing', '', false],
    ['English', 'The quick brown fox jumps over the lazy dog. '.repeat(50), false],
    ['English with one Chinese name', `Written by 张三 and 李四. ${'word '.repeat(200)}`, false],
    ['full-width punctuation and kana only', '、。，「」カタカナひらがな'.repeat(20), false],
    ['Chinese after a short English front matter', `---\nlayout: post\n---\n${han}`, true],
    ['Chinese only behind the part that is looked at', ' '.repeat(probeLength) + han, false],
    ['emoji before Chinese', `${'🎉'.repeat(100)}${han}`, true],
  ];
  for (const [name, text, expected] of cases)
    it(`${name}: ${expected ? 'enough' : 'too little'}`, () => {
      assert.equal(hasEnoughHan(text), expected);
    });
});

describe('the check for a text in another encoding', () => {
  const memo = '关于进一步加强我市科技人才队伍建设的政策建议。';
  const gbk = [0xb9, 0xd8, 0xd3, 0xda, 0xbd, 0xf8, 0xd2, 0xbb, 0xb2, 0xbd, 0xbc, 0xd3, 0xc7, 0xbf];
  const cases: readonly [name: string, text: string, expected: boolean][] = [
    ['GBK read as UTF-8', new TextDecoder().decode(new Uint8Array(Array(10).fill(gbk).flat())), true],
    ['Chinese', memo.repeat(20), false],
    ['a few broken characters in Chinese', `${memo}\uFFFD`.repeat(30), false],
    ['a short text', '\uFFFD\uFFFD', false],
    ['nothing', '', false],
  ];
  for (const [name, text, expected] of cases)
    it(`${name}: ${expected ? 'garbled' : 'not garbled'}`, () => assert.equal(isGarbled(text), expected));
});
