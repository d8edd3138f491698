import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { applyChange, reverse, type SidecarChange } from '../../../src/client/sidecar/change';
import { emptySidecar, formatSidecar, isEmpty, parseSidecar } from '../../../src/client/sidecar/format';
import { documentSegments, sidecarSegments } from '../../../src/client/sidecar/paths';
import type { NotApplicable, Sidecar, Suppression } from '../../../src/core/suppress/model';

const schema = JSON.parse(readFileSync('schemas/sidecar.schema.json', 'utf8')) as object;
const isValid = new Ajv({ allErrors: true }).compile(schema);

const code = fc.constantFrom('R2.3', 'S1', 'P1.1');
const words = fc.string({ maxLength: 12, unit: 'binary' });
const anchor = fc.record({ quote: words, prefix: words, suffix: words, start: fc.nat() });
const suppression: fc.Arbitrary<Suppression> = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 8 }),
    target: fc.constantFrom('annotation', 'finding'),
    category: code,
    rule: fc.constantFrom('PL101', 'PL102'),
    scope: fc.constantFrom('hit', 'paragraph', 'file'),
    anchor: fc.option(anchor),
    reason: words,
    replacement: code,
  },
  { requiredKeys: ['id', 'target', 'scope', 'anchor', 'reason'] },
) as fc.Arbitrary<Suppression>;
const notApplicable: fc.Arbitrary<NotApplicable> = fc.record({ category: code, reason: words });
const sidecar: fc.Arbitrary<Sidecar> = fc.record({
  version: fc.constant(1 as const),
  suppressions: fc.uniqueArray(suppression, { maxLength: 4, selector: ({ id }) => id }),
  notApplicable: fc.uniqueArray(notApplicable, { maxLength: 3, selector: ({ category }) => category }),
});

describe('sidecar files', () => {
  it('a written sidecar reads as itself, with what this version does not know, and fits the schema', () => {
    fc.assert(
      fc.property(
        sidecar,
        fc.dictionary(fc.constantFrom('annotations', 'by'), fc.jsonValue()),
        (value, extra) => {
          const text = formatSidecar({ sidecar: value, extra });
          const parsed = parseSidecar(text);
          assert.ok('sidecar' in parsed, JSON.stringify(parsed));
          assert.deepEqual(
            JSON.parse(JSON.stringify(parsed)),
            JSON.parse(JSON.stringify({ sidecar: value, extra })),
          );
          assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
        },
      ),
    );
  });

  it('any text is read without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseSidecar(text);
        assert.ok('line' in parsed || parsed.sidecar.version === 1);
      }),
    );
  });

  it('reads and schema agree on what is a sidecar', () => {
    const broken = fc.record({
      field: fc.constantFrom('version', 'id', 'scope', 'anchor', 'reason', 'target'),
    });
    fc.assert(
      fc.property(sidecar, broken, fc.jsonValue(), (value, { field }, junk) => {
        const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown> & {
          suppressions: Record<string, unknown>[];
        };
        const place = field === 'version' ? copy : (copy.suppressions[0] ?? copy);
        place[field] = junk;
        const ids = copy.suppressions.map(({ id }) => id);
        // A schema cannot say that ids are unique.
        fc.pre(new Set(ids).size === ids.length);
        assert.equal('sidecar' in parseSidecar(JSON.stringify(copy)), isValid(copy), JSON.stringify(copy));
      }),
    );
  });

  const entry = '{"id":"1","target":"annotation","scope":"file","anchor":null,"reason":""}';
  const problems: readonly [name: string, text: string, line: number, id: string, arg: string][] = [
    ['no JSON', 'nonsense', 1, 'client.sidecar.syntax', 'InvalidSymbol'],
    ['an empty file', '', 1, 'client.sidecar.syntax', 'ValueExpected'],
    ['lists in lists', '['.repeat(200_000), 1, 'client.sidecar.syntax', 'TooDeep'],
    [
      'maps in maps',
      `{"version":1,"x":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`,
      1,
      'client.sidecar.syntax',
      'TooDeep',
    ],
    ['a comma too many', '{\n "version": 1,\n}', 3, 'client.sidecar.syntax', 'PropertyNameExpected'],
    ['a comment', '{\n // why\n "version": 1 }', 2, 'client.sidecar.syntax', 'InvalidCommentToken'],
    ['a newer version', '{\n\n "version": 2 }', 3, 'client.sidecar.version', '2'],
    ['no version', '{ "suppressions": [] }', 1, 'client.sidecar.version', '?'],
    ['no object', '\n[]', 2, 'client.sidecar.field', 'document'],
    ['a wrong list', '{ "version": 1,\n "suppressions": {} }', 2, 'client.sidecar.field', 'suppressions'],
    [
      'a wrong scope',
      `{ "version": 1, "suppressions": [\n${entry.replace('"file"', '"all"')}]}`,
      2,
      'client.sidecar.field',
      'scope',
    ],
    [
      'a missing reason',
      `{ "version": 1, "suppressions": [\n\n${entry.replace(',"reason":""', '')}]}`,
      3,
      'client.sidecar.field',
      'reason',
    ],
    [
      'the same id twice',
      `{ "version": 1, "suppressions":\n[${entry},${entry}]}`,
      2,
      'client.sidecar.field',
      'id “1”',
    ],
  ];
  for (const [name, text, line, id, arg] of problems)
    it(`${name} is named with its line`, () => {
      assert.deepEqual(parseSidecar(text), { line, message: { id, arg } });
    });

  it('a byte order mark is no error', () => {
    assert.ok('sidecar' in parseSidecar('\uFEFF{ "version": 1 }'));
  });

  it('only a sidecar that says nothing is empty', () => {
    assert.equal(isEmpty({ sidecar: emptySidecar, extra: {} }), true);
    assert.equal(isEmpty({ sidecar: emptySidecar, extra: { annotations: [] } }), false);
  });
});

