import assert from 'node:assert/strict';
import { buildCorpus } from '../../../src/core/coverage/corpus';
import { documentResult } from '../../../src/core/report/documentResult';
import { remedyTable } from '../../../src/core/report/documentSections';
import { overview } from '../../../src/service/overview';
import { taxonomyInfo } from '../../../src/service/taxonomyInfo';
import { marked, textAt } from './support';

const text = '# 方案\n\n## 一、问题\n\n没平台，没人才。\n\n## 二、措施\n\n引人才，搞揭榜挂帅。\n\n放贷款。\n';

describe('overview', () => {
  it('counts and lists what is covered, thin and missing', () => {
    const { remedies, missing, covered } = overview(marked(text).context);
    assert.deepEqual(remedies, { covered: 2, thin: 0, missing: 3 });
    assert.deepEqual(
      missing.map(({ category, status }) => [category, status]),
      [
        ['R2.3', 'missing'],
        ['S1.1', 'missing'],
        ['S3.1', 'missing'],
      ],
    );
    assert.deepEqual(
      covered.map(({ category, occurrences }) => [category, occurrences.length]),
      [
        ['P1.1', 1],
        ['P1.2', 1],
        ['R1.2', 1],
        ['R1.3', 1],
      ],
    );
  });

  it('says why a missing remedy matters and which stated problem it would answer', () => {
    const item = overview(marked(text).context).missing.find(({ category }) => category === 'S1.1');
    assert.equal(item?.why, '平台是底座。');
    assert.deepEqual(item.answers, [{ category: 'P1.1', name: '设施瓶颈', primary: true }]);
  });

  it('shows a thin remedy with the place that speaks for it', () => {
    const document = marked('# 方案\n\n没人才。\n\n## 引人才\n\n另行安排，自印发之日起施行。\n');
    const [item] = overview(document.context).missing.filter(({ status }) => status === 'thin');
    assert.equal(item?.category, 'R1.2');
    assert.equal(item.nearest && textAt(document, item.nearest.range), '引人才');
  });

  it('calls a remedy covered, thin or missing just as the report does', () => {
    const document = marked('# 方案\n\n没人才，没平台。\n\n## 引人才\n\n另行安排，放贷款。\n');
    const { problems } = overview(document.context);
    const shown = new Map(
      problems.flatMap(({ remedies }) => remedies.map(({ category, status }) => [category, status])),
    );
    const { analysis, taxonomy, severity } = document.context;
    const source = { path: 'a.md', encoding: 'utf-8', sha256: '' };
    const result = documentResult(analysis, taxonomy, source, severity, () => '');
    const corpus = buildCorpus({ documents: [result] }, taxonomy);
    const reported = new Map(
      remedyTable(corpus, corpus.documents[0]!).rows.map(({ cells: [category, status] }) => [
        category?.kind === 'category' ? category.code : '',
        status?.kind === 'status' ? status.status : '',
      ]),
    );
    assert.deepEqual([...shown.values()].sort(), ['covered', 'missing', 'missing', 'thin']);
    for (const [code, status] of shown) assert.equal(reported.get(code), status, code);
  });

  it('quotes sentences as they read', () => {
    const document = marked('# 方案\n\n**引人才**，\n放贷款。\n');
    const [first] = overview(document.context).covered.flatMap(({ occurrences }) => occurrences);
    assert.equal(first?.quote, '引人才，放贷款。');
    assert.equal(textAt(document, first.range), '引人才**，\n放贷款。');
  });

  it('maps problems to remedies, and names remedies that answer nothing', () => {
    const document = marked(`${text}\n做转化，再做转化。\n`);
    const { problems, orphans } = overview(document.context);
    assert.deepEqual(
      problems.map(({ category, status, remedies }) => [
        category,
        status,
        remedies.map(
          ({ category: code, status, primary }) =>
            `${code}${status === 'covered' ? '+' : '-'}${primary ? '!' : ''}`,
        ),
      ]),
      [
        ['P1.1', 'weak', ['S1.1-!', 'R1.3+']],
        ['P1.2', 'closed', ['R1.2+!', 'S3.1-!']],
      ],
    );
    assert.deepEqual(orphans, ['R2.3']);
    for (const { category, occurrences } of problems)
      assert.deepEqual(
        occurrences.map(({ range }) => textAt(document, range)),
        ['没平台，没人才。'],
        category,
      );
  });

  it('marks what does not apply, and keeps it among the missing', () => {
    const sidecar = {
      version: 1 as const,
      suppressions: [],
      notApplicable: [{ category: 'R2.3', reason: '本文不涉及' }],
    };
    const { missing } = overview(marked(text, { options: { sidecar } }).context);
    assert.equal(missing.find(({ category }) => category === 'R2.3')?.notApplicable, '本文不涉及');
    assert.equal(missing.find(({ category }) => category === 'S1.1')?.notApplicable, null);
  });

  it('lists what is suppressed, orphans too', () => {
    const sidecar = {
      version: 1 as const,
      suppressions: [
        {
          id: 'a',
          target: 'annotation' as const,
          category: 'R1.2',
          scope: 'hit' as const,
          anchor: { quote: `这句话早已删去${'，'.repeat(16)}𠮷。`, prefix: '', suffix: '', start: 3 },
          reason: '删了',
        },
      ],
      notApplicable: [],
    };
    const document = marked('引人才。<!-- policy-lens-disable-here R1.2=R2.3 =S1.1: 是转化 -->\n', {
      options: { sidecar },
    });
    assert.deepEqual(
      overview(document.context).suppressed.map(({ label, where, orphan, range, replacement, reason }) => ({
        label,
        where,
        orphan,
        range: range && textAt(document, range),
        replacement,
        reason,
      })),
      [
        {
          label: 'R1.2 人才引育 改为 R2.3 技术转移与成果转化：“引人才。”',
          where: 'text',
          orphan: false,
          range: '引人才。',
          replacement: 'R2.3',
          reason: '是转化',
        },
        {
          label: '补标 S1.1 服务体系：“引人才。”',
          where: 'text',
          orphan: false,
          range: '引人才。',
          replacement: 'S1.1',
          reason: '是转化',
        },
        {
          label: `R1.2 人才引育：“这句话早已删去${'，'.repeat(16)}…”`,
          where: 'sidecar',
          orphan: true,
          range: null,
          replacement: null,
          reason: '删了',
        },
      ],
    );
  });

  it('calls a rule that is suppressed by its title, with the id for who knows it by that', () => {
    const { context } = marked(
      '<!-- policy-lens-disable-file PL102 -->\n\n引人才。<!-- policy-lens-disable-here PL199: 旧 -->\n',
    );
    assert.deepEqual(
      overview(context).suppressed.map(({ label }) => label),
      ['缺失的对策类别（PL102）（全文）', 'PL199：“引人才。”'],
    );
  });

  it('shows no orphan remedies where no problem is stated', () =>
    assert.deepEqual(overview(marked('引人才。').context).orphans, []));
});

describe('taxonomy for menus', () => {
  it('speaks the user’s language and keeps codes, links and order', () => {
    const { context } = marked('');
    const info = taxonomyInfo(context.taxonomy, marked('', { language: 'en' }).context.translator);
    assert.equal(info.title, 'Small');
    assert.deepEqual(
      info.categories.slice(0, 3).map(({ code, name, isLeaf }) => [code, name, isLeaf]),
      [
        ['P1', 'Incomplete', false],
        ['P1.1', 'Facilities', true],
        ['P1.2', 'Talent gap', true],
      ],
    );
    assert.deepEqual(info.links, context.taxonomy.links);
  });
});
