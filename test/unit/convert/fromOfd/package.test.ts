import assert from 'node:assert/strict';
import { strToU8, zipSync, unzipSync } from 'fflate';
import fc from 'fast-check';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { createTranslator } from '../../../../src/l10n/translator';
import { glyphsOf } from '../../../../src/convert/fromOfd/glyphs';
import { parseXml } from '../../../../src/convert/xml';
import { within } from '../../support/time';
import { documentPart, ofdFile, pagePart, root, textObject, type OfdParts } from './file';

const words = (text: string): string => textObject(text, { x: 28, y: 80 });

/** What is read of a file: its text in one line, or null, and the notes but for that on the format. */
async function read(
  bytes: Uint8Array,
): Promise<{ readonly text: string | null; readonly notes: readonly string[] }> {
  const { markdown, notes } = await convertDocument('公文.OFD', bytes);
  for (const language of ['zh-CN', 'en'] as const)
    for (const note of notes) assert.notEqual(createTranslator(language).message(note), note.id);
  return {
    text: markdown && markdown.replace(/\n+/g, ' ').trim(),
    notes: notes
      .map(({ id, args }) => [id.slice('report.import.'.length), ...args].join(' '))
      .filter((note) => !note.startsWith('ofd ')),
  };
}

/** A file whose page is this part. */
const withPage = (page: string | Uint8Array, others: OfdParts['parts'] = {}): Uint8Array =>
  ofdFile([[]], { parts: { 'Doc_0/Pages/Page_0/Content.xml': page, ...others } });

const utf16 = (text: string, isLittle: boolean): number[] =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

