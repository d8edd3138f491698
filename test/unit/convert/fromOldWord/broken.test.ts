import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Message } from '../../../../src/core/message';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { Bytes } from '../../../../src/convert/fromOldWord/bytes';
import { CompoundFile } from '../../../../src/convert/fromOldWord/compound';
import { OldDocument } from '../../../../src/convert/fromOldWord/document';
import { Effort } from '../../../../src/convert/fromOldWord/effort';
import { readFields } from '../../../../src/convert/fromOldWord/fields';
import { ConversionError } from '../../../../src/convert/unreadable';
import { createTranslator } from '../../../../src/l10n/translator';
import { within } from '../../support/time';
import { paragraph, wordFile } from '../fromWord/file';
import { compoundFile, oldWordFile, u16, u32, utf16, type OldParts } from './file';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`test/fixtures/oldWord/${name}.doc`));
const told = (notes: readonly Message[]): string[] =>
  notes.map(({ id, args }) => [id.replace('report.import.', ''), ...args].join(' '));
const memo: OldParts = {
  paragraphs: [{ text: '推动融合。' }, { text: '总体要求', changes: [...u16(0x2640), 0] }],
};

describe('files that are called Word files', () => {
  for (const [name, bytes] of [
    ['a Word file of today', wordFile({ body: paragraph('融合') })],
    ['a web page', utf8('\ufeff\n<html xmlns:o="urn:x"><body><p>融合</p></body></html>')],
    ['a piece of a web page', utf8('<table><tr><td>融合</td></tr></table>')],
    ['a web page in GBK', Uint8Array.of(...latin('<html><p>'), 0xc8, 0xda, 0xba, 0xcf)],
    ['a web page in UTF-16', Uint8Array.from([0xff, 0xfe, ...utf16('<html><p>融合')])],
    [
      'a web page with its images',
      utf8(
        'From: <Saved by Word>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n<p>融合</p>\n--b--\n',
      ),
    ],
  ] as const)
    it(`are read as what they are: ${name}`, async () => {
      for (const extension of ['doc', 'wps', 'docx'])
        assert.match((await convertDocument(`a.${extension}`, bytes)).markdown ?? '', /融合/u, extension);
    });

  for (const [name, bytes, note] of [
    ['RTF', latin('{\\rtf1\\ansi hello}'), 'savedAs RTF'],
    [
      'the beginning of a web archive',
      latin('From: <Saved by Word>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related'),
      'noPage',
    ],
    ['MIME without a page', latin('MIME-Version: 1.0\r\nContent-Type: text/css\r\n\r\na{}'), 'noPage'],
    ['the beginning of a compound file', oldWordFile(memo).slice(0, 100), 'noWord'],
    ['a file of another program', compoundFile({ CONTENTS: new Uint8Array(5000) }), 'noWord'],
    ['Word 2', Uint8Array.of(0xdb, 0xa5, 0x2d, 0), 'olderWord'],
    ['Word 95', oldWordFile({ ...memo, signature: 0xa5dc }), 'olderWord'],
    ['Word 95 for East Asia', oldWordFile({ ...memo, signature: 0xa699 }), 'olderWord'],
    ['a document with a password', oldWordFile({ ...memo, flags: 0x100 }), 'wordPassword'],
    [
      'a document of today with a password',
      compoundFile({ EncryptedPackage: new Uint8Array(5000) }),
      'wordPassword',
    ],
    ['a document without its text', oldWordFile({ ...memo, structures: { 33: [7] } }), 'noWord'],
  ] as const)
    it(`say why they are not read: ${name}`, async () => {
      for (const extension of ['doc', 'wps', 'docx']) {
        const { markdown, notes } = await convertDocument(`a.${extension}`, bytes);
        assert.equal(markdown, null);
        assert.deepEqual(told(notes), [note]);
        for (const language of ['zh-CN', 'en'] as const)
          for (const each of notes) assert.notEqual(createTranslator(language).message(each), each.id);
      }
    });
});

describe('files that Word would not open', () => {
  for (const [name, bytes] of [
    ['text', utf8('要求')],
    ['a character', utf8('要')],
    ['XML', utf8('<?xml version="1.0"?><svg/>')],
    ['nothing', new Uint8Array()],
  ] as const)
    it(`are told as such: ${name}`, async () => {
      for (const [extension, note] of [
        ['doc', 'noWord'],
        ['wps', 'noWord'],
        ['docx', 'notWord'],
      ] as const) {
        const { markdown, notes } = await convertDocument(`a.${extension}`, bytes);
        assert.deepEqual([markdown, told(notes)], [null, [note]]);
      }
    });
});

