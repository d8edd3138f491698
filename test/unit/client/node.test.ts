import assert from 'node:assert/strict';
import { changedNodes, type ViewNode } from '../../../src/client/views/node';

const node = (id: string, children: ViewNode[] = [], rest: Partial<ViewNode> = {}): ViewNode => ({
  id,
  label: id,
  state: children.length > 0 ? 'expanded' : 'leaf',
  target: { uri: 'file:///a.md' },
  children,
  ...rest,
});

describe('what a tree draws again', () => {
  const before = [node('R1', [node('R1.1'), node('R1.2', [node('R1.2/why')])]), node('R2', [node('R2.1')])];
  const cases: readonly [name: string, after: ViewNode[], expected: 'root' | readonly string[]][] = [
    ['nothing where nothing differs', structuredClone(before), []],
    [
      'nothing where only a place has moved',
      [
        node('R1', [
          node('R1.1', [], {
            target: {
              uri: 'file:///a.md',
              range: { start: { line: 9, character: 0 }, end: { line: 9, character: 3 } },
            },
          }),
          node('R1.2', [node('R1.2/why')]),
        ]),
        node('R2', [node('R2.1')]),
      ],
      [],
    ],
    [
      'the node whose words differ',
      [node('R1', [node('R1.1', [], { description: '单薄' }), node('R1.2', [node('R1.2/why')])]), before[1]!],
      ['R1.1'],
    ],
    ['the node that lost a child', [node('R1', [node('R1.1')], {}), before[1]!], ['R1']],
    [
      'only the topmost of nested changes',
      [
        node('R1', [node('R1.1'), node('R1.2', [node('R1.2/why', [], { label: '别的' })])], { label: '新' }),
        before[1]!,
      ],
      ['R1'],
    ],
    ['two changes apart', [node('R1', [node('R1.1')]), node('R2', [])], ['R1', 'R2']],
    ['all where a group came or went', [before[0]!], 'root'],
    ['all where groups changed places', [before[1]!, before[0]!], 'root'],
  ];
  for (const [name, after, expected] of cases)
    it(name, () => {
      assert.deepEqual(changedNodes(before, after), expected);
    });
});