describe('OFD files as archives', () => {
  const page = pagePart(words('融合')).replace('UTF-8', 'UTF-16');
  const gbk = pagePart(words('RONGHE')).replace('UTF-8', 'GBK').split('RONGHE');
  for (const [name, bytes] of [
    ['with a byte order mark', withPage(`\ufeff${pagePart(words('融合'))}`)],
    ['in UTF-16', withPage(Uint8Array.from([0xff, 0xfe, ...utf16(page, true)]))],
    ['in UTF-16 of the other order', withPage(Uint8Array.from([0xfe, 0xff, ...utf16(page, false)]))],
    [
      'in GBK',
      withPage(Uint8Array.from([...strToU8(gbk[0] ?? ''), 0xc8, 0xda, 0xba, 0xcf, ...strToU8(gbk[1] ?? '')])),
    ],
    [
      'without a prefix',
      withPage(pagePart(words('融合')).replaceAll('ofd:', '').replace('xmlns:ofd', 'xmlns')),
    ],
    ['of an older namespace', withPage(pagePart(words('融合')).replace('ofdspec.org/2016', 'ofdspec.org'))],
  ] as const)
    it(`reads pages ${name}`, async () => {
      assert.deepEqual(await read(bytes), { text: '融合', notes: [] });
    });

  for (const [name, location] of [
    ['from the root', '/Doc_0/Pages/Page_0/Content.xml'],
    ['from the root without its slash', 'Doc_0/Pages/Page_0/Content.xml'],
    ['in other letters', 'pages/page_0/CONTENT.xml'],
    ['with the slashes of Windows', 'Pages\\Page_0\\Content.xml'],
    ['with steps back', './Pages/../../Doc_0/Pages/Page_0/Content.xml '],
  ] as const)
    it(`finds parts that are named ${name}`, async () => {
      const document = documentPart(1).replace('Pages/Page_0/Content.xml', location);
      const bytes = ofdFile([[words('融合')]], { parts: { 'Doc_0/Document.xml': document } });
      assert.deepEqual(await read(bytes), { text: '融合', notes: [] });
    });

  it('finds parts in a folder of the archive, and under names with the slashes of Windows', async () => {
    const parts = unzipSync(ofdFile([[words('融合')]]));
    for (const rename of [
      (name: string) => `公文/${name}`,
      (name: string) => name.replaceAll('/', '\\'),
      (name: string) => name.toUpperCase(),
    ]) {
      const renamed = Object.fromEntries(Object.entries(parts).map(([name, part]) => [rename(name), part]));
      assert.deepEqual(await read(zipSync(renamed)), { text: '融合', notes: [] });
    }
  });

  const second = {
    'Doc_1/Document.xml': documentPart(1),
    'Doc_1/Pages/Page_0/Content.xml': pagePart(words('附件')),
  };
  const bodies = (...locations: readonly string[]): string =>
    root(
      'OFD',
      locations.map((each) => `<ofd:DocBody><ofd:DocRoot>${each}</ofd:DocRoot></ofd:DocBody>`).join(''),
    );

  it('reads all documents of a file, and says where one is missing', async () => {
    const both = bodies('Doc_0/Document.xml', '/Doc_1/Document.xml');
    const bytes = ofdFile([[words('正文')]], { parts: { 'OFD.xml': both, ...second } });
    assert.deepEqual(await read(bytes), { text: '正文 附件', notes: ['documents 2'] });
    const one = ofdFile([[words('正文')]], { parts: { 'OFD.xml': both } });
    assert.deepEqual(await read(one), { text: '正文', notes: ['brokenDocuments 1'] });
  });

  it('reads the current version of a document', async () => {
    const version = (attributes: string, location: string): string =>
      `<ofd:Version ID="1" Index="1" ${attributes} BaseLoc="${location}"/>`;
    const entry = root(
      'OFD',
      '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>' +
        `${version('', 'V/Old.xml')}${version('Current="true"', 'V/New.xml')}</ofd:Versions></ofd:DocBody>`,
    );
    const parts = {
      ...second,
      'OFD.xml': entry,
      'V/New.xml': root('DocVersion', '<ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot>'),
    };
    assert.deepEqual(await read(ofdFile([[words('正文')]], { parts })), { text: '附件', notes: [] });
    const lost = { ...parts, 'V/New.xml': null };
    const older = await read(ofdFile([[words('正文')]], { parts: lost }));
    assert.deepEqual(older, { text: '正文', notes: ['brokenDocuments 1'] });
  });

  it('counts what stands beside the text: remarks, watermarks, attachments', async () => {
    const annotation = (type: string, content: string): string =>
      `<ofd:Annot ID="1" Type="${type}">${content}</ofd:Annot>`;
    const bytes = ofdFile([[words('正文')]], {
      behind: '<ofd:Annotations>Annots.xml</ofd:Annotations><ofd:Attachments>Attachs/A.xml</ofd:Attachments>',
      parts: {
        'Doc_0/Annots.xml': root(
          'Annotations',
          '<ofd:Page PageID="0"><ofd:FileLoc>P/A.xml</ofd:FileLoc></ofd:Page>',
        ),
        'Doc_0/P/A.xml': root(
          'PageAnnot',
          annotation('Link', '<ofd:Appearance/>') +
            annotation('Watermark', `<ofd:Appearance>${words('内部')}</ofd:Appearance>`) +
            annotation('Highlight', '<ofd:Remark>此处待核</ofd:Remark>') +
            annotation('Stamp', '<ofd:Appearance><ofd:ImageObject ID="2"/></ofd:Appearance>'),
        ),
        'Doc_0/Attachs/A.xml': root('Attachments', '<ofd:Attachment ID="1" Name="附表"/>'),
      },
    });
    assert.deepEqual(await read(bytes), { text: '正文', notes: ['annotations 2', 'attachments 1'] });
  });

  const whole = ofdFile([[words('正文')]]);
  for (const [name, bytes, note] of [
    ['no archive', strToU8('not an OFD'), 'notOfd'],
    ['a Word file', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'notOfd'],
    ['cut off', whole.subarray(0, whole.length - 30), 'notOfd'],
    ['empty', new Uint8Array(), 'notOfd'],
    ['without documents', ofdFile([], { parts: { 'OFD.xml': root('OFD', '') } }), 'notOfd'],
    ['with an entry that is no XML', ofdFile([], { parts: { 'OFD.xml': 'garbage' } }), 'notOfd'],
    ['without its pages', ofdFile([[]], { parts: { 'Doc_0/Pages/Page_0/Content.xml': null } }), 'notOfd'],
    [
      'a document that is cut off',
      ofdFile([[words('甲')]], { parts: { 'Doc_0/Document.xml': documentPart(1).slice(0, -30) } }),
      'notOfd',
    ],
    ['encrypted', ofdFile([[]], { parts: { 'Encryptions.xml': root('Encryptions', '') } }), 'encrypted'],
    [
      'a scan',
      ofdFile([['<ofd:ImageObject ID="3" ResourceID="9" Boundary="0 0 210 297"/>'], []]),
      'scan OFD',
    ],
    ['a file without pages', ofdFile([]), 'scan OFD'],
  ] as const)
    it(`says that a file is ${name}`, async () => {
      assert.deepEqual(await read(bytes), { text: null, notes: [note] });
    });

  it('reads what is left of a damaged file, and says so', async () => {
    const sound = pagePart(words('正文') + words('乙'));
    const inside = sound.replace('乙</ofd:TextCode>', '乙');
    assert.deepEqual(await read(withPage(inside)), { text: '正文', notes: ['brokenPages 1'] });
    const cut = ofdFile([[words('甲')], []], {
      parts: { 'Doc_0/Pages/Page_1/Content.xml': sound.slice(0, -40) },
    });
    assert.deepEqual(await read(cut), { text: '甲', notes: ['brokenPages 1'] });
    const lost = ofdFile([[words('甲')], [words('乙')], []], {
      parts: { 'Doc_0/Pages/Page_1/Content.xml': null },
    });
    assert.deepEqual(await read(lost), { text: '甲', notes: ['noText 1', 'brokenPages 1'] });
    const template = ofdFile([[words('甲')]], { page: '<ofd:Template TemplateID="7"/>' });
    assert.deepEqual(await read(template), { text: '甲', notes: ['brokenPages 1'] });
  });

  it('refuses what unpacks to more than any document, and pages and groups that draw without end', async () => {
    const blown = withPage(pagePart(`<!--${' '.repeat(20_100_000)}-->${words('正文')}`));
    assert.deepEqual(await read(blown), { text: null, notes: ['tooLarge 20'] });
    const many = withPage(
      pagePart(textObject('甲'.repeat(100_001), { x: 1, y: 9, delta: 'DeltaX="g 100001 8"' })),
    );
    assert.deepEqual(await read(many), { text: null, notes: ['pageSize 1 100000'] });
    const use = (id: number): string => `<ofd:CompositeObject ID="1" ResourceID="${String(id)}"/>`;
    const path = `<ofd:PathObject><ofd:AbbreviatedData>${'M 0 0 L 9 9 '.repeat(100_000)}</ofd:AbbreviatedData></ofd:PathObject>`;
    const units = Array.from(
      { length: 5 },
      (_, id) =>
        `<ofd:CompositeGraphicUnit ID="${String(id)}"><ofd:Content>${id < 4 ? use(id + 1).repeat(9) : path}</ofd:Content></ofd:CompositeGraphicUnit>`,
    ).join('');
    const bomb = ofdFile([[use(0), words('正文')]], {
      common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
      parts: {
        'Doc_0/Res.xml': root('Res', `<ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits>`),
      },
    });
    assert.deepEqual(await read(bomb), { text: null, notes: ['objects 1000'] });
    const deep = withPage(
      pagePart(`${'<ofd:PageBlock>'.repeat(50_000)}${'</ofd:PageBlock>'.repeat(50_000)}`),
    );
    assert.deepEqual(await read(deep), { text: null, notes: ['nested'] });
  });

  it('takes no time with very many blanks', () => {
    const blanks = ' '.repeat(100_000);
    const text = textObject(`甲${blanks}乙`, { x: 1, y: 9 }).replaceAll('ofd:', '');
    const object = parseXml(strToU8(text)).documentElement as Element;
    assert.equal(within(2, () => glyphsOf(object, [1, 0])).length, blanks.length + 2);
  });

  it('never fails on a damaged file but with a reason', async () => {
    const bytes = ofdFile([[words('科技创新和产业创新'), words('乙')], [words('丙')]]);
    const content = strToU8(pagePart(words('科技创新') + words('乙')));
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
    const damaged = (sound: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array => {
      const copy = Uint8Array.from(sound);
      for (const [place, value] of places) copy[place % copy.length] = value;
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async (places, isPage) => {
        const result = await read(isPage ? withPage(damaged(content, places)) : damaged(bytes, places));
        if (result.text === null) assert.ok(result.notes.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