describe('broken old Word files', () => {
  it('keep the text behind what the file says it has', async () => {
    const { markdown } = await convertDocument('a.doc', oldWordFile({ ...memo, lengths: [0] }));
    assert.equal(markdown, '推动融合。\n\n# 总体要求\n');
  });

  it('give what there is of a text that was cut off, and tell how much is missing', async () => {
    const whole = oldWordFile({ paragraphs: [{ text: '推'.repeat(3000) }] });
    const { markdown, notes } = await convertDocument('a.doc', whole.slice(0, 3072 + 512));
    // The table of what stands where comes behind the text.
    assert.deepEqual([markdown, told(notes)], [null, ['noWord']]);
    const table = oldWordFile({ paragraphs: [{ text: '推'.repeat(9) }], lengths: [100] });
    const short = await convertDocument('a.doc', table);
    assert.deepEqual([short.markdown, told(short.notes)], ['推'.repeat(9) + '\n', ['missing 90']]);
  });

  it('give what can be reached where sectors follow one another in circles', async () => {
    const text = '推'.repeat(3000);
    const bytes = oldWordFile({ paragraphs: [{ text }] });
    // The sixth sector of the text is followed by the first.
    bytes.set(u32(2), 512 + 7 * 4);
    const { markdown, notes } = await convertDocument('a.doc', bytes);
    assert.match(markdown ?? '', /^推{800,1100}\n$/u);
    assert.deepEqual(
      told(notes)
        .map((note) => note.split(' ')[0])
        .sort(),
      ['missing', 'unformatted'],
    );
  });

  it('are read within bounds where a short stream says that it is very long, and goes round in a circle', () => {
    const bytes = compoundFile({ WordDocument: new Uint8Array(5000) });
    // All streams are short ones, in the sectors of this one, whose zeros say that the first is followed by itself.
    bytes.set([...u32(0xffffffff), ...u32(2)], 56);
    bytes.set(u32(2), 1024 + 116);
    bytes.set([...u32(0), ...u32(0xfffffffe)], 1024 + 128 + 116);
    const stream = within(1000, () => new CompoundFile(bytes).stream('WordDocument'));
    assert.equal(stream?.length, 5120);
  });

  it('tell where formats are broken, and keep the words', async () => {
    const { markdown, notes } = await convertDocument(
      'a.doc',
      oldWordFile({
        ...memo,
        structures: { 13: [...u32(0), ...u32(9999), ...u32(77_777)], 74: [1, 0], 73: [9] },
      }),
    );
    assert.equal(markdown, '推动融合。\n\n总体要求\n');
    assert.deepEqual(told(notes), ['unformatted 2']);
  });

  it('are refused where pieces repeat a text until it would fill the memory', async () => {
    const pieces = Array.from({ length: 2000 }, () => [0, 4000] as const);
    const bytes = oldWordFile({ paragraphs: [{ text: '推'.repeat(4000) }], pieces });
    assert.throws(() => within(5, () => new OldDocument(bytes)), ConversionError);
    assert.deepEqual(told((await convertDocument('a.doc', bytes)).notes), ['tooLarge 20']);
  });

  it('write no note twice whose place goes back and forth', async () => {
    const places = Array.from({ length: 1001 }, (_, at) => u32(at % 2 === 0 ? 0 : 2000)).flat();
    const anchors = [
      ...Array.from({ length: 1001 }, (_, at) => u32(at)).flat(),
      ...new Array<number>(2000).fill(0),
    ];
    const { markdown } = await convertDocument(
      'a.doc',
      oldWordFile({
        paragraphs: [{ text: '正'.repeat(1200) }, { text: '注'.repeat(2000) }],
        lengths: [1201, 2001],
        structures: { 2: anchors, 3: places },
      }),
    );
    assert.equal(markdown?.match(/注/g)?.length, 2000);
  });

  it('take no time with fields in fields without end', () => {
    const count = 20_000;
    const text = `${'\x13HYPERLINK "'.repeat(count)}${'\x14x\x15'.repeat(count)}`;
    const marks = within(5, () => readFields(text, 0, text.length, () => ''));
    assert.equal(marks.size, count * 3);
  });

  it('take no time with words over one another among very many blanks', () => {
    const field = `\x13EQ ${'\\o('.repeat(300)},${' '.repeat(2000)}) x\x15`;
    const text = field.repeat(50);
    assert.equal(within(2, () => readFields(text, 0, text.length, () => '')).size, 100);
  });

  it('are not read without end where their properties name long lists again and again', () => {
    const effort = new Effort(
      new Bytes(Uint8Array.from([...u16(60_000), ...new Array<number>(60_000).fill(1)])),
    );
    const name = new Bytes(Uint8Array.from([...u16(0x6646), ...u32(0)]));
    assert.ok(effort.modifiers([name]).length > 1000);
    assert.throws(() => {
      for (let times = 0; times < 400; times++) effort.modifiers([name]);
    }, RangeError);
  });

  it('never throw nor hang, whatever their bytes', async () => {
    const files = ['memo', 'tables', 'apart', 'changes'].map(fixture);
    const change = fc.tuple(
      fc.nat(),
      fc.oneof(fc.constantFrom(0, 1, 0xffffffff, 0x7fffffff), fc.nat(5000), fc.nat()),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.option(fc.nat()),
        async (file, changes, cut) => {
          const bytes = file.slice();
          const view = new DataView(bytes.buffer);
          for (const [at, value] of changes) view.setUint32(at % (bytes.length - 4), value, true);
          const end = cut === null ? bytes.length : cut % bytes.length;
          const { markdown, notes } = await convertDocument('a.doc', bytes.slice(0, end));
          assert.ok(markdown !== null || notes.length > 0);
          for (const { id } of notes) assert.notEqual(id, 'report.import.unreadable', JSON.stringify(notes));
        },
      ),
      { numRuns: 150 },
    );
  });
});
