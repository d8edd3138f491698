import { headingAt } from './outline/headings';
import type { ParsedDocument, Span } from './model';
import { wordsIn } from './reading';
import { signatureIn } from './outline/signature';
import { splitSentences } from './sentences';

/** Most lines one title may have (issuer, kind, subject). */
export const titleLines = 3;

const longestTitleLine = 60;

/**
 * A title ends with the kind of the document (GB/T 9704—2012 §7.3.1; kinds of 《党政机关公文处理工作条例》第八条, of laws and
 * regulations, and of the papers that offices write besides), behind which its state may stand: （试行）.
 */
const closing =
  /(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|条例|规定|办法|细则|规则|章程|规划|计划|纲要|方案|预案|要点|措施|政策|清单|指南|总结|打算|讲话|致辞|发言|提案|建议|汇报|说明|解读|问答|简报|专报|研究|思考)(?:[（(〔][^（）()〔〕]{1,20}[）)〕])?$/;

/** Whether a line at the beginning of a text may belong to its title. */
export function isTitleLine(line: string): boolean {
  if (line.length > longestTitleLine) return false;
  const sentences = splitSentences(line, 0, line.length);
  const [only] = sentences;
  if (!only || sentences.length !== 1 || headingAt(line, sentences)) return false;
  return !'。；！？，、：:;,'.includes(line[only.end - 1] ?? '');
}

/** Whether a line is the last one of a title: it says what kind of document this is. */
export function closesTitle(line: string): boolean {
  return closing.test(line);
}

/** A line that goes on with a title: its subject, or a subtitle. */
const goesOn = /^(?:关于|印发|—)/;
/** In a line that says the subject and not yet the kind: 某区关于支持数字经济, 高质量发展的若干措施. */
const saysSubject = /关于|印发/;

/**
 * The title of a document over all its lines: issuer, subject and kind may have one each, so that it goes on up to the
 * line that says the kind. What stands under it (dates, numbers, speakers) is no part of it, nor is what stands under a
 * headline that is whole without. Null where there is none.
 */
export function titleOf(document: ParsedDocument): Span | null {
  const { sentences, blocks } = document;
  const first = sentences[document.title];
  if (!first) return null;
  const words = wordsIn(document, first).trim();
  let isJoined = saysSubject.test(words) || !!signatureIn(words)?.office;
  for (let at = document.title; at < document.title + titleLines; at++) {
    const line = sentences[at];
    if (!line || line.section !== 0 || blocks[line.block]?.kind !== 'heading') break;
    const own = wordsIn(document, line).trim();
    isJoined ||= goesOn.test(own);
    if (!closesTitle(own)) continue;
    if (isJoined || line === first) return { start: first.start, end: line.end };
    break;
  }
  return { start: first.start, end: first.end };
}

/** The words of {@link titleOf}, on one line; empty where there is no title. */
export function titleWords(document: ParsedDocument): string {
  const title = titleOf(document);
  return title
    ? wordsIn(document, title)
        .trim()
        .replace(/\s*[\r\n]\s*/g, '')
    : '';
}
