import { isBesideMeasures } from '../../core/rules/commitment';
import type { ParsedDocument, Section, Sentence } from '../../core/text/model';
import { unspaced } from '../../core/text/unspaced';
import type { ServiceContext } from '../context';
import { isItem } from './draftNumber';
import { afterTitle, endBeforeLeave, ownEnd } from './endMatter';

/** Headings under which measures stand, and headings behind which they never go. */
const measures = /措施|对策|建议|任务|举措|打算|路径/;
const closing = /组织|要求|附则|领导|实施$|结语|事项|致谢|摘要|必要性|专栏|^附/;

/** Where a draft goes: the part it ends, and the end of what stands before it. */
export interface DraftPlace {
  /** Absent where no part takes it: then it goes to the end of the text's own words. */
  readonly home: Section | undefined;
  /** The last of the items that are the whole text, where it has no parts: the draft is the next one. */
  readonly lastItem?: Section;
  readonly offset: number;
}

/**
 * The end of the part that holds most siblings of a category, else of the part of measures, else of the text; before
 * paragraphs that take leave, and never behind what is attached.
 */
export function placeOfDraft(context: ServiceContext, code: string): DraftPlace {
  const { document } = context.analysis;
  const limit = ownEnd(context.analysis);
  const home = homeSection(context, code, limit) ?? measuresSection(document, limit);
  const lastItem = home && isMeasure(document, home) ? lastMeasure(document, limit) : undefined;
  if (lastItem)
    return {
      home: undefined,
      lastItem,
      offset: endBeforeLeave(context.analysis, lastItem.start, Math.min(lastItem.end, limit)),
    };
  const start = home ? (document.sentences[home.heading]?.end ?? home.start) : afterTitle(document);
  return { home, offset: endBeforeLeave(context.analysis, start, Math.min(home?.end ?? limit, limit)) };
}

/** The innermost part with the most sentences of sibling categories; ties go to the later one. */
function homeSection(context: ServiceContext, code: string, limit: number): Section | undefined {
  const { annotations, document } = context.analysis;
  const category = context.taxonomy.byCode.get(code);
  const isSibling = (candidate: string): boolean =>
    candidate !== code && context.taxonomy.byCode.get(candidate)?.parent === category?.parent;
  const isOfKind = (candidate: string): boolean =>
    candidate !== code && context.taxonomy.byCode.get(candidate)?.kind === category?.kind;
  const isRemedy = (candidate: string): boolean => candidate !== code;
  for (const isRelated of [isSibling, isOfKind, isRemedy]) {
    const votes = new Map<number, number>();
    for (const annotation of annotations) {
      if (annotation.stance !== 'remedy' || annotation.start >= limit || !isRelated(annotation.category))
        continue;
      const part = partOf(document, document.sentences[annotation.sentence], limit);
      if (part && takesMeasures(document, part)) votes.set(part.index, (votes.get(part.index) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
    if (best) return document.sections[best[0]];
  }
  return undefined;
}

/** Siblings stand as （一）（二） inside a part; their part is the home, not one of them. */
function partOf(
  document: ParsedDocument,
  sentence: Sentence | undefined,
  limit: number,
): Section | undefined {
  let section = document.sections[sentence?.section ?? 0];
  while (section && section.level > 1) section = document.sections[section.parent];
  return section && section.index > 0 && !isItem(document, section, limit) ? section : undefined;
}

/** Whether measures may stand in a part; 保障措施 are what the other rules take for exhortation, and no closing. */
function takesMeasures({ sections }: ParsedDocument, { index, title }: Section): boolean {
  const words = unspaced(title);
  return !closing.test(words) && (/保障/.test(words) || !isBesideMeasures(sections, index));
}

/** 三、支持中试平台。对……给予补助。: of 若干措施, each of the outermost numbers is a measure and no part. */
function isMeasure(
  { sections, sentences, blocks }: ParsedDocument,
  { index, level, heading }: Section,
): boolean {
  const block = blocks[sentences[heading]?.block ?? -1];
  return (
    level === 1 &&
    block !== undefined &&
    block.kind !== 'heading' &&
    !sections.some(({ parent }) => parent === index)
  );
}

function lastMeasure(document: ParsedDocument, limit: number): Section | undefined {
  return document.sections.findLast(
    (section) => section.start < limit && isMeasure(document, section) && takesMeasures(document, section),
  );
}

function measuresSection(document: ParsedDocument, limit: number): Section | undefined {
  return document.sections.findLast(
    (section) =>
      section.level === 1 &&
      section.start < limit &&
      measures.test(unspaced(section.title)) &&
      takesMeasures(document, section),
  );
}
