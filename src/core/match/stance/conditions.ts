import type { Clause } from './oppositions';

/**
 * Grammar by which a clause names a defect as a case for which the next one provides (如果……不足，; ……不足的，;
 * 对……不足的企业，). Who provides for a case does not say that it has come about.
 */

/** A clause of this beginning, or of this end before another one, names a case. */
const supposed = /^(?:如果|假如|假使|假若|倘若|倘使|如若|若(?!干)|要是|一旦|假设|万一)/;
/** The same where the next clause says what is to follow: else 如 may stand before an example. */
const inCase = /^如(?![何此今下上期实数同果法一图表约是前])/;
const caseOf = /的[，,]$/;
/** What goes on about the subject of a clause that ends in 的, instead of saying what follows in that case. */
const goesOn = /^(?:是|主要|有|就是|原因|占|达|约|多为|多是|大多|多数|往往|导致|造成|表现)/;

/** A clause that begins with what is to be done. */
const provides =
  /^(?:一律|则|就|原则上|依法|及时|直接|按规定)?(?:可(?![是见能谓])|应(?![对用届急收付变])|须|必须|要(?!求)|由(?![于此来衷])|将(?!来)|给予|予以|不予|不再|不得|取消|收回|责令|限期|降低|核减|减少|扣减|扣除|暂停|停止|终止|优先|鼓励|支持|提供|安排|实行|采取|组织|开展|选?派|建立|帮助|指导|约谈|通报|调整|推动|加大|允许|实施)/;

/** Whether a clause ends as the name of a case does (……的，), whatever follows. */
export function endsAsCase({ text }: Clause): boolean {
  return caseOf.test(text);
}

/** Whether a clause that names a defect names a case by it, for which the next clause provides. */
export function isCase({ text }: Clause, next: Clause): boolean {
  if (supposed.test(text)) return true;
  if (caseOf.test(text)) return !goesOn.test(next.text);
  return inCase.test(text) && provides.test(next.text);
}

/** A clause that names those to whom the next one applies by a defect of theirs. */
const applied =
  /^(?:第[^ \u3000]{1,6}条[ \u3000]*|[（(]?[一二三四五六七八九十\d]+[)）、．.][ \u3000]*)?(?:而|但)?(?:对于?|向|给)[^，,]*的[^的，,]{1,8}[，,]$/;
/** Those are not: the defect itself, and what is thought of it. */
const noTarget =
  /(?:问题|现象|情况|局面|原因|影响|认识|要求|意见|建议|矛盾|做法|趋势|状况|事项|困难|现状|形势|挑战|困境|短板|痛点|难点|堵点)[，,]$/;

/**
 * Whether a clause names by its defects those to whom the next clause applies (对成果转化不力的高校，核减指标).
 *
 * @param lastDefect End of the last defect word in it.
 */
export function isApplied(clause: Clause, next: Clause, lastDefect: number): boolean {
  const { text, end } = clause;
  return (
    applied.test(text) &&
    !noTarget.test(text) &&
    lastDefect <= end - (text.length - text.lastIndexOf('的')) &&
    provides.test(next.text)
  );
}
