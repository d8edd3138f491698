import assert from 'node:assert/strict';
import type { DocumentResult } from '../../../src/core/report/contract';
import { cli, memo, record } from './harness';

type Line = { id: string | number | null; line: number; error: { code: string } };

const good = (id: string | number, text = memo): string => JSON.stringify({ id, text });

async function run(
  lines: readonly (string | Buffer)[],
  args: readonly string[] = [],
): Promise<{ lines: string[]; code: number; err: string }> {
  const stdin = Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])));
  const { out, code, err } = await cli(['annotate', '--stdin-ndjson', ...args], { stdin });
  return { lines: out.split('\n').slice(0, -1), code, err };
}

describe('--stdin-ndjson', () => {
  it('gives one line for each, in the same order, whatever the line', async () => {
    const bad: [string | Buffer, string, string | number | null][] = [
      ['not json', 'notJson', null],
      ['', 'notJson', null],
      ['[]', 'noId', null],
      ['null', 'noId', null],
      ['{"text":"甲"}', 'noId', null],
      ['{"id":{},"text":"甲"}', 'noId', null],
      ['{"id":"x"}', 'noText', 'x'],
      ['{"id":9,"text":3}', 'noText', 9],
      ['{"id":12345678901234567890,"text":"甲"}', 'idNotExact', null],
      ['{"id":1e400,"text":"甲"}', 'idNotExact', null],
      ['{"id":7,"text":"甲","format":"docx"}', 'unknownFormat', 7],
      ['\uFEFF{"id":7,"text":"甲"}', 'notJson', null],
      [Buffer.from([0x22, 0xff, 0x22]), 'lineNotUtf8', null],
    ];
    const lines = bad.flatMap(([line], index) => [good(index), line]);
    const result = await run([...lines, good('last')]);
    assert.equal(result.code, 0);
    assert.equal(result.lines.length, bad.length * 2 + 1);
    bad.forEach(([, code, id], index) => {
      assert.equal(record<{ id: number }>(result.lines[index * 2] ?? '', 'record').id, index);
      const error = record<Line>(result.lines[index * 2 + 1] ?? '', 'errorRecord');
      assert.deepEqual([error.error.code, error.id, error.line], [code, id, index * 2 + 2]);
    });
    assert.equal(record<{ id: string }>(result.lines.at(-1) ?? '', 'record').id, 'last');
    assert.match(result.err, new RegExp(String(bad.length)));
  });

  it('says of a text what annotate says of the file', async () => {
    const [line] = (await run([good('a')])).lines;
    const { documents } = JSON.parse(
      (await cli(['annotate', '-', '--format', 'json'], { stdin: memo })).out,
    ) as {
      documents: DocumentResult[];
    };
    const { annotations, sha256 } = record<DocumentResult>(line ?? '', 'record');
    assert.deepEqual(annotations, documents[0]?.annotations);
    assert.equal(sha256, documents[0]?.sha256);
  });

  it('takes a byte order mark at the beginning of the stream, and ids that come out as they went in', async () => {
    const ids = ['甲', 9007199254740991, -3, 0.5];
    const { lines } = await run(ids.map((id, index) => (index === 0 ? '\uFEFF' : '') + good(id)));
    assert.deepEqual(
      lines.map((line) => record<{ id: string | number }>(line, 'record').id),
      ids,
    );
  });

  it('writes little for coverage', async () => {
    const { out } = await cli(['coverage', '--stdin-ndjson'], { stdin: good(1) });
    const line = record<{ counts: Record<string, number> }>(out, 'coverageRecord');
    assert.equal(line.counts['P2.1'], 1);
  });

  it('keeps U+2028 and lone surrogates inside a line, and reads Markdown where a line says so', async () => {
    const lines = [
      good(1, `甲\u2028${memo}`),
      `{"id":2,"text":"\\ud800${memo.replaceAll('\n', '\\n')}"}`,
      JSON.stringify({ id: 3, text: `\`\`\`\n${memo}\`\`\`\n`, format: 'markdown' }),
      JSON.stringify({ id: 4, text: `\`\`\`\n${memo}\`\`\`\n` }),
    ];
    const results = (await run(lines)).lines.map((line) =>
      record<DocumentResult & { id: number }>(line, 'record'),
    );
    assert.deepEqual(
      results.map(({ id }) => id),
      [1, 2, 3, 4],
    );
    assert.equal(results[1]?.length, memo.length + 1);
    assert.deepEqual(results[2]?.annotations, []);
    assert.notDeepEqual(results[3]?.annotations, []);
  });

  it('has no other ends of lines in a line: readers in Python take U+0085 and U+2028 for some', async () => {
    const id = 'a\u2028b';
    const lines = [good(id, `标题\u2029\n${memo.replace('。', '\u0085。')}`), JSON.stringify({ id })];
    const result = await run(lines);
    const coverage = await cli(['coverage', '--stdin-ndjson'], { stdin: lines.join('\n') });
    for (const text of [...result.lines, coverage.out]) assert.doesNotMatch(text, /[\u0085\u2028\u2029]/);
    const [first, second] = result.lines;
    const { id: back, annotations } = record<DocumentResult & { id: string }>(first ?? '', 'record');
    assert.equal(back, id);
    assert.ok(annotations.some(({ quote }) => quote.includes('\u0085')));
    assert.equal(record<Line>(second ?? '', 'errorRecord').id, id);
  });

  it('answers a line before the next one comes, and reads no further than it writes', async () => {
    let given = 0;
    let written = 0;
    async function* stdin(): AsyncGenerator<Uint8Array> {
      for (; given < 20; given++) {
        assert.ok(given - written <= 1, 'reads ahead of its output');
        yield Buffer.from(`${good(given)}\n`);
      }
    }
    await cli(['coverage', '--stdin-ndjson'], {
      stdin: stdin(),
      write: async () => void written++,
      loadConverter: () => Promise.reject(new Error('not asked for')),
    });
    assert.deepEqual([given, written], [20, 20]);
  });

  for (const option of [
    ['--baseline', 'x'],
    ['--changed-since', 'HEAD'],
    ['--fail-on', 'hint'],
    ['--output', 'x'],
    ['--metadata', 'x'],
    ['--include', 'x'],
    ['--concordance', 'x'],
    ['--format', 'csv'],
  ])
    it(`refuses ${option[0] ?? ''}`, async () => {
      const { code, err } = await run([], option);
      assert.equal(code, 2);
      assert.ok(err.includes(option[0] ?? ''));
    });
});
