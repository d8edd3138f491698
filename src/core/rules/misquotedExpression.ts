import { message } from '../message';
import { Trie } from '../match/indicators/trie';
import { readingOf } from '../text/reading';
import type { Gap, Rule } from './model';
import { officialExpressions, type OfficialExpression } from './officialExpressions';

/** PL109: an official expression in a form that its source does not have. */
export const misquotedExpression: Rule = {
  id: 'PL109',
  name: 'misquoted-expression',
  title: { zh: '规范表述引用有误', en: 'Official expression mis-cited' },
  why: {
    zh: '固定表述写错一个字、颠倒次序，审稿时最容易漏看，发文后最容易被指出。只列在任何语境下都不对的写法，每条注明出处；论文构念（“融合不深”等）的近似写法是平常话，只在同段另有带引号的构念时才算引用。可一键改正。',
    en: 'A set expression with one wrong character or swapped halves slips through review and is noticed after publication. Only forms that are wrong in any context are listed, each with its source; words near the paper’s constructs are everyday language, and a citation only where the paragraph quotes another construct. A quick fix puts it right.',
  },
  defaultSeverity: 'warning',
  source: '各条目所注文件（src/core/rules/officialExpressions.ts）；论文的构念名称据周军、吴红（2025）',
  bad: [
    {
      text: `# 关于完善科技攻关机制的建议

建议实行“接榜挂帅”机制，围绕核心关键技术组织联合攻关，支持企业牵头。
`,
      why: {
        zh: '应为“揭榜挂帅”“关键核心技术”。',
        en: 'It should be 揭榜挂帅 and 关键核心技术.',
      },
    },
    {
      text: `# 关于科技创新与产业创新融合的几点思考

当前的问题是“融合不全”“融合不深”“融合不通”，要从要素共享、链条共沿、价值共创三个方面着手。
`,
      why: {
        zh: '论文的构念是“融合不畅”“链条共延”。',
        en: 'The paper’s constructs are 融合不畅 and 链条共延.',
      },
    },
  ],
  good: [
    {
      text: `# 关于完善科技攻关机制的建议

建议实行“揭榜挂帅”机制，围绕关键核心技术组织联合攻关。目前产业与科研融合不通畅，要下大力气解决。
`,
      why: {
        zh: '“融合不通畅”在这里是平常话，不在引号里，不算引用。',
        en: '融合不通畅 is ordinary language here, not a citation.',
      },
    },
  ],
  check({ document }) {
    const findings: Gap[] = [];
    const { trie, expressions } = (wrongForms ??= gatherForms());
    for (const block of document.blocks) {
      const { text, toSource } = readingOf(document, block);
      const constructs = new QuotedConstructs(text);
      trie.scan(text, 0, text.length, (number, start, end) => {
        const expression = expressions[number];
        if (!expression) return;
        const { right, source, quotedOnly } = expression;
        if (quotedOnly && !(isQuoted(text, start, end) && constructs.holdOther(right))) return;
        const place = toSource({ start, end });
        // A replacement would take away one mark of a pair that stands inside.
        const isWhole = place.end - place.start === end - start;
        findings.push({
          ...place,
          message: message('PL109.message', text.slice(start, end), right, source),
          related: [],
          categories: [],
          ...(isWhole ? { replacement: right } : {}),
        });
      });
    }
    return findings;
  },
};

function isQuoted(text: string, start: number, end: number): boolean {
  return text[start - 1] === '“' && text[end] === '”';
}

/** The paper's constructs that a paragraph quotes; looked for once, for a long one may hold thousands of wrong forms. */
class QuotedConstructs {
  private found: readonly string[] | null = null;

  constructor(private readonly text: string) {}

  /** Everyday words are a citation only beside another expression of the same source: “融合不深”“融合不通”. */
  holdOther(right: string): boolean {
    this.found ??= officialExpressions
      .filter((each) => each.quotedOnly && this.text.includes(`“${each.right}”`))
      .map((each) => each.right);
    return this.found.some((other) => other !== right);
  }
}

interface WrongForms {
  readonly trie: Trie;
  /** What each form should have been, by its number in the trie. */
  readonly expressions: readonly OfficialExpression[];
}

/** Gathered at the first check, so that loading costs nothing. */
let wrongForms: WrongForms | null = null;

function gatherForms(): WrongForms {
  const trie = new Trie();
  const expressions: OfficialExpression[] = [];
  for (const expression of officialExpressions)
    for (const form of expression.wrong) {
      expressions[trie.add(form)] = expression;
    }
  return { trie, expressions };
}
