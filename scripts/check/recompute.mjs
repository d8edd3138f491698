/**
 * Computes every figure of a report again from the CSV export (tags.csv, documents.csv, categories.csv, links.csv)
 * and compares it with the HTML report. It shares no code with the product: its CSV reader, its formulas and its
 * names of figures are written from docs/indices.md.
 *
 *   node scripts/check/recompute.mjs FOLDER_WITH_CSV REPORT.html
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** RFC 4180 with an optional byte order mark; one apostrophe before a formula-like text is the export's guard. */
export function readCsv(text) {
  const records = [];
  let record = [];
  let field = '';
  let isQuoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (isQuoted) {
      if (c !== '"') field += c;
      else if (source[i + 1] === '"') field += source[++i];
      else isQuoted = false;
    } else if (c === '"') isQuoted = true;
    else if (c === ',') {
      record.push(field);
      field = '';
    } else if (c === '\n') {
      record.push(field.endsWith('\r') ? field.slice(0, -1) : field);
      records.push(record);
      record = [];
      field = '';
    } else field += c;
  }
  if (field !== '' || record.length > 0) records.push([...record, field]);
  const [head, ...rows] = records;
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, unguard(row[index] ?? '')])));
}

function unguard(value) {
  return /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? value.slice(1) : value;
}

/** All figures by name: name → value (null where a share of nothing is asked for). */
export function recompute({ tags, documents, categories, links }) {
  const figures = new Map();
  const files = documents
    .filter((row) => row.skipped_because === '')
    .map((row, index) => ({ ...row, index }));
  const byPath = new Map(files.map((file) => [file.document, file]));
  const remedies = categories.filter((c) => c.leaf === 'true' && (c.kind === 'R' || c.kind === 'S'));
  const leaves = categories.filter((c) => c.leaf === 'true' && 'PRS'.includes(c.kind));
  const groups = categories
    .filter((c) => c.leaf !== 'true' && (c.kind === 'R' || c.kind === 'S'))
    .map((group) => ({ ...group, members: remedies.filter((leaf) => leaf.parent === group.code) }))
    .filter((group) => group.members.length > 0);
  const problems = [...new Set(links.map((link) => link.problem))];
  const remediesOf = (problem, rank) =>
    links.filter((link) => link.problem === problem && link.rank === rank).map((link) => link.remedy);
  for (const file of files) file.tags = [];
  for (const tag of tags) byPath.get(tag.document).tags.push(tag);

  for (const file of files) {
    const of = (code) => file.tags.filter((tag) => tag.category === code);
    file.status = new Map(
      remedies.map(({ code }) => {
        const found = of(code);
        const sentences = found.filter((tag) => tag.heading !== 'true');
        const isThin = sentences.length === 0 || (sentences.length === 1 && Number(sentences[0].score) < 0.6);
        return [code, found.length === 0 ? 'missing' : isThin ? 'thin' : 'covered'];
      }),
    );
    const has = (code, ...wanted) => wanted.includes(file.status.get(code));
    file.closure = new Map();
    for (const problem of problems) {
      if (of(problem).length === 0) continue;
      const primary = remediesOf(problem, 'primary');
      const any = [...primary, ...remediesOf(problem, 'related')].some((code) =>
        has(code, 'covered', 'thin'),
      );
      file.closure.set(
        problem,
        primary.some((code) => has(code, 'covered')) ? 'closed' : any ? 'weak' : 'open',
      );
    }
    const put = (name, value) => figures.set(`doc/${file.index}/${name}`, value);
    const countOf = (status) => remedies.filter(({ code }) => has(code, status)).length;
    file.coverage = divide(countOf('covered'), remedies.length);
    file.mention = divide(countOf('covered') + countOf('thin'), remedies.length);
    file.closureRatio = divide(
      [...file.closure.values()].filter((s) => s === 'closed').length,
      file.closure.size,
    );
    file.pmc = groups.length > 0 ? 0 : null;
    for (const group of groups) {
      const ones = group.members.map(({ code }) => (has(code, 'covered') ? 1 : 0));
      group.members.forEach(({ code }, i) => put(`pmc/${code}`, ones[i]));
      put(`pmc/${group.code}`, average(ones));
      file.pmc += average(ones);
    }
    put('covered', countOf('covered'));
    put('thin', countOf('thin'));
    put('coverage', file.coverage);
    put('mention', file.mention);
    put('closure', file.closureRatio);
    put('balance', evenness([file]));
    put('pmc', file.pmc);
    for (const { code } of categories) put(`tags/${code}`, of(code).length);
    for (const [actor, share] of shares([file])) {
      put(`backbone/${actor}`, share.count);
      put(`backbone/${actor}/share`, share.share);
    }
    for (const section of new Set(file.tags.map((tag) => tag.section)))
      for (const kind of 'PRS')
        put(
          `section/${section}/${kind}`,
          file.tags.filter((tag) => tag.section === section && tag.kind === kind).length,
        );
  }

  const counted = files.filter((file) => file.counted === 'true');
  means('all', counted);
  for (const { code } of categories)
    figures.set(
      `all/tags/${code}`,
      counted.reduce((sum, file) => sum + file.tags.filter((tag) => tag.category === code).length, 0),
    );
  leafShares('all', counted);
  for (const [actor, share] of shares(counted)) {
    figures.set(`all/backbone/${actor}`, share.count);
    figures.set(`all/backbone/${actor}/share`, share.share);
  }
  for (const problem of problems) {
    const statuses = counted
      .map((file) => file.closure.get(problem))
      .filter((status) => status !== undefined);
    figures.set(`all/closure/${problem}/stated`, statuses.length);
    for (const status of ['closed', 'weak', 'open'])
      figures.set(`all/closure/${problem}/${status}`, statuses.filter((each) => each === status).length);
  }
  for (const field of ['year', 'level', 'issuer'])
    for (const value of new Set(counted.map((file) => file[field]))) {
      const members = counted.filter((file) => file[field] === value);
      means(`${field}/${value}`, members);
      leafShares(`${field}/${value}`, members);
    }
  pairs();
  return figures;

  function means(prefix, members) {
    figures.set(`${prefix}/coverage`, average(members.map((file) => file.coverage)));
    figures.set(`${prefix}/mention`, average(members.map((file) => file.mention)));
    figures.set(`${prefix}/closure`, average(members.map((file) => file.closureRatio)));
    figures.set(`${prefix}/pmc`, average(members.map((file) => file.pmc)));
    figures.set(`${prefix}/balance`, evenness(members));
  }

  function leafShares(prefix, members) {
    for (const { code } of leaves)
      for (const status of ['covered', 'thin']) {
        const count = members.filter((file) => file.status.get(code) === status).length;
        figures.set(`${prefix}/${status}/${code}`, count);
        if (status === 'covered') figures.set(`${prefix}/share/${code}`, divide(count, members.length));
      }
  }

  function shares(members) {
    const actors = new Map();
    for (const { code, kind, leaf, backbone } of categories) {
      if (kind !== 'R' || leaf !== 'true' || backbone === '') continue;
      const count = members.reduce(
        (sum, file) => sum + file.tags.filter((tag) => tag.category === code).length,
        0,
      );
      actors.set(backbone, (actors.get(backbone) ?? 0) + count);
    }
    const total = [...actors.values()].reduce((sum, count) => sum + count, 0);
    return [...actors].map(([actor, count]) => [actor, { count, share: divide(count, total) }]);
  }

  function evenness(members) {
    const parts = shares(members);
    if (parts.length < 2 || parts.every(([, { count }]) => count === 0)) return null;
    const entropy = parts.reduce(
      (sum, [, { share }]) => (share > 0 ? sum - share * Math.log2(share) : sum),
      0,
    );
    return entropy / Math.log2(parts.length);
  }

  function pairs() {
    const order = new Map(categories.map(({ code }, index) => [code, index]));
    for (const file of files) {
      const bySentence = new Map();
      for (const tag of file.tags)
        bySentence.set(tag.sentence, [...(bySentence.get(tag.sentence) ?? []), tag]);
      for (const found of bySentence.values()) {
        const codes = found.map((tag) => tag.category).sort((a, b) => order.get(a) - order.get(b));
        codes.forEach((first, i) =>
          codes.slice(i + 1).forEach((second) => {
            for (const prefix of [`doc/${file.index}`, ...(file.counted === 'true' ? ['all'] : [])]) {
              const name = `${prefix}/pair/${first}/${second}`;
              figures.set(name, (figures.get(name) ?? 0) + 1);
            }
          }),
        );
      }
    }
  }
}

