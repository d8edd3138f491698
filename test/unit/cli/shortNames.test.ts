import assert from 'node:assert/strict';
import { widthOf } from '../../../src/cli/output/columns';
import { shortNames } from '../../../src/cli/output/shortNames';

interface Case {
  readonly name: string;
  readonly paths: readonly string[];
  readonly columns?: number;
  readonly expected: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'the file’s own name', paths: ['各省/甲.txt', '各省/乙.txt'], expected: ['甲.txt', '乙.txt'] },
  {
    name: 'a folder where two files have one name, and only there',
    paths: ['北京/通知.txt', '上海/通知.txt', '上海/办法.txt'],
    expected: ['北京/通知.txt', '上海/通知.txt', '办法.txt'],
  },
  {
    name: 'folders up to the one that differs',
    paths: ['北京/附件/一.txt', '上海/附件/一.txt', '一.txt'],
    expected: ['北京/附件/一.txt', '上海/附件/一.txt', '一.txt'],
  },
  {
    name: 'a path that ends another',
    paths: ['甲/一.txt', '乙/甲/一.txt'],
    expected: ['甲/一.txt', '乙/甲/一.txt'],
  },
  { name: 'paths from the root', paths: ['/甲/一.txt', '/乙/一.txt'], expected: ['甲/一.txt', '乙/一.txt'] },
  { name: 'no cut without a width', paths: ['长'.repeat(60)], expected: ['长'.repeat(60)] },
  {
    name: 'a name of just the width',
    paths: ['若干措施.txt'],
    columns: 12,
    expected: ['若干措施.txt'],
  },
  {
    name: 'a cut in the middle, two columns a Chinese character',
    paths: ['关于加快科技成果转化的若干措施（2023）.txt', '关于加快科技成果转化的若干措施（2024）.txt'],
    columns: 20,
    expected: ['关于加快科技…3）.txt', '关于加快科技…4）.txt'],
  },
  {
    name: 'no cut where two would look the same',
    paths: ['一二三四五甲六七八九十', '一二三四五乙六七八九十', '一二三四五六七八九十百'],
    columns: 10,
    expected: ['一二三四五甲六七八九十', '一二三四五乙六七八九十', '一二…十百'],
  },
  { name: 'nothing that steers a terminal', paths: ['a\u001b\n.txt'], expected: ['a\ufffd .txt'] },
];

describe('names of documents in a table', () => {
  for (const { name, paths, columns = null, expected } of cases)
    it(name, () => {
      const names = shortNames(paths, columns);
      assert.deepEqual(paths.map(names.of), expected);
      assert.ok(columns === null || names.columns <= columns);
      if (columns === null) assert.equal(names.columns, Math.max(...expected.map(widthOf)));
    });
});
