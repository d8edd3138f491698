import { type Message, categories, message } from '../message';
import { problemsAnswered } from '../coverage/answers';
import type { ProblemClosure } from '../coverage/model';
import { nearestClues, titleSpan } from './clues';
import { missingWorthNaming } from './completeness';
import type { Rule } from './model';
import type { Taxonomy } from '../taxonomy/model';
import { isThePapers } from '../taxonomy/origin';

/** Most categories named in the message; the related information has them all. */
const mostNamed = 6;

/** PL102: remedy categories that the document lacks, in one finding on its title. */
export const missingRemedies: Rule = {
  id: 'PL102',
  name: 'missing-remedies',
  title: { zh: '缺失的对策类别', en: 'Missing remedy categories' },
  why: {
    zh: '陈述了问题的文稿、覆盖面广的综合性文稿，最怕漏项。全文只提示一次，标在标题上，逐项给出最接近的一句；覆盖面不广的，只列文中问题所需的首要对策；只管一件事的文件、不陈述问题的法规，以及提案、请示、函、纪要、讲话、新闻、论文等不提示。在侧边栏可注明“不适用”。',
    en: 'A text that states problems, or sets out to be comprehensive, should miss nothing by accident. One finding a document, on its title, with the nearest sentence for each category. Where a text is not comprehensive, only the primary remedies of its problems are named. Texts on a single matter, regulations that state no problem, and proposals, requests, letters, minutes, speeches, news and essays are left alone. The side panel lets you mark a category as not applicable.',
  },
  defaultSeverity: 'information',
  source: '周军、吴红（2025）“路径选择”“政策保障”：三条路径、四项保障，共 19 个叶子（编码手册）',
  bad: [
    {
      text: `# 关于促进科技创新与产业创新融合的建议

## 一、主要问题

高层次人才短缺，骨干人才流失严重。

## 二、对策建议

（一）加快引进高层次人才。实施精准引才计划，引进领军人才和创新团队。
`,
      why: {
        zh: '提出了人才问题，却只有引才一类对策；这个问题的其他首要对策在标题上一次列出。',
        en: 'A lack of talent is stated, yet there is only one kind of remedy; its other primary remedies are listed once, on the title.',
      },
    },
  ],
  good: [
    {
      text: `# 澄江县人才公寓管理办法

第一条 对引进的高层次人才给予住房补贴，并统筹解决其子女入学。

第二条 人才公寓由县住房和城乡建设局负责管理。
`,
      why: {
        zh: '只管一件事的办法，不陈述问题，也不求全，不提示。',
        en: 'A regulation on one matter states no problem and does not set out to be complete.',
      },
    },
    {
      text: `# 关于缓解科技人才短缺问题的提案

高层次人才短缺，骨干人才流失严重。建议实施精准引才计划，引进领军人才和创新团队。
`,
      why: {
        zh: '提案只提一件事，不求面面俱到。',
        en: 'A proposal is on one matter, and need not have everything.',
      },
    },
  ],
  check(analysis, taxonomy) {
    const { coverage, document } = analysis;
    const { missing, problems, others } = missingWorthNaming(analysis, taxonomy);
    if (missing.length === 0) return [];
    const title = titleSpan(analysis);
    const nearest = new Map(nearestClues(analysis, missing).map((clue) => [clue.message.args[0], clue]));
    const found = coverage.covered.length + coverage.thin.length;
    const named = categories(missing.slice(0, mostNamed));
    const form = missing.length > mostNamed ? 'many' : 'message';
    return [
      {
        ...title,
        message:
          problems === null || others === 0
            ? message(
                `PL102.${form}`,
                missing.length,
                found + coverage.missing.length,
                named,
                document.sentences.length,
              )
            : message(`PL102.problems.${form}`, problems, named, others),
        related: missing.map(
          (code) =>
            nearest.get(categories([code])) ?? {
              ...title,
              message: nothingNear(code, taxonomy, coverage.problems),
            },
        ),
        categories: missing,
      },
    ];
  },
};

/** No sentence is near: says which stated problems the category would answer, or that the paper, where it does, asks for it. */
function nothingNear(code: string, taxonomy: Taxonomy, stated: readonly ProblemClosure[]): Message {
  const problems = problemsAnswered(code, taxonomy, stated).map(({ problem }) => problem);
  return problems.length > 0
    ? message('PL102.nothing', categories([code]), categories(problems))
    : message(isThePapers(taxonomy, code) ? 'PL102.safeguard' : 'PL102.alone', categories([code]));
}
