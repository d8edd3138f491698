import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, type Encoding, type NotText } from '../../../src/files/decode';

const text = '科技成果转化率偏低，缺少中试环节。\r\n𠮷😀';
/** GB18030 of 科技创新 and of 𠮷 (a character outside of GBK). */
const gb = Buffer.from('bfc6bcbcb4b4d0c2', 'hex');
const gbFourBytes = Buffer.from('bfc69534b235', 'hex');
const utf16be = (value: string): Buffer => Buffer.from(`\ufeff${value}`, 'utf16le').swap16();

describe('reading bytes as text', () => {
  const readable: [string, Buffer, Encoding, string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8', text],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8', text],
    ['UTF-16 LE', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', text],
    ['UTF-16 BE', utf16be(text), 'utf-16be', text],
    ['UTF-16 with a lone surrogate', Buffer.from('\ufeff甲\ud800乙', 'utf16le'), 'utf-16le', '甲\ud800乙'],
    ['GB18030', gb, 'gb18030', '科技创新'],
    ['GB18030 with four bytes', gbFourBytes, 'gb18030', '科𠮷'],
    [
      'GB18030 of several lines',
      Buffer.concat([gb, Buffer.from('\r\n\t'), gb]),
      'gb18030',
      '科技创新\r\n\t科技创新',
    ],
    ['nothing', Buffer.alloc(0), 'utf-8', ''],
  ];
  for (const [name, bytes, encoding, expected] of readable)
    it(`reads ${name}`, () => assert.deepEqual(decode(bytes), { text: expected, encoding }));

  const broken = Buffer.from('科技成果转化率偏低，缺少中试环节。');
  broken[4] = 0xff;
  const refused: [string, Buffer, NotText][] = [
    ['NUL bytes', Buffer.from('a\0b'), 'binary'],
    ['UTF-8 with one damaged byte', broken, 'brokenUtf8'],
    ['a cut-off UTF-8 file', Buffer.from('科技成果转化率偏低').subarray(0, -1), 'brokenUtf8'],
    ['UTF-16 with an odd number of bytes', Buffer.from('\ufeff甲', 'utf16le').subarray(0, 3), 'brokenUtf16'],
    ['UTF-32', Buffer.from('fffe00003275000008540000', 'hex'), 'unknownEncoding'],
    ['bytes that are no GB18030', Buffer.from('ff80ff80', 'hex'), 'unknownEncoding'],
    ['GB18030 with control characters', Buffer.concat([gb, Buffer.from([1])]), 'unknownEncoding'],
    ['Latin-1', Buffer.from('caf\xe9 cr\xe8me', 'latin1'), 'unknownEncoding'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xff\xff', 'latin1'), 'pdf'],
    ['an old Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'office'],
    ['a Word document', Buffer.from('PK\x03\x04....word/document.xml'), 'docx'],
    ['an OFD', Buffer.from('PK\x03\x04....OFD.xml'), 'ofd'],
    ['another archive', Buffer.from('PK\x03\x04....data.bin'), 'binary'],
  ];
  for (const [name, bytes, reason] of refused)
    it(`refuses ${name}`, () => assert.deepEqual(decode(bytes), { reason }));

  it('gives back any well-formed text in the encodings it names', () => {
    const visible = fc.string({ unit: 'grapheme' }).filter((value) => !/[\0\ufeff]/.test(value));
    fc.assert(
      fc.property(visible, (value) => {
        const kind = Buffer.from(value);
        const result = decode(kind);
        // Some texts begin like a file of another kind.
        if ('text' in result) assert.equal(result.text, value);
        else assert.match(value, /^(%PDF|PK)/);
        assert.deepEqual(decode(utf16be(value)), { text: value, encoding: 'utf-16be' });
      }),
    );
  });
});
