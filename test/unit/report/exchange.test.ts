import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Log } from 'sarif';
import {
  bytesOf,
  isBinary,
  reportFormats,
  writeReport,
  type ReportFormat,
  type ReportInput,
} from '../../../src/core/report';
import { jsonLine } from '../../../src/core/report/formats/jsonLine';
import { archiveNames, linkTo, uriOf } from '../../../src/core/report/formats/names';
import { CodePoints } from '../../../src/core/report/formats/positions';
import { at } from '../support/time';
import { hostileDocument, inputFor, makeDocument, taxonomy } from './support';

async function filesOf(format: ReportFormat, input: ReportInput): Promise<ReadonlyMap<string, string>> {
  const { files } = await writeReport(format, input);
  return new Map(
    files.flatMap((file): [string, string][] =>
      isBinary(format, input.output.documents.length)
        ? Object.entries(unzipSync(bytesOf(file))).map(([path, bytes]) => [path, strFromU8(bytes)])
        : [[file.name, strFromU8(bytesOf(file))]],
    ),
  );
}

/** Slices by code points, as Python does. */
function slice(text: string, start: number, end: number): string {
  return [...text].slice(start, end).join('');
}

const one = inputFor([hostileDocument()]);
const several = inputFor([
  hostileDocument(),
  hostileDocument('../../etc/passwd'),
  hostileDocument('C:\\文件\\a.md'),
  hostileDocument('c:/文件/A.md'),
]);

describe('code point offsets', () => {
  it('are what slicing by code points needs, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '中', '😀', '𠮷', '\r\n', '👨‍👩‍👧')),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const text = parts.join('');
          const bounds = [0];
          for (const character of text) bounds.push((bounds.at(-1) ?? 0) + character.length);
          const [start, end] = [bounds[a % bounds.length]!, bounds[b % bounds.length]!].sort((x, y) => x - y);
          const points = new CodePoints(text);
          assert.equal(slice(text, points.at(start!), points.at(end!)), text.slice(start, end));
          assert.equal(points.at(0), 0);
          assert.equal(points.at(text.length), [...text].length);
        },
      ),
    );
  });
});

describe('a path', () => {
  const paths: [path: string, uri: string, name: string][] = [
    ['文/a.md', '%E6%96%87/a.md', '文/a.md'],
    ['a\\b.md', 'a%5Cb.md', 'a_b.md'],
    ['..\\..\\a.md', '..%5C..%5Ca.md', '.._.._a.md'],
    ['C:\\x\\a.md', 'file:///C:/x/a.md', 'C_/x/a.md'],
    ['\\\\host\\x\\a.md', 'file:////host/x/a.md', 'host/x/a.md'],
  ];
  for (const [path, uri, name] of paths)
    it(`${path} is parted as its system parts it`, () => {
      assert.equal(uriOf(path), uri);
      assert.deepEqual(archiveNames([path]), [name]);
    });
});

describe('a link from a saved page', () => {
  const links: [base: string, path: string, link: string][] = [
    ['../', '文/a.md', '../%E6%96%87/a.md'],
    ['./', '50% #1 ?.md', './50%25%20%231%20%3F.md'],
    ['../', '../甲/a.md', '../../%E7%94%B2/a.md'],
    ['../', '/far/away/甲 #1.md', 'file:///far/away/%E7%94%B2%20%231.md'],
    ['../', 'D:/x/a b.md', 'file:///D:/x/a%20b.md'],
    ['../', '//host/共享/a.md', 'file:////host/%E5%85%B1%E4%BA%AB/a.md'],
    ['file:///D:/x/', 'a:b.md', 'file:///D:/x/a%3Ab.md'],
    ['../', 'javascript://x/alert(1)', '../javascript%3A//x/alert(1)'],
    ['../', '\ud800.md', '../%EF%BF%BD.md'],
  ];
  for (const [base, path, link] of links)
    it(`leads from ${base} to ${path.toWellFormed()}`, () => {
      assert.equal(linkTo(base, path), link);
      assert.ok(URL.canParse(link, 'file:///home/report.html'));
    });
});