function divide(part, whole) {
  return whole === 0 ? null : part / whole;
}

function average(values) {
  const known = values.filter((value) => value !== null);
  return divide(
    known.reduce((sum, value) => sum + value, 0),
    known.length,
  );
}

/** Figures of an HTML report as they stand there: name, machine value, and the text a reader sees. */
export function figuresOf(html) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
  const found = html.matchAll(/data-figure="([^"]*)" data-value="([^"]*)"( data-q="[^"]+")?>([^<]*)</g);
  return [...found].map(([, name, value, evidence, shown]) => ({
    name: decode(name),
    value: value === '' ? null : Number(value),
    hasEvidence: evidence !== undefined,
    shown,
  }));
}

/** What a reader must see for a value, by the rules of docs/indices.md. */
function textsFor(value) {
  if (value === null) return ['–'];
  return [String(value), `${(value * 100).toFixed(1)}%`, value.toFixed(3)];
}

/** Sentences that say where report and CSV differ; none when all is well. */
export function differences(figures, shownFigures) {
  const problems = [];
  for (const { name, value, shown, hasEvidence } of shownFigures) {
    if (!figures.has(name)) {
      problems.push(`${name}: not in the CSV`);
      continue;
    }
    const expected = figures.get(name);
    if ((expected === null) !== (value === null) || Math.abs((expected ?? 0) - (value ?? 0)) > 1e-9)
      problems.push(`${name}: report ${value}, CSV ${expected}`);
    else if (!textsFor(value).includes(shown)) problems.push(`${name}: shown as ${shown}, CSV ${expected}`);
    if (value !== null && value !== 0 && !hasEvidence) problems.push(`${name}: a number without a quote`);
  }
  return problems;
}

/** Reads the four files of an export. */
export function readExport(folder) {
  const table = (name) => readCsv(readFileSync(join(folder, `${name}.csv`), 'utf8'));
  return {
    tags: table('tags'),
    documents: table('documents'),
    categories: table('categories'),
    links: table('links'),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, report] = process.argv.slice(2);
  if (!folder || !report) {
    console.error('Usage: node scripts/check/recompute.mjs FOLDER_WITH_CSV REPORT.html');
    process.exit(2);
  }
  const shown = figuresOf(readFileSync(report, 'utf8'));
  const problems = differences(recompute(readExport(folder)), shown);
  for (const problem of problems) console.error(problem);
  console.log(`${shown.length} figures compared, ${problems.length} differ`);
  process.exitCode = problems.length > 0 || shown.length === 0 ? 1 : 0;
}
