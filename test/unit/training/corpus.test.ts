import assert from 'node:assert/strict';
import { readGold, readOwn } from '../../../scripts/train/corpus';
import { folderWith } from '../cli/harness';

describe('training texts', () => {
  const gold = (...lines: string[]): string =>
    folderWith({ 'a.txt': '甲。乙。', 'a.gold.tsv': ['unit\tstart\tend\tcodes', ...lines].join('\n') });

  it('give every unit its codes; actors, dimensions and mechanisms are not trained on', () => {
    const [document] = readGold(gold('1\t0\t2\tR1.1 A2', '2\t2\t4\t-'));
    assert.deepEqual(document?.codes, [['R1.1'], []]);
    const [own] = readOwn(folderWith({ 'a.coded': '# 甲 | 意见 | 市 | 综合\n-\t甲\n\nR1.1 S2.1\t乙。\n' }));
    assert.deepEqual(own?.codes, [[], ['R1.1', 'S2.1']]);
  });

  it('say on which line of its file each unit stands', () => {
    const [document] = readGold(gold('# of two', '2\t2\t4\t-', '1\t0\t2\t-'));
    assert.deepEqual(document?.lines, [4, 3]);
    const own = readOwn(
      folderWith({
        'a.coded': '# 甲 | 意见 | 市 | 综合\n\n-\t乙。\n-\t丙。\n',
        'b.coded': '# 甲 | 意见 | 市 | 综合\n-\t甲\n\n-\t乙。\n',
      }),
    );
    assert.deepEqual(
      own.map(({ lines }) => lines),
      [
        [0, 3, 4],
        [2, 4],
      ],
    );
  });

  it('are refused where the codes do not fit the text', () => {
    assert.throws(() => readGold(gold('1\t0\t2\t-', '3\t4\t6\tR1.1')), /a\.gold\.tsv:3: /);
    assert.throws(() => readGold(gold('1\t0\t2\t-', '2\t3\t4\tR1.1')), /a\.gold\.tsv:3: /);
  });

  it('are refused where a unit has no line', () => {
    assert.throws(() => readGold(gold('2\t2\t4\tR1.1')), /a\.gold\.tsv: unit 1 has no line/);
  });

  it('are refused where a code is misspelt', () => {
    assert.throws(() => readGold(gold('1\t0\t2\tR1.1', '2\t2\t4\tr1.2')), /a\.gold\.tsv:3: r1\.2 is no code/);
    const folder = folderWith({ 'a.coded': '# 甲 | 意见 | 市 | 综合\n-\t甲\n\nR9.9\t乙。\n' });
    assert.throws(() => readOwn(folder), /a\.coded:4: R9\.9 is no code/);
  });
});
