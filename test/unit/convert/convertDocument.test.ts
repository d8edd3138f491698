import assert from 'node:assert/strict';
import { convertDocument } from '../../../src/convert/convertDocument';
import { createTranslator } from '../../../src/l10n/translator';
import { ofdFile, textObject } from './fromOfd/file';
import { oldWordFile } from './fromOldWord/file';
import { pdfFile } from './fromPdf/file';
import { paragraph, wordFile } from './fromWord/file';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 融合 in GB18030. */
const gb = [0xc8, 0xda, 0xba, 0xcf];

describe('conversion by file name', () => {
  for (const [name, bytes, expected] of [
    ['a.DOCX', wordFile({ body: paragraph('融合') }), '融合'],
    ['a.ofd', ofdFile([[textObject('融合', { x: 20, y: 40 })]]), '融合'],
    ['a.pdf', pdfFile([[{ text: '融合', x: 50, y: 700, size: 16 }]]), '融合'],
    ['utf8.html', utf8('<p>融合'), '融合'],
    ['bom.htm', utf8('\uFEFF<p>融合'), '融合'],
    ['meta.html', Uint8Array.from([...utf8('<meta charset="gb2312"><p>'), ...gb]), '融合'],
    ['bare.html', Uint8Array.from([...utf8('<p>'), ...gb]), '融合'],
    ['wrong.html', Uint8Array.from([...utf8('<meta charset="nonsense"><p>'), ...gb]), '融合'],
    [
      'western.html',
      Uint8Array.from([...utf8('<meta charset="iso-8859-1"><p>'), 0x93, 0x52, 0x26, 0x44, 0x94, 0x80, 0x35]),
      '“R&D”€5',
    ],
    [
      '16.html',
      Uint8Array.from([
        0xff,
        0xfe,
        ...[...'<p>融合'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
      ]),
      '融合',
    ],
    [
      '16be.html',
      Uint8Array.from([
        0xfe,
        0xff,
        ...[...'<p>融合'].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
      ]),
      '融合',
    ],
    [
      '16 without a mark.html',
      Uint8Array.from([...'<p>融合'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])),
      '融合',
    ],
  ] as const)
    it(`reads ${name}`, async () => {
      const { markdown } = await convertDocument(name, bytes);
      assert.equal(markdown?.trim(), expected);
    });

  for (const [kind, bytes] of [
    ['a PDF', pdfFile([[{ text: '融合', x: 50, y: 700, size: 16 }]])],
    ['an OFD file', ofdFile([[textObject('融合', { x: 20, y: 40 })]])],
    ['a Word file', wordFile({ body: paragraph('融合') })],
    ['an old Word file', oldWordFile({ paragraphs: [{ text: '融合' }] })],
  ] as const)
    it(`reads ${kind} under the names of others as what it is`, async () => {
      for (const extension of ['doc', 'wps', 'docx', 'pdf', 'ofd', 'html'])
        assert.equal((await convertDocument(`a.${extension}`, bytes)).markdown?.trim(), '融合', extension);
    });

  for (const [encoding, bytes, expected] of [
    [
      'UTF-8',
      [...utf8('<meta charset="utf-8"><p>科技创新和产业创新'), 0xe5, 0x8f],
      '科技创新和产业创新\ufffd\n',
    ],
    ['GB18030', [...utf8('<meta charset="gb2312"><p>'), ...gb, 0xff, ...gb], '融合\ufffd融合\n'],
  ] as const)
    it(`shows damaged bytes of ${encoding} as such, and tells`, async () => {
      const { markdown, notes } = await convertDocument('a.html', Uint8Array.from(bytes));
      assert.equal(markdown, expected);
      assert.deepEqual(notes, [{ id: 'report.import.broken', args: ['1'] }]);
    });

  it('says so where markup is nested deeper than can be read', async () => {
    const depth = 20_000;
    const { markdown, notes } = await convertDocument(
      'deep.html',
      utf8(`${'<div>'.repeat(depth)}融合${'</div>'.repeat(depth)}`),
    );
    assert.equal(markdown, null);
    assert.deepEqual(
      notes.map(({ id }) => id),
      ['report.import.nested'],
    );
  });

  it('refuses other files with a reason in both languages', async () => {
    const { markdown, notes } = await convertDocument('a.odt', new Uint8Array());
    assert.equal(markdown, null);
    assert.deepEqual(notes, [
      { id: 'report.import.format', args: ['.docx .doc .wps .html .htm .mht .mhtml .ofd .pdf'] },
    ]);
    for (const language of ['zh-CN', 'en'] as const)
      for (const note of notes) assert.notEqual(createTranslator(language).message(note), note.id);
  });
});