describe('changes of a sidecar', () => {
  const change: fc.Arbitrary<SidecarChange> = fc.oneof(
    suppression.map((one) => ({ addSuppressions: [{ ...one, id: `new ${one.id}` }] })),
    notApplicable.map((one) => ({ addNotApplicable: [{ ...one, category: 'R9' }] })),
  );

  it('the reverse of a step takes it back', () => {
    fc.assert(
      fc.property(sidecar, change, (before, step) => {
        assert.deepEqual(applyChange(applyChange(before, step), reverse(step)), { ...before });
      }),
    );
  });

  it('a step can be taken back after another was made', () => {
    fc.assert(
      fc.property(sidecar, change, suppression, (before, step, other) => {
        const later = { addSuppressions: [{ ...other, id: 'other' }] };
        const after = applyChange(applyChange(applyChange(before, step), later), reverse(step));
        assert.deepEqual(after, applyChange(before, later));
      }),
    );
  });

  it('the same entry added twice stands once', () => {
    const step = { addNotApplicable: [{ category: 'S4.1', reason: '' }] };
    assert.equal(applyChange(applyChange(emptySidecar, step), step).notApplicable.length, 1);
  });
});

describe('where a sidecar is kept', () => {
  const cases: readonly [folder: string, document: string, expected: string | null][] = [
    ['/ws', '/ws/a.md', '.policy-lens/annotations/a.md.json'],
    ['/ws/', '/ws/稿/备忘录.policy.md', '.policy-lens/annotations/稿/备忘录.policy.md.json'],
    ['/', '/a.txt', '.policy-lens/annotations/a.txt.json'],
    ['/ws', '/ws2/a.md', null],
    ['/ws', '/ws', null],
    ['/ws', '/ws/../a.md', null],
    ['/ws', '/ws/.policy-lens/annotations/a.md.json', null],
  ];
  for (const [folder, document, expected] of cases)
    it(`${document} in ${folder}: ${String(expected)}`, () => {
      const segments = sidecarSegments(folder, document);
      assert.equal(segments?.join('/') ?? null, expected);
      if (!segments) return;
      const base = folder.endsWith('/') ? folder : `${folder}/`;
      assert.equal(base + documentSegments(folder, base + segments.join('/'))!.join('/'), document);
    });

  it('another file is no sidecar', () => {
    assert.equal(documentSegments('/ws', '/ws/.policy-lens/other/a.json'), null);
    assert.equal(documentSegments('/ws', '/ws/.policy-lens/annotations/a.txt'), null);
  });
});
