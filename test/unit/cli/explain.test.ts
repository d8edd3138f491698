import assert from 'node:assert/strict';
import { cli, folderWith, memo } from './harness';

describe('explain', () => {
  const folder = folderWith({ 'a.txt': memo, 'y.html': memo, 'in/b.txt': memo });
  const at = { cwd: folder };

  it('says why a line has its tags', async () => {
    const { code, out } = await cli(['explain', 'a.txt', '--at', '3'], at);
    assert.equal(code, 0);
    assert.match(out, /^3:1 科技成果转化率偏低/m);
    assert.match(out, /P2\.1 转化不足 {2}已标注/);
  });

  it('takes a column and one category', async () => {
    const { out } = await cli(['explain', 'a.txt', '--at', '5:12', '--category', 'R2.3', '--json'], at);
    const { explanations } = JSON.parse(out) as {
      explanations: { categories: { category: string; tagged: boolean }[] }[];
    };
    assert.deepEqual(
      explanations.map(({ categories }) => categories.map(({ category, tagged }) => [category, tagged])),
      [[['R2.3', true]]],
    );
  });

  it('takes a group for its leaves, and small letters', async () => {
    const codes = async (category: string): Promise<string[]> => {
      const { out } = await cli(['explain', 'a.txt', '--at', '3', '--category', category, '--json'], at);
      const { explanations } = JSON.parse(out) as { explanations: { categories: { category: string }[] }[] };
      return explanations.flatMap(({ categories }) => categories.map(({ category: code }) => code));
    };
    assert.equal((await codes('P2'))[0], 'P2.1');
    assert.ok((await codes('P2')).every((code) => code.startsWith('P2.')));
    assert.deepEqual(await codes('p2.1'), ['P2.1']);
  });

  it('reads standard input', async () => {
    assert.match((await cli(['explain', '-', '--at', '3'], { stdin: memo })).out, /P2\.1/);
  });

  const wrong: [string, string[], RegExp][] = [
    ['a line outside of the file', ['--at', '99'], /99/],
    ['a column outside of the line', ['--at', '3:999'], /3:999/],
    ['a column before the first', ['--at', '3:0'], /3:0/],
    ['a place that is none', ['--at', 'x'], /x/],
    ['a category that is none', ['--at', '1', '--category', 'R9.9'], /R9\.9/],
  ];
  for (const [name, args, message] of wrong)
    it(`refuses ${name}`, async () => {
      const { code, err } = await cli(['explain', 'a.txt', ...args], at);
      assert.equal(code, 2);
      assert.match(err, message);
    });

  it('takes the end of a line for a place in it', async () => {
    const [, , third = ''] = memo.split('\n');
    const { code } = await cli(['explain', 'a.txt', '--at', `3:${String(third.length + 1)}`], at);
    assert.equal(code, 0);
  });

  it('refuses what it cannot read, with the mend', async () => {
    for (const [name, mend] of [
      ['y.html', /^y\.html: .*import/],
      ['in', /^in: .*其中的一个文件/],
    ] as const) {
      const { code, out, err } = await cli(['explain', name, '--at', '1'], at);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, mend);
    }
  });

  it('refuses a file that is not there', async () => {
    const { code, err } = await cli(['explain', 'b.txt', '--at', '1'], at);
    assert.equal(code, 2);
    assert.match(err, /b\.txt/);
  });
});
