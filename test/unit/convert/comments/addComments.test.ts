import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { addComments } from '../../../../src/convert/comments/addComments';
import { convertDocx } from '../../../../src/convert/fromWord/convertDocx';
import { exportWord } from '../../../../src/convert/toWord/exportWord';
import { parseDocument } from '../../../../src/core/text/parseDocument';
import { wordsIn } from '../../../../src/core/text/reading';
import { within } from '../../support/time';
import { paragraph, picture, style, table, wordFile, type WordParts } from '../fromWord/file';
import { commented, commentOn, type Beside } from './commented';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const lineOf = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const field = (text: string): string[] => [
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:instrText> REF a </w:instrText></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  run(text),
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
];
const opening = (words: string): Beside => [words, '总的看。'];
const first = '关于推进融合的意见';
const title = paragraph(first);

/** A file with one of its parts replaced, or another one added. */
function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Unzipped = unzipSync(bytes);
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files);
}

describe('comments in a Word file', () => {
  const cases: readonly [
    name: string,
    parts: WordParts,
    on: readonly (readonly [words: string, place?: number])[],
    expected: readonly Beside[],
  ][] = [
    [
      'stand beside their words inside of a run',
      { body: title + paragraph('设立基金。引进人才。共建平台。') },
      [['引进人才。']],
      [opening(first), ['引进人才。', '引进人才。？']],
    ],
    [
      'stand beside words of several runs',
      { body: title + lineOf(run('设立'), run('基'), run('金。引进'), run('人才。')) },
      [['基金'], ['人才。']],
      [opening(first), ['基金', '基金？'], ['人才。', '人才。？']],
    ],
    [
      'stand side by side on the same words, in their order',
      { body: title + paragraph('设立基金。') },
      [['立基金。'], ['设立基金。']],
      [opening(first), ['立基金。', '立基金。？'], ['设立基金。', '设立基金。？']],
    ],
    [
      'know a heading whose number Word counts',
      {
        lists: [[['chineseCountingThousand', '%1、']]],
        body: title + paragraph('总体要求、目标', { numbering: [1, 0] }) + paragraph('设立基金。'),
      },
      [['一、总体要求、目标'], ['设立基金']],
      [opening(first), ['总体要求、目标', '一、总体要求、目标？'], ['设立基金', '设立基金？']],
    ],
    [
      'grow to the ends of a link',
      {
        body:
          title +
          lineOf(run('设立'), `<w:hyperlink>${run('产业基金和')}${run('平台')}</w:hyperlink>`, run('。')),
      },
      [['设立产业']],
      [opening(first), ['设立产业基金和平台', '设立产业？']],
    ],
    [
      'stand in what was inserted, and not in what was deleted',
      {
        body:
          title +
          lineOf(
            run('设立'),
            '<w:del w:id="1" w:author="甲"><w:r><w:delText>专项</w:delText></w:r></w:del>',
            `<w:ins w:id="2" w:author="甲">${run('产业')}</w:ins>`,
            run('基金。'),
          ),
      },
      [['设立产业基金。']],
      [opening(first), ['设立产业基金。', '设立产业基金。？']],
    ],
    [
      'know words over which others are hidden or pronounced',
      {
        body:
          title +
          lineOf(
            run('设立'),
            run('暂缓', '<w:vanish/>'),
            '<w:r><w:ruby><w:rt><w:r><w:t>chan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>产</w:t></w:r></w:rubyBase></w:ruby></w:r>',
            run('业基金。'),
          ),
      },
      [['设立产业基金。']],
      [opening(first), ['设立暂缓chan产业基金。', '设立产业基金。？']],
    ],
    [
      'stand in cells of a table',
      {
        body:
          title +
          table([
            ['任务', '单位'],
            ['设立基金', '市财政局'],
          ]) +
          paragraph('设立基金。'),
      },
      [['市财政局'], ['设立基金', 2]],
      [opening(first), ['市财政局', '市财政局？'], ['设立基金', '设立基金？']],
    ],
    [
      'pass over a table of contents with the same words',
      {
        styles: style('t', 'toc 1'),
        body:
          title +
          lineOf(
            '<w:pPr><w:pStyle w:val="t"/></w:pPr>',
            `<w:hyperlink w:anchor="a">${run('设立基金')}${run('1')}</w:hyperlink>`,
          ) +
          paragraph('设立基金') +
          paragraph('由市财政局负责。'),
      },
      [['设立基金']],
      [opening(first), ['设立基金', '设立基金？']],
    ],
    [
      'know which of two equal sentences is meant',
      { body: title + paragraph('设立基金。引进人才。设立基金。') },
      [['设立基金。', 2]],
      [opening(first), ['设立基金。', '设立基金。？']],
    ],
    [
      'stand behind line breaks and tabs',
      { body: title + lineOf(run('设立</w:t><w:br/><w:tab/><w:t>基金。引进人才。')) },
      [['引进人才。']],
      [opening(first), ['引进人才。', '引进人才。？']],
    ],
    [
      'know words that import spells otherwise: hyphens, symbols, boxes to tick',
      {
        body:
          title +
          lineOf(run('第2</w:t><w:noBreakHyphen/><w:t>3条，合作</w:t><w:softHyphen/><w:t>协议。')) +
          lineOf('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run('经核，同意本方案，不再报。')) +
          lineOf(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>',
            '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            run('不同意本方案。'),
          ),
      },
      [['第2‑3条，合作\u00ad协议。'], ['🗹经核，同意本方案，不再报。'], ['[ ]不同意本方案。']],
      [
        opening(first),
        ['第23条，合作协议。', '第2‑3条，合作\u00ad协议。？'],
        ['同意本方案', '🗹经核，同意本方案，不再报。？'],
        ['不同意本方案。', '[ ]不同意本方案。？'],
      ],
    ],
    [
      'know words around formulas and fields',
      {
        body:
          title +
          lineOf(
            run('其中'),
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>',
            run('为系数。'),
            run('共'),
            `<w:fldSimple w:instr="NUMPAGES">${run('12')}</w:fldSimple>`,
            run('页。'),
          ),
      },
      [['其中为系数。'], ['共12页。']],
      [opening(first), ['其中为系数。', '其中为系数。？'], ['共12页。', '共12页。？']],
    ],
    [
      'grow to the ends of a field, whose words a reader may count anew',
      {
        body:
          title +
          lineOf(run('设立基金。共'), ...field('三。五'), run('项。引进人才。')) +
          lineOf(...field('表一')),
      },
      [['共三。'], ['五项。'], ['引进人才。'], ['表一']],
      [
        opening(first),
        ['共三。五', '共三。？'],
        ['三。五项。', '五项。？'],
        ['引进人才。', '引进人才。？'],
        ['表一', '表一？'],
      ],
    ],
    [
      'know words, such as emoji, that stand in forms for different programs',
      {
        body:
          title +
          lineOf(
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w16se"/><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>',
            run('设立基金。'),
          ),
      },
      [['😀设立基金。']],
      [opening(first), ['😀设立基金。', '😀设立基金。？']],
    ],
    [
      'stand beside one of the lines of a run',
      { body: title + lineOf(run('设立基金。</w:t><w:br/><w:t>引进人才。</w:t><w:br/><w:t>共建平台。')) },
      [['引进人才。'], ['共建平台。']],
      [opening(first), ['引进人才。', '引进人才。？'], ['共建平台。', '共建平台。？']],
    ],
    [
      'on the whole stand at the first paragraph that says something, where there is no title',
      { body: paragraph('') + paragraph(' ') + paragraph('设立基金。引进人才。') + paragraph('') },
      [],
      [opening('设立基金。引进人才。')],
    ],
    [
      'on several sentences stand beside the first',
      { body: title + paragraph('设立基金。引进人才。') },
      [['设立基金。引进人才。']],
      [opening(first), ['设立基金。', '设立基金。引进人才。？']],
    ],
  ];
  for (const [name, parts, on, expected] of cases)
    it(name, async () => {
      const { comments, notes } = await commentOn(wordFile(parts), on);
      assert.deepEqual(comments, expected);
      assert.deepEqual(notes, []);
    });

  it('stand outside of a field', async () => {
    const { part } = await commentOn(wordFile({ body: title + lineOf(...field('表一')) }), [['表一']]);
    const [, inside = ''] = /begin"([^]*)"end"/u.exec(part('word/document.xml')) ?? [];
    assert.ok(inside.includes('表一'));
    assert.doesNotMatch(inside, /comment/u);
  });

  it('of the second of two equal sentences stands at the second', async () => {
    const { part } = await commentOn(
      wordFile({ body: title + paragraph('设立基金。引进人才。') + paragraph('设立基金。') }),
      [['设立基金。', 2]],
    );
    assert.match(part('word/document.xml'), /引进人才。.*commentRangeStart.*设立基金。/u);
  });

  it('without a place stand behind the opening, with their words', async () => {
    const bytes = wordFile({ body: title + paragraph('设立基金。') });
    const text = '另有一句。\n\n设立基金。';
    const { comments, notes } = commented(
      addComments({
        bytes,
        text,
        format: 'markdown',
        review: {
          opening: ['总的看。'],
          comments: [
            { start: 0, end: 5, text: '太空。' },
            { start: 0, end: 0, text: '没有主体。' },
          ],
        },
        author: '某人',
      }),
    );
    assert.deepEqual(comments, [[first, '总的看。', '“另有一句。” 太空。', '没有主体。']]);
    assert.deepEqual(notes, ['report.word.unplaced 2']);
  });

  it('find a long sentence behind much that was not reviewed, and take no short one for it there', () => {
    const long = '由市财政局会同市科技局设立产业基金。';
    const filler = paragraph('甲乙丙。'.repeat(1200));
    const add = (sentence: string) =>
      commented(
        addComments({
          bytes: wordFile({ body: title + filler + paragraph(sentence) }),
          text: `${first}\n\n${sentence}`,
          format: 'plain',
          review: {
            opening: ['总的看。'],
            comments: [{ start: first.length + 2, end: first.length + 2 + sentence.length, text: '多少？' }],
          },
          author: '某人',
        }),
      ).comments;
    assert.deepEqual(add(long), [opening(first), [long, '多少？']]);
    assert.deepEqual(add('设立产业基金。'), [[first, '总的看。', '“设立产业基金。” 多少？']]);
  });

  it('in text boxes, where Word allows none, stand behind the opening', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('联系人：张三。')}</w:txbxContent></w:pict></w:r>`;
    const { comments, notes } = await commentOn(
      wordFile({ body: `${title}<w:p>${box}${run('设立基金。')}</w:p>` }),
      [['设立基金。'], ['联系人：张三。']],
    );
    assert.deepEqual(comments, [
      [first, '总的看。', '“联系人：张三。” 联系人：张三。？'],
      ['设立基金。', '设立基金。？'],
    ]);
    assert.deepEqual(notes, ['report.word.unplaced 1']);
  });

  it('find the rest where words of a text box stand further below, too', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('联系人是张三和李四。')}</w:txbxContent></w:pict></w:r>`;
    const { comments, notes } = await commentOn(
      wordFile({
        body: `${title}<w:p>${box}${run('设基金。')}</w:p>${paragraph('引进人才。联系人是张三和李四。')}`,
      }),
      [['联系人是张三和李四。'], ['设基金。'], ['引进人才。'], ['联系人是张三和李四。', 2]],
    );
    assert.deepEqual(comments, [
      [first, '总的看。', '“联系人是张三和李四。” 联系人是张三和李四。？'],
      ['设基金。', '设基金。？'],
      ['引进人才。', '引进人才。？'],
      ['联系人是张三和李四。', '联系人是张三和李四。？'],
    ]);
    assert.deepEqual(notes, ['report.word.unplaced 1']);
  });

  it('know the part with the text by the archive’s own word', async () => {
    const files = unzipSync(wordFile({ body: title + paragraph('设立基金。') }));
    const renamed: Unzipped = {};
    for (const [name, content] of Object.entries(files))
      renamed[name.replace(/document\.xml/u, 'document2.xml')] = strToU8(
        strFromU8(content).replaceAll('word/document.xml', 'word/document2.xml'),
      );
    const bytes = zipSync(renamed);
    const { markdown } = await convertDocx(bytes);
    const { bytes: made } = addComments({
      bytes,
      text: markdown ?? '',
      format: 'markdown',
      review: { opening: ['总的看。'], comments: [] },
      author: '某人',
    });
    const after = unzipSync(made ?? assert.fail());
    assert.match(strFromU8(after['word/document2.xml'] ?? assert.fail()), /commentReference/u);
    assert.match(
      strFromU8(after['word/_rels/document2.xml.rels'] ?? assert.fail()),
      /comments" Target="comments\.xml"/u,
    );
    assert.equal(after['word/document.xml'], undefined);
  });

  it('are of the kind of the file, strict, and without a prefix where its text has none', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const { part } = await commentOn(
      withParts(wordFile({ body: '' }), {
        'word/document.xml': `<document xmlns="${strict}/wordprocessingml/main"><body><p><r><t>${first}</t></r></p></body></document>`,
      }),
      [],
    );
    assert.match(
      part('word/comments.xml'),
      new RegExp(`<comments xmlns="${strict}/wordprocessingml/main"[^]*<comment `, 'u'),
    );
    assert.match(
      part('word/_rels/document.xml.rels'),
      new RegExp(`Type="${strict}/officeDocument/relationships/comments"`, 'u'),
    );
  });

  it('keep those that are there, and have numbers of their own', async () => {
    const bytes = wordFile({
      body:
        title +
        lineOf(
          '<w:commentRangeStart w:id="7"/>',
          run('设立基金。'),
          '<w:commentRangeEnd w:id="7"/>',
          '<w:r><w:rPr><w:rStyle w:val="a1"/></w:rPr><w:commentReference w:id="7"/></w:r>',
        ),
    });
    const there = withParts(bytes, {
      'word/notes.xml':
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="李四"><w:p><w:r><w:t>已核。</w:t></w:r></w:p></w:comment></w:comments>',
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="notes.xml"/></Relationships>',
    });
    const { markdown, review } = {
      markdown: `${first}\n\n设立基金。`,
      review: { start: 11, end: 16, text: '多少？' },
    };
    const { bytes: out } = addComments({
      bytes: there,
      text: markdown,
      format: 'markdown',
      review: { opening: ['总的看。'], comments: [review] },
      author: '某人',
    });
    assert.ok(out);
    const files = unzipSync(out);
    assert.equal(files['word/comments.xml'], undefined);
    const part = strFromU8(files['word/notes.xml'] ?? assert.fail());
    assert.deepEqual(
      [...part.matchAll(/w:id="(\d+)" w:author="([^"]*)"/gu)].map(([, id, by]) => `${id} ${by}`),
      ['7 李四', '8 某人', '9 某人'],
    );
    // Word shows them in the order of their ends: the new one behind.
    assert.match(
      strFromU8(files['word/document.xml'] ?? assert.fail()),
      /commentReference w:id="7".*commentReference w:id="9"/u,
    );
  });

  it('know sentences with footnotes', async () => {
    const bytes = wordFile({
      body:
        title + lineOf(run('脚注'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('一句。设立基金。')),
    });
    const rels = strFromU8(unzipSync(bytes)['word/_rels/document.xml.rels'] ?? assert.fail());
    const { comments, notes } = await commentOn(
      withParts(bytes, {
        'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${paragraph('见年鉴。')}</w:footnote></w:footnotes>`,
        'word/_rels/document.xml.rels': rels.replace(
          '</Relationships>',
          '<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
        ),
      }),
      [['脚注\\[1]一句。'], ['设立基金。'], ['见年鉴。']],
    );
    assert.deepEqual(comments, [
      [first, '总的看。', '“见年鉴。” 见年鉴。？'],
      ['脚注一句。', '脚注\\[1]一句。？'],
      ['设立基金。', '设立基金。？'],
    ]);
    assert.deepEqual(notes, ['report.word.unplaced 1']);
  });

  for (const [name, target, there] of [
    ['from the top', '/word/comments.xml', true],
    ['by a roundabout way', '../word/./comments.xml', true],
    ['though it is gone', 'comments.xml', false],
  ] as const)
    it(`go into the part that the file names ${name}, which is told of once`, () => {
      const bytes = wordFile({
        body: title + lineOf('<w:r><w:commentReference w:id="4"/></w:r>', run('设立基金。')),
      });
      const types = strFromU8(unzipSync(bytes)['[Content_Types].xml'] ?? assert.fail());
      const old =
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" w:author="李四"/></w:comments>';
      const { bytes: out } = addComments({
        bytes: withParts(bytes, {
          ...(there ? { 'word/comments.xml': old } : {}),
          '[Content_Types].xml': types.replace(
            '</Types>',
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
          ),
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="${target}"/></Relationships>`,
        }),
        text: `${first}\n\n设立基金。`,
        format: 'markdown',
        review: { opening: ['总的看。'], comments: [] },
        author: '某人',
      });
      const files = unzipSync(out ?? assert.fail());
      const count = (name: string, words: RegExp): number =>
        strFromU8(files[name] ?? assert.fail(name)).match(words)?.length ?? 0;
      assert.deepEqual(
        Object.keys(files).filter((each) => each.includes('comments')),
        ['word/comments.xml'],
      );
      assert.equal(count('[Content_Types].xml', /comments\.xml/gu), 1);
      assert.equal(count('word/_rels/document.xml.rels', /<Relationship /gu), 1);
      assert.equal(count('word/comments.xml', /<w:comment w:id="4"/gu), there ? 1 : 0);
      assert.equal(count('word/comments.xml', /<w:comment w:id="5"/gu), 1);
    });

  it('have no indent, whatever all paragraphs of the file have', async () => {
    const { part } = await commentOn(wordFile({ body: title }), []);
    // Word goes by characters where a style has them, as that of Chinese texts does (ECMA-376 Part 1, §17.3.1.12).
    assert.match(part('word/comments.xml'), /<w:ind w:firstLine="0" w:firstLineChars="0"\/>/u);
  });

  it('stand beside each of thousands of sentences of one paragraph in a short time', () => {
    const sentences = Array.from({ length: 3_000 }, (_, index) => `第${String(index)}项工作是推动创新。`);
    const text = sentences.join('');
    let start = 0;
    const comments = sentences.map((words) => ({ start, end: (start += words.length), text: `${words}？` }));
    const bytes = wordFile({ body: paragraph(text) });
    const review = { opening: ['总的看。'], comments };
    const result = within(9, () => addComments({ bytes, text, format: 'plain', review, author: '某人' }));
    assert.deepEqual(
      commented(result)
        .comments.slice(0, 3)
        .map(([words]) => words),
      sentences.slice(0, 3),
    );
  });

  it('stand beside what is shown of a paragraph with words that a style hides', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = lineOf(run('设立基金。'), run('草稿。', '<w:rStyle w:val="h"/>'), run('引进人才。'));
    const { comments } = await commentOn(wordFile({ styles, body }), [['引进人才。']]);
    assert.deepEqual(comments.at(-1), ['引进人才。', '引进人才。？']);
  });

  it('change nothing else: text, dress and all other parts', async () => {
    const body = `${title}${lineOf(run('设立', '<w:i/>'), run('基金。引进人才。', '<w:b/>'))}${picture}`;
    const bytes = wordFile({ body });
    const { part, bytes: out } = await commentOn(bytes, [['金。引'], ['引进人才。']]);
    const before = unzipSync(bytes);
    const after = unzipSync(out);
    const changed = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
    for (const [name, content] of Object.entries(before))
      if (!changed.includes(name)) assert.deepEqual(after[name], content, name);
    assert.deepEqual(
      Object.keys(after).filter((name) => !before[name]),
      ['word/comments.xml'],
    );
    const entries = (xml: string): string[] => xml.match(/<(?:Relationship|Default|Override) [^>]*>/gu) ?? [];
    for (const name of changed.slice(1))
      assert.deepEqual(
        entries(part(name)).slice(0, -1),
        entries(strFromU8(before[name] ?? assert.fail())),
        name,
      );
    assert.match(part('[Content_Types].xml'), /PartName="\/word\/comments\.xml"/u);
    assert.match(
      part('word/_rels/document.xml.rels'),
      /officeDocument\/2006\/relationships\/comments" Target="comments\.xml"/u,
    );
    const bold = [...part('word/document.xml').matchAll(/<w:rPr><w:b\/><\/w:rPr><w:t[^>]*>([^<]*)/gu)];
    assert.equal(bold.map(([, words]) => words).join(''), '基金。引进人才。');
    assert.deepEqual((await commentOn(bytes, [['金。引'], ['引进人才。']])).bytes, out);
  });

  it('say what cannot be commented on', () => {
    const review = { opening: ['总的看。'], comments: [] };
    const add = (bytes: Uint8Array) =>
      addComments({ bytes, text: '', format: 'markdown', review, author: '某人' });
    assert.deepEqual(add(strToU8('PK')), {
      bytes: null,
      notes: [{ id: 'report.import.notWord', args: [] }],
    });
    assert.deepEqual(add(zipSync({ 'a.xml': strToU8('<a/>') })).notes[0]?.id, 'report.import.notWord');
    assert.deepEqual(add(wordFile({ body: paragraph('') })).notes[0]?.id, 'report.import.empty');
    assert.deepEqual(
      add(zipSync({ 'word/document.xml': strToU8('甲') })).notes.map(({ id }) => id),
      ['report.word.failed'],
    );
  });

  it('hold no character that XML forbids', () => {
    const { part } = commented(
      addComments({
        bytes: wordFile({ body: title }),
        text: first,
        format: 'plain',
        review: { opening: ['a\u0000\u001bb<&>\ud800'], comments: [] },
        author: '<某>"人"',
      }),
    );
    assert.match(part('word/comments.xml'), />ab&lt;&amp;&gt;</u);
    assert.match(part('word/comments.xml'), /w:author="&lt;某&gt;&quot;人&quot;"/u);
  });
});

describe('comments in the Word file of a text', () => {
  const clause = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,9}$/u);
  const sentence = clause.map((text) => `${text}。`);
  const emphasised = clause.map((text) => `**${text}**。`);
  const block = fc.oneof(
    fc.array(fc.oneof(sentence, emphasised), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    clause.map((text) => `## 一、${text}`),
    fc
      .array(sentence, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc.tuple(sentence, sentence).map(([a, b]) => `| ${a} | ${b} |\n|-|-|\n| ${b} | ${a} |`),
  );

  it('stand each beside its own sentence, and leave the text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        const text = `# ${first}\n\n${blocks.join('\n\n')}`;
        const document = parseDocument(text, 'markdown');
        const { bytes } = await exportWord({ text, format: 'markdown' });
        assert.ok(bytes);
        const sentences = document.sentences.filter(({ index }) => index !== document.title);
        const { comments, part, notes } = commented(
          addComments({
            bytes,
            text,
            format: 'markdown',
            review: {
              opening: ['总的看。'],
              comments: sentences.map(({ start, end, index }) => ({ start, end, text: String(index) })),
            },
            author: '某人',
          }),
        );
        assert.deepEqual(notes, []);
        const plain = (words: string): string => words.replace(/[\s*]/gu, '');
        assert.deepEqual(
          comments.slice(1).map(([words, said]) => `${String(said)} ${plain(words)}`),
          sentences.map((each) => `${String(each.index)} ${plain(wordsIn(document, each))}`),
        );
        const said = (xml: string): string =>
          [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, words]) => words).join('');
        const before = strFromU8(unzipSync(bytes)['word/document.xml'] ?? assert.fail());
        assert.equal(said(part('word/document.xml')), said(before));
      }),
      { numRuns: 60 },
    );
  });
});
