import type { Analysis } from '../../core/model';
import type { Span } from '../../core/text/model';
import { opensAttachment } from '../../core/text/outline/annexes';
import { numberingAt } from '../../core/text/outline/numbering';
import { opensEndMatter, signatureIn } from '../../core/text/outline/signature';

/** Opens what is attached to a text besides annexes and is no part of it: summaries, the answer of another office. */
const attached = /^(?:(?:会办|承办|主办|协办|办理|答复)(?:单位)?意见|延伸阅读|参考文献|抄送)/;

/**
 * Opens a paragraph that takes leave: an address, a call, thanks, a request, a signature, when it comes into force, who was
 * there (GB/T 9704—2012 §10.3), notes.
 */
const leaveOpening =
  /^[（(]?(?:同志们|各位(?:代表|委员|领导|同志)|让我们|希望|感谢|谢谢|衷心|特此|专此|此致|敬礼|以上(?:请示|报告|意见|建议|提案|汇报|妥否|当否)|妥否|当否|联系(?:人|方式)|[^。：:]{0,6}(?:电话|邮箱|传真)[：:]|此件|(?:出席|列席|请假|缺席|记录)[：:]|\[\^[^\]]{1,40}\]:|(?:备?注|说明|(?:数据|资料)来源)[：:]|图片|来源|责任编辑|结语|致谢|会议(?:强调|要求|号召|指出|还)|各(?:地|县|市|区|单位|部门|级)[^。；]{0,30}(?:要(?:高度重视|提高|加强组织|切实加强)|请)|本(?:措施|办法|方案|意见|规定|通知|条例|细则|政策|规划)(?:自|由))/;

/** Ends such a paragraph. */
const leaveEnding =
  /(?:努力奋斗|不懈奋斗|作出(?:更大|新的|应有)的?贡献|新篇章|新局面)。$|[！!]$|请[^。]{0,30}(?:报告|反馈|报送|贯彻执行|遵照执行|批示|审议|审定|批复|支持)。?$|[，,][^，,。]{0,10}为[荷盼要感]。?$/;

const sentenceEnd = /[。！？；!?;][”’』」）)]*$/;

/** Marks of Markdown before a line's words. */
const markup = /^[#>*_\s\u3000]+/;
const listMarker = /^(?:[-+*]|\d{1,3}[.)])\s/;

/** A paragraph by its lines, with its words. */
interface Lines extends Span {
  readonly words: string;
}

/**
 * Where the text itself ends and what is attached begins. An annex that holds more remedies than what stands before
 * it is what the text is about (a plan sent with a letter), and no attachment in this sense.
 */
export function ownEnd({ document, annotations }: Analysis): number {
  const { text } = document;
  const remedies = annotations.filter(({ stance }) => stance === 'remedy');
  for (const { start, words } of linesIn(text, afterTitle(document), text.length)) {
    if (!opensAttachment.test(words) && !attached.test(words)) continue;
    const before = remedies.filter(({ start: at }) => at < start).length;
    if (before >= remedies.length - before) return start;
  }
  return text.length;
}

/**
 * The end of the last paragraph of a stretch that is not taking leave: calls, thanks and signatures come last.
 *
 * @param from Where the stretch's own words begin, behind its heading; the answer where all of it takes leave.
 */
export function endBeforeLeave({ document }: Pick<Analysis, 'document'>, from: number, to: number): number {
  const { text, format } = document;
  const lines = linesIn(text, from, to);
  const paragraphs = format === 'markdown' ? joined(text, lines) : lines;
  const last = paragraphs.findLast(({ words }) => !takesLeave(words));
  return last ? last.end : from;
}

/** Where a document's words begin behind its title. */
export function afterTitle({ sentences, title, blocks, text }: Analysis['document']): number {
  return sentences[title]?.end ?? blocks[0]?.start ?? text.length;
}

function takesLeave(words: string): boolean {
  // A numbered measure is one, however it ends.
  if (listMarker.test(words) || numberingAt(words, 0, words.length)) return false;
  if (signatureIn(words) !== null || opensEndMatter.test(words)) return true;
  return leaveOpening.test(words) || leaveEnding.test(words);
}

function linesIn(text: string, from: number, to: number): Lines[] {
  const lines: Lines[] = [];
  for (const { 0: line, index } of text.slice(from, to).matchAll(/[^\r\n]+/g)) {
    const words = line.replace(markup, '').trimEnd();
    if (words === '') continue;
    const start = from + index;
    lines.push({ start, end: start + line.trimEnd().length, words });
  }
  return lines;
}

/** In Markdown a sentence may run over several lines; it must not be parted. */
function joined(text: string, lines: readonly Lines[]): Lines[] {
  const paragraphs: Lines[] = [];
  for (const [index, line] of lines.entries()) {
    const before = paragraphs.at(-1);
    const last = lines[index - 1];
    const isNext = before && text.slice(before.end, line.start).split('\n').length === 2;
    if (
      !isNext ||
      text[before.start] === '#' ||
      text[line.start] === '#' ||
      sentenceEnd.test(last?.words ?? '')
    )
      paragraphs.push(line);
    else
      paragraphs[paragraphs.length - 1] = {
        start: before.start,
        end: line.end,
        words: before.words + line.words,
      };
  }
  return paragraphs;
}
