/** What a report's page keeps, so that its tab is filled again after a reload. */
import assert from 'node:assert/strict';
import { readMemento, type Memento } from '../../../src/client/report/subjects/memento';

describe('the memento of a report', () => {
  const mementos: readonly Memento[] = [
    { about: 'workspace' },
    { about: 'selection', uris: ['file:///ws/a', 'file:///ws/b.md'] },
    { about: 'document', uri: 'file:///a.md' },
    {
      about: 'comparison',
      before: { uri: 'git:/a.md?x', path: 'a.md (HEAD)' },
      after: { uri: 'file:///a.md', path: 'a.md' },
    },
  ];
  for (const memento of mementos)
    it(`is read back: ${memento.about}`, () => {
      const state: unknown = JSON.parse(JSON.stringify({ top: 12, filters: {}, memento }));
      assert.deepEqual(readMemento(state), memento);
    });

  for (const [name, state] of [
    ['nothing', undefined],
    ['a text', 'workspace'],
    ['a state without one', { top: 1 }],
    ['another kind', { memento: { about: 'planet' } }],
    ['a document without address', { memento: { about: 'document', uri: 7 } }],
    ['a selection of no addresses', { memento: { about: 'selection', uris: [7] } }],
    ['half a comparison', { memento: { about: 'comparison', before: { uri: 'a', path: 'b' }, after: null } }],
  ] as const)
    it(`is null for ${name}`, () => assert.equal(readMemento(state), null));
});
