import assert from 'node:assert/strict';
import { distinctNames } from '../../../src/client/documents/distinctNames';

describe('names of workspace folders', () => {
  const cases: readonly [
    name: string,
    folders: readonly (readonly [name: string, path: string])[],
    string[],
  ][] = [
    [
      'are their own where they differ',
      [
        ['草案', '/a/草案'],
        ['终稿', '/a/终稿'],
      ],
      ['草案', '终稿'],
    ],
    [
      'have the folder above in front where two are alike',
      [
        ['政策', '/2023/政策'],
        ['政策', '/2024/政策'],
        ['附件', '/附件'],
      ],
      ['2023/政策', '2024/政策', '附件'],
    ],
    [
      'have as many above as it takes',
      [
        ['政策', '/北京/旧/政策'],
        ['政策', '/上海/旧/政策'],
      ],
      ['北京/旧/政策', '上海/旧/政策'],
    ],
    [
      'are ends of paths where the names were given',
      [
        ['政策', '/a/x'],
        ['政策', '/a/y'],
      ],
      ['a/x', 'a/y'],
    ],
    [
      'are never a path inside another folder',
      [
        ['a', '/q/a'],
        ['政策', '/p/a/政策'],
        ['政策', '/p/b/政策'],
      ],
      ['a', 'p/a/政策', 'b/政策'],
    ],
    [
      'are whole paths where one ends as the other',
      [
        ['政策', '/政策'],
        ['政策', '/p/政策'],
      ],
      ['/政策', 'p/政策'],
    ],
  ];
  for (const [name, folders, expected] of cases)
    it(name, () => {
      const named = folders.map(([each, path]) => ({ name: each, path }));
      assert.deepEqual(distinctNames(named), expected);
    });
});
