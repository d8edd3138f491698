import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { convertDocument } from '../../../../src/convert/convertDocument';
import { paragraph, wordFile } from '../fromWord/file';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(bytes: Uint8Array): Promise<{ lines: string[]; notes: string[] }> {
  const { markdown, notes } = await convertDocument('a.doc', bytes);
  return {
    lines: (markdown ?? '').split('\n').filter((line) => line !== ''),
    notes: notes.map(({ id, args }) => [id.replace('report.import.', ''), ...args].join(' ')),
  };
}

/** A document as Word 2003 saves it in XML. */
const word2003 = (body: string, before = ''): Uint8Array =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xml:space="preserve"><w:docPr><w:view w:val="print"/><w:footnotePr><w:footnote w:type="separator"><w:p><w:r><w:t>隔</w:t></w:r></w:p></w:footnote></w:footnotePr></w:docPr>${before}<w:body><wx:sect>${body}<w:sectPr/></wx:sect></w:body></w:wordDocument>`,
  );
const run = (content: string): string => `<w:r>${content}</w:r>`;
const said = (text: string): string => run(`<w:t>${text}</w:t>`);
const listed = (level: number, label: string): string =>
  `<w:pPr><w:listPr><w:ilvl w:val="${String(level)}"/><w:ilfo w:val="1"/><wx:t wx:val="${label}"/></w:listPr></w:pPr>`;
const annotation = (kind: string, content: string): string =>
  `<aml:annotation aml:id="1" w:type="Word.${kind}"><aml:content>${content}</aml:content></aml:annotation>`;

const lists =
  '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:lvlText w:val="%3."/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>';
const styles =
  '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style></w:styles>';

describe('import of Word files that are XML', () => {
  it('of Word 2003: reads headings by style, numbers by lists, and sections within sections', async () => {
    const { lines, notes } = await read(
      word2003(
        [
          `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>${said('若干措施')}</w:p>`,
          `<wx:sub-section><w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>${said('总体要求')}</w:p>`,
          `<w:p>${listed(0, '一、')}${said('支持企业。')}</w:p>`,
          `<w:p>${listed(1, '（一）')}${said('建设平台。')}</w:p>`,
          `<w:p>${listed(2, '1.')}${said('R&amp;D &lt;投入&gt;。')}</w:p></wx:sub-section>`,
        ].join(''),
        lists + styles,
      ),
    );
    assert.deepEqual(lines, [
      '# 若干措施',
      '## 总体要求',
      '一、支持企业。',
      '（一）建设平台。',
      '1.R&D <投入>。',
    ]);
    assert.deepEqual(notes, ['numbered 3']);
  });

  it('of Word 2003: accepts changes, and tells of them, of comments, notes, pictures and merged cells', async () => {
    const { lines, notes } = await read(
      word2003(
        [
          `<w:p>${said('市科技局')}${annotation('Insertion', said('必须'))}${annotation('Deletion', run('<w:delText>应当</w:delText>'))}<aml:annotation aml:id="2" w:type="Word.Bookmark.Start" w:name="b"/>${said('建立台账。')}${run(annotation('Comment', `<w:p>${said('请核')}</w:p>`))}</w:p>`,
          `<w:p>${said('设立基金')}${run(`<w:footnote><w:p>${said('十亿元。')}</w:p></w:footnote>`)}${said('。')}</w:p>`,
          `<w:p>${said('详见')}<w:hlink w:dest="https://www.gov.cn/">${said('网站')}</w:hlink>${run('<w:rPr><w:vanish/></w:rPr><w:t>内部</w:t>')}</w:p>`,
          `<w:p>${run('<w:pict><w:binData w:name="wordml://1.png">AAAA</w:binData><v:shape alt="分布图"><v:imagedata src="wordml://1.png"/></v:shape></w:pict>')}</w:p>`,
          `<w:p>${run(`<w:pict><v:shape><v:textbox><w:txbxContent><w:p>${said('框里的字。')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>`)}</w:p>`,
          `<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p>${said('甲')}</w:p></w:tc><w:tc><w:p>${said('乙')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p>${said('丙')}</w:p></w:tc></w:tr></w:tbl>`,
        ].join(''),
      ),
    );
    assert.deepEqual(lines, [
      '市科技局必须建立台账。',
      '设立基金\\[1]。',
      '详见[网站](https://www.gov.cn/)',
      '![分布图](#)',
      '框里的字。',
      '| 甲 | 乙 |',
      '| - | - |',
      '| | 丙 |',
      '1. 十亿元。',
    ]);
    assert.deepEqual(notes.toSorted(), [
      'comments 1',
      'footnotes 1',
      'hidden 1',
      'images 1',
      'merged 1',
      'revisions 2',
      'tables 1',
    ]);
  });

  it('of today: reads the parts of a .docx that stand in one file', async () => {
    const parts = Object.entries(unzipSync(wordFile({ body: paragraph('推动融合。') }))).map(
      ([name, part]) => {
        const xml = strFromU8(part).replace(/^<\?xml[^>]*>/, '');
        return `<pkg:part pkg:name="/${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
      },
    );
    const image = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>';
    const flat = `<?xml version="1.0"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}${image}</pkg:package>`;
    assert.deepEqual(await read(utf8(flat)), { lines: ['推动融合。'], notes: [] });
  });

  it('says of what is cut off or holds no text that it cannot be read', async () => {
    for (const xml of [
      '<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>',
      '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
      '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p',
    ]) {
      const { markdown, notes } = await convertDocument('a.doc', utf8(xml));
      assert.equal((markdown ?? '').trim(), '');
      assert.ok(notes.length > 0, xml);
    }
  });
});