describe('every export', () => {
  for (const format of reportFormats)
    it(`${format} names taxonomy, version and fingerprint`, async () => {
      const content = [...(await filesOf(format, several)).values()].join('\n');
      for (const part of [taxonomy.id, taxonomy.version, taxonomy.fingerprint]) {
        const escaped = part.replace(/[-.]/g, (mark) => `\\\\?${mark === '.' ? '\\.' : mark}`);
        assert.match(content, new RegExp(escaped), part);
      }
    });

  for (const format of reportFormats)
    it(`${format} is the same for the same input, whenever it is written`, async () => {
      const written = async () => (await writeReport(format, several)).files.map(bytesOf);
      assert.deepEqual(await at('2026-02-03T04:05:06Z', written), await at('2027-08-09T10:11:12Z', written));
    });

  for (const format of reportFormats)
    it(`${format} says, and only then, that a workspace is not trusted`, async () => {
      for (const isRestricted of [true, false]) {
        const content = [...(await filesOf(format, { ...several, isRestricted })).values()].join('\n');
        assert.equal(content.includes('没有读取已存的排除记录'), isRestricted);
      }
    });

  it('says which documents it cannot hold without their text', async () => {
    const without = {
      ...several,
      texts: new Map([
        [several.output.documents[0]!.path, one.texts!.get(several.output.documents[0]!.path)!],
      ]),
    };
    for (const format of ['brat', 'doccano', 'refi-qda'] as const)
      assert.equal((await writeReport(format, without)).leftOut.length, 3, format);
    for (const format of ['csv', 'html', 'sarif', 'web-annotation'] as const)
      assert.deepEqual((await writeReport(format, { ...several, texts: undefined })).leftOut, [], format);
  });
});

describe('JSON export', () => {
  it('is the contract, a document a line', async () => {
    for (const input of [one, several, inputFor([])]) {
      const json = (await filesOf('json', input)).get('policy-lens.json')!;
      assert.deepEqual(JSON.parse(json), input.output);
      assert.equal(json.trimEnd().split('\n').length, input.output.documents.length + 2);
    }
  });
});

describe('SARIF export', () => {
  const schemaFile = createRequire(import.meta.url)
    .resolve('@microsoft/jest-sarif')
    .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $schema?: string; id?: string };
  delete schema.$schema;
  delete schema.id;
  // The schema's pattern for languages is no regular expression in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (instance: Ajv) => void)(ajv);
  const validate = ajv.compile(schema as AnySchema);

  for (const [name, input] of [
    ['with texts', several],
    ['without texts', { ...several, texts: undefined }],
    ['without documents', inputFor([])],
  ] as const)
    it(`fits the official schema ${name}`, async () => {
      const log: unknown = JSON.parse((await filesOf('sarif', input)).get('policy-lens.sarif')!);
      assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    });

  it('would not fit it with a wrong level', async () => {
    const log = JSON.parse((await filesOf('sarif', one)).get('policy-lens.sarif')!) as Log;
    (log.runs[0]!.results![0] as { level: string }).level = 'hint';
    assert.equal(validate(log), false);
  });

  it('tells files that could not be read from those left out', async () => {
    const skipped = ['a.txt', 'README.md'].map((path) => ({ path, reason: 'is empty.' }));
    const invocationOf = async (paths: readonly string[]): Promise<unknown[]> => {
      const input = {
        ...one,
        output: { ...one.output, skipped: skipped.filter(({ path }) => paths.includes(path)) },
        leftOut: new Set(['README.md']),
      };
      const log = JSON.parse((await filesOf('sarif', input)).get('policy-lens.sarif')!) as Log;
      const { executionSuccessful, toolExecutionNotifications } = log.runs[0]!.invocations![0]!;
      return [
        executionSuccessful,
        ...toolExecutionNotifications!.map(({ level, message }) => `${level} ${message?.text ?? ''}`),
      ];
    };
    const leftOut = 'note README.md: is empty.';
    assert.deepEqual(await invocationOf(['README.md']), [true, leftOut]);
    assert.deepEqual(await invocationOf(['a.txt', 'README.md']), [false, 'error a.txt: is empty.', leftOut]);
  });

  it('speaks one language', async () => {
    const log = JSON.parse((await filesOf('sarif', inputFor([], {}, 'en'))).get('policy-lens.sarif')!) as Log;
    for (const { help } of log.runs[0]!.tool.driver.rules!) assert.doesNotMatch(help?.text ?? '', /src\//);
  });

  it('points at the sentence by line, column and offset', async () => {
    const log = JSON.parse((await filesOf('sarif', one)).get('policy-lens.sarif')!) as Log;
    const run = log.runs[0]!;
    const [result] = run.results!;
    const diagnostic = one.output.documents[0]!.diagnostics[0]!;
    assert.equal(run.tool.driver.rules![result!.ruleIndex!]!.id, diagnostic.rule);
    const { artifactLocation, region } = result!.locations![0]!.physicalLocation!;
    const text = one.texts!.get(one.output.documents[0]!.path)!;
    assert.equal(decodeURIComponent(artifactLocation!.uri!), one.output.documents[0]!.path);
    assert.equal(text.slice(region!.charOffset, region!.charOffset! + region!.charLength!), diagnostic.quote);
    const lines = text.split('\r\n');
    assert.equal(
      lines[region!.startLine! - 1]!.slice(region!.startColumn! - 1, region!.endColumn! - 1),
      diagnostic.quote,
    );
    assert.equal(result!.level, 'note');
    assert.equal(run.taxonomies![0]!.taxa![result!.taxa![0]!.index!]!.id, diagnostic.categories[0]);
    assert.equal(run.invocations![0]!.toolExecutionNotifications!.length, 1);
  });
});

