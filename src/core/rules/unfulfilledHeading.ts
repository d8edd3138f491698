import { grouped } from '../grouped';
import { categories, message } from '../message';
import type { Annotation } from '../model';
import { groupOf, isWithin } from '../taxonomy/codes';
import type { Taxonomy } from '../taxonomy/model';
import type { ParsedDocument, Section, Span } from '../text/model';
import { wordsIn } from '../text/reading';
import { startingIn } from '../text/startingIn';
import { unspaced } from '../text/unspaced';
import { excerpt, nearestClues } from './clues';
import type { Gap, Rule, RuleInput } from './model';
import { isProblemOrRemedy, isRemedyKind } from '../taxonomy/kinds';

/** A heading tagged below this announces nothing for sure; a section with less text than this fulfils nothing. */
const surelyAnnounced = 0.6;
const leastText = 50;

/**
 * Categories about how things hang together: their headings stand over texts about the things themselves (tried on
 * published policies: every finding about them was wrong).
 */
const diffuse = ['R1.1', 'R3'];

/** PL106: a heading that announces a remedy or problem of which its section says nothing. */
export const unfulfilledHeading: Rule = {
  id: 'PL106',
  name: 'unfulfilled-heading',
  title: { zh: '标题与内容不符', en: 'Heading announces what its text lacks' },
  why: {
    zh: '读者按标题找内容。标题写“成果转化”，下面讲的却全是别的，要么标题要改，要么内容漏了。同一组的类别（如 R2.1 与 R2.3）、同为一个问题首要对策的类别（如 R1.2 与 S3.2，都为人才鸿沟而设）视为相符；标题只说一件事而兼有几类的，写到其中一类即可；正文只要重提标题的用语，也不提示。',
    en: 'Readers look for things by heading. Where the heading says “commercialisation” and the text is about something else, one of them is wrong. Categories of one group count as the same, and so do primary remedies of one problem (R1.2 and S3.2, both for the lack of talent); a heading on one matter that has several categories is fulfilled by any of them, and so is one whose words the text takes up.',
  },
  defaultSeverity: 'hint',
  source: '编码手册：标题本身指明类别的编对应类别；本工具的检查',
  bad: [
    {
      text: `# 关于促进产业发展的若干措施

## 一、促进科技成果转移转化

对新引进的高层次人才给予安家补贴，解决子女入学和配偶就业。在高新区建设人才公寓，对青年人才提供住房补贴和生活补助。

## 二、发展科技金融

引导银行扩大知识产权质押贷款规模，设立天使投资基金，支持科技企业上市融资。
`,
      why: {
        zh: '标题讲成果转化，正文只讲人才待遇。',
        en: 'The heading is about commercialisation; the text is about benefits for talent.',
      },
    },
  ],
  good: [
    {
      text: `# 关于促进产业发展的若干措施

## 一、促进科技成果转移转化

建设区域技术转移中心，培育技术经理人100名，每季度举办成果对接活动，提高科研人员转化收益比例。

## 二、发展科技金融

引导银行扩大知识产权质押贷款规模，设立天使投资基金，支持科技企业上市融资。
`,
      why: { zh: '标题与正文一致。', en: 'Heading and text agree.' },
    },
  ],
  check(analysis, taxonomy) {
    const { annotations, document } = analysis;
    const spoken = annotations.filter(({ isHeading, kind }) => !isHeading && isProblemOrRemedy(kind));
    const sectionOf = new Map(document.sections.map((section) => [section.heading, section]));
    const headings = annotations.filter(({ isHeading, kind }) => isHeading && isRemedyKind(kind));
    return [...grouped(headings, ({ sentence }) => sentence)].flatMap(([sentence, announced]): Gap[] => {
      const section = sectionOf.get(sentence);
      const broken = section && brokenPromise(section, announced, spoken, document, taxonomy);
      return broken ? [gapAt(broken, section, spoken, analysis)] : [];
    });
  },
};

/** Where what stands under a heading begins and ends. */
function belowHeading(section: Section, { end }: Annotation): Span {
  return { start: end, end: section.end };
}

/**
 * The last of the remedies that a heading announces for sure and its section says nothing of; undefined where all are kept.
 *
 * @param announced All that the heading is tagged with.
 * @param spoken Tags of the text, by start.
 */
function brokenPromise(
  section: Section,
  announced: readonly Annotation[],
  spoken: readonly Annotation[],
  document: ParsedDocument,
  taxonomy: Taxonomy,
): Annotation | undefined {
  return announced.filter(isSure).findLast((annotation) => {
    const below = belowHeading(section, annotation);
    const inside = startingIn(spoken, below);
    // A section without any tag is about something else altogether, or too short: no promise is broken.
    if (inside.length === 0) return false;
    // A heading on one matter is kept by any of its categories.
    const meant = coordinates.test(section.title) ? [annotation] : announced;
    if (inside.some(({ category }) => meant.some((each) => isAkin(each.category, category, taxonomy))))
      return false;
    const text = unspaced(wordsIn(document, below));
    return text.length >= leastText && !takesUp(text, annotation);
  });
}

function gapAt(
  annotation: Annotation,
  section: Section,
  spoken: readonly Annotation[],
  analysis: RuleInput,
): Gap {
  const { start, end, category } = annotation;
  const inside = startingIn(spoken, belowHeading(section, annotation));
  return {
    start,
    end,
    message: message(
      'PL106.message',
      excerpt(section.title),
      categories([category]),
      categories([...new Set(inside.map((each) => each.category))].sort()),
    ),
    related: nearestClues(analysis, [category]),
    categories: [category],
  };
}

function isSure({ category, score }: Annotation): boolean {
  return score >= surelyAnnounced && !diffuse.some((group) => isWithin(category, group));
}

/** What is named side by side (人才与经费) is announced each by itself. */
const coordinates = /[、和与及]|以及/;

/** Of one group, or both primary remedies of one problem. */
function isAkin(one: string, other: string, { links }: Taxonomy): boolean {
  return (
    groupOf(one) === groupOf(other) ||
    links.some(({ primary }) => primary.includes(one) && primary.includes(other))
  );
}

/** Whether a text repeats a part of the words for which its heading was tagged: then it is about them. */
function takesUp(text: string, { evidence, start, end }: Annotation): boolean {
  return evidence
    .filter((piece) => piece.weight > 0 && piece.start >= start && piece.end <= end)
    .some(({ text: words }) => {
      const plain = words.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '');
      for (let i = 0; i + 2 <= plain.length; i++) if (text.includes(plain.slice(i, i + 2))) return true;
      return false;
    });
}
