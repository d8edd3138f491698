import assert from 'node:assert/strict';
import { convertDocument } from '../../../../src/convert/convertDocument';

/** 融合 in GBK. */
const gbk = [0xc8, 0xda, 0xba, 0xcf];

/** A web archive of parts that each have their headers and content. */
function archive(...parts: readonly (readonly [headers: readonly string[], content: string])[]): Uint8Array {
  const lines = [
    'From: <Saved by Blink>',
    'Subject: =?utf-8?Q?=E9=80=9A=E7=9F=A5?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html"; boundary="----b"',
    '',
    ...parts.flatMap(([headers, content]) => ['------b', ...headers, '', content]),
    '------b--',
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

const quoted = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const page = (words: string): string => `<html><body><h1>${words}</h1><p>${words}</p></body></html>`;
const html = 'Content-Type: text/html';
const image = ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'] as const;

describe('import of web archives', () => {
  for (const [name, bytes] of [
    [
      'a browser',
      archive(
        [
          [html, 'Content-Transfer-Encoding: quoted-printable'],
          page(quoted(new TextEncoder().encode('融合'))),
        ],
        [image, 'AAAA'],
      ),
    ],
    [
      'Word, in GBK',
      archive(
        [image, 'AAAA'],
        [[`${html}; charset="gb2312"`, 'Content-Transfer-Encoding: quoted-printable'], page(quoted(gbk))],
      ),
    ],
    [
      'others, in base64',
      archive([
        [`${html}; charset="utf-8"`, 'Content-Transfer-Encoding: base64'],
        Buffer.from(page('融合')).toString('base64'),
      ]),
    ],
  ] as const)
    it(`reads the page as ${name} saves it`, async () => {
      for (const extension of ['mht', 'mhtml', 'doc']) {
        const { markdown, notes } = await convertDocument(`a.${extension}`, bytes);
        assert.deepEqual([markdown, notes], ['# 融合\n\n融合\n', []], extension);
      }
    });

  it('says of what holds no page that it holds none', async () => {
    for (const bytes of [archive([image, 'AAAA']), new TextEncoder().encode('融合'), new Uint8Array()]) {
      const { markdown, notes } = await convertDocument('a.mhtml', bytes);
      assert.deepEqual([markdown, notes], [null, [{ id: 'report.import.noPage', args: [] }]]);
    }
  });

  it('tells how many characters are damaged', async () => {
    const headers = [`${html}; charset="utf-8"`, 'Content-Transfer-Encoding: quoted-printable'];
    const { markdown, notes } = await convertDocument('a.mhtml', archive([headers, page('=E8=9E')]));
    assert.match(markdown ?? '', /^# \ufffd/u);
    assert.deepEqual(notes, [{ id: 'report.import.broken', args: ['2'] }]);
  });
});