describe('brat export', () => {
  /** A reader of standoff written from brat's description of the format. */
  function parse(ann: string): { type: string; spans: [number, number][]; text: string; stance?: string }[] {
    const found = new Map<
      string,
      { type: string; spans: [number, number][]; text: string; stance?: string }
    >();
    for (const line of ann.split('\n').filter(Boolean)) {
      if (line.startsWith('T')) {
        const match = /^(T\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/.exec(line);
        assert.ok(match, line);
        const spans = match[3]!.split(';').map((span) => span.split(' ').map(Number) as [number, number]);
        found.set(match[1]!, { type: match[2]!, spans, text: match[4]! });
      } else if (line.startsWith('A')) {
        const match = /^A\d+\tStance (T\d+) (problem|remedy)$/.exec(line);
        assert.ok(match, line);
        found.get(match[1]!)!.stance = match[2]!;
      } else assert.match(line, /^#\d+\tAnnotatorNotes T\d+\t\S.*$/);
    }
    return [...found.values()];
  }

  it('is read back with each fragment at its place, CRLF and rare characters included', async () => {
    const files = await filesOf('brat', one);
    const [textName, annName] = [...files.keys()];
    const document = one.output.documents[0]!;
    const text = files.get(textName!)!;
    assert.equal(text, one.texts!.get(document.path));
    const tags = parse(files.get(annName!)!);
    assert.equal(tags.length, document.annotations.length);
    tags.forEach(({ type, spans, text: quoted, stance }, index) => {
      const annotation = document.annotations[index]!;
      assert.equal(type, annotation.category.replace('.', '-'));
      assert.equal(stance ?? null, annotation.stance);
      assert.equal(spans.map(([start, end]) => slice(text, start, end)).join(' '), quoted);
      assert.equal(quoted.replace(/\s/g, ''), annotation.quote.replace(/\s/g, ''));
    });
    assert.ok(tags.some(({ spans }) => spans.length === 2));
    for (const { type } of tags) assert.match(files.get('annotation.conf')!, new RegExp(`^${type}$`, 'm'));
  });

  it('keeps every name inside the archive and apart from the others', async () => {
    const names = [...(await filesOf('brat', several)).keys()];
    assert.equal(names.length, 4 * 2 + 2);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const name of names) {
      assert.doesNotMatch(name, /^\/|\\|:|(^|\/)\.\.(\/|$)/);
      assert.match(name, /\.(txt|ann|conf)$/);
    }
  });
});

describe('doccano export', () => {
  it('has labels that cut the quote out of the text by code points', async () => {
    const lines = (await filesOf('doccano', several)).get('doccano.jsonl')!.trimEnd().split('\n');
    assert.equal(lines.length, several.output.documents.length);
    lines.forEach((line, index) => {
      const { text, label } = JSON.parse(line) as { text: string; label: [number, number, string][] };
      label.forEach(([start, end, category], at) => {
        const annotation = several.output.documents[index]!.annotations[at]!;
        assert.equal(slice(text, start, end), annotation.quote);
        assert.equal(category, annotation.category);
      });
    });
  });
});

describe('a line of JSON', () => {
  it('holds no other ends of lines, and is read back as it was', () => {
    const value = { text: '甲\u0085乙\u2028丙\u2029\n丁' };
    assert.equal(jsonLine(value), '{"text":"甲\\u0085乙\\u2028丙\\u2029\\n丁"}');
    assert.deepEqual(JSON.parse(jsonLine(value)), value);
  });
});

describe('Web Annotation export', () => {
  interface Selector {
    type: string;
    exact?: string;
    prefix?: string;
    suffix?: string;
    start?: number;
    end?: number;
  }
  interface Item {
    '@context'?: string;
    id: string;
    type: string;
    motivation: string;
    body: { value?: string }[];
    target: { source: string; selector: Selector[] };
  }

  it('finds each quote by its context and by code points', async () => {
    const collection = JSON.parse((await filesOf('web-annotation', several)).get('policy-lens.jsonld')!) as {
      '@context': string;
      type: string;
      total: number;
      first: { type: string; startIndex: number; items: Item[] };
    };
    assert.equal(collection['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(collection.type, 'AnnotationCollection');
    assert.equal(collection.first.startIndex, 0);
    assert.equal(collection.first.items.length, collection.total);
    const text = one.texts!.get(one.output.documents[0]!.path)!;
    const ids = new Set<string>();
    const annotations = several.output.documents.flatMap(({ annotations: list }) => list);
    collection.first.items.forEach(({ id, type, target, body }, index) => {
      const { quote, category } = annotations[index]!;
      assert.equal(type, 'Annotation');
      ids.add(id);
      const [byQuote, byPosition] = target.selector;
      assert.deepEqual([byQuote?.type, byPosition?.type], ['TextQuoteSelector', 'TextPositionSelector']);
      assert.equal(byQuote!.exact, quote);
      assert.ok(text.includes(`${byQuote!.prefix!}${quote}${byQuote!.suffix!}`));
      assert.equal(slice(text, byPosition!.start!, byPosition!.end!), quote);
      assert.ok(body[0]!.value!.startsWith(category));
      assert.doesNotThrow(() => new URL(target.source, 'http://example.org/'));
    });
    assert.equal(ids.size, collection.total);
  });

  it('has contexts of whole characters', async () => {
    for (const pad of ['', '甲']) {
      const rare = `${pad}${'😀'.repeat(40)}${pad}`;
      const document = makeDocument('a.txt', [
        { text: rare },
        { text: '引人才。', tags: ['R1.2'] },
        { text: rare },
      ]);
      const content = (await filesOf('web-annotation', inputFor([document]))).get('policy-lens.jsonld')!;
      const { first } = JSON.parse(content) as { first: { items: Item[] } };
      const { prefix, exact, suffix } = first.items[0]!.target.selector[0]!;
      assert.ok(document.text.includes(`${prefix!}${exact!}${suffix!}`), JSON.stringify([prefix, suffix]));
    }
  });
});

describe('REFI-QDA export', () => {
  it('is a project whose selections cut the quotes out of its sources', async () => {
    const files = await filesOf('refi-qda', several);
    const xml = files.get('project.qde')!;
    const problems: string[] = [];
    const document = new DOMParser({
      errorHandler: (level: string, message: unknown) => problems.push(`${level} ${String(message)}`),
    }).parseFromString(xml, 'text/xml');
    assert.deepEqual(problems, []);
    const all = (name: string): Element[] => Array.from(document.getElementsByTagName(name));
    const codeByGuid = new Map(
      all('Code').map((code) => [code.getAttribute('guid'), code.getAttribute('name')!]),
    );
    assert.equal(codeByGuid.size, taxonomy.categories.length);
    const guids = ['Code', 'TextSource', 'PlainTextSelection', 'Coding']
      .flatMap((name) => all(name))
      .map((each) => each.getAttribute('guid')!);
    assert.equal(new Set(guids).size, guids.length);
    for (const guid of guids)
      assert.match(guid, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    all('TextSource').forEach((source, index) => {
      const text = files.get(source.getAttribute('plainTextPath')!.replace('internal://', 'sources/'))!;
      const { annotations, path } = several.output.documents[index]!;
      assert.equal(source.getAttribute('name'), path);
      const codings = Array.from(source.getElementsByTagName('PlainTextSelection')).flatMap((selection) =>
        Array.from(selection.getElementsByTagName('CodeRef')).map((code) => ({
          quote: slice(
            text,
            Number(selection.getAttribute('startPosition')),
            Number(selection.getAttribute('endPosition')),
          ),
          category: codeByGuid.get(code.getAttribute('targetGUID'))!.split(' ')[0],
        })),
      );
      assert.deepEqual(
        codings,
        annotations.map(({ quote, category }) => ({ quote, category })),
      );
    });
  });

  it('has no source without its text', async () => {
    const input = {
      ...inputFor([makeDocument('a.md', [{ text: '建设', tags: ['S1.1'] }])]),
      texts: undefined,
    };
    assert.doesNotMatch((await filesOf('refi-qda', input)).get('project.qde')!, /<Sources>/);
  });
});
