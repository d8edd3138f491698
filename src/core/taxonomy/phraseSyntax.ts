import type { IndicatorPattern } from './model';

/**
 * The two small notations of a taxonomy file.
 *
 * A phrase may hold choices in braces, which are spread out: `{中试|熟化}{平台|基地}` is four phrases, `{|科技}成果` two.
 * A pattern names groups of words that stand together in one clause: `引进|引育 > 人才|团队` in this order,
 * `平台|设施 + 不足|薄弱` in any order. Behind ` @ ` may follow how many characters at most lie between two neighbouring
 * words (`@ 6`) and that the whole sentence counts (`@ sentence`, `@ sentence 30`).
 * `<name>` stands for the word list of that name in both.
 */

/** Characters between two neighbouring words of a pattern, where it does not say. Most objects lie nearer (docs/taxonomy.md). */
const usualGap = 12;
const usualSentenceGap = 40;

/** Most phrases one line may spread out to, and most words in one group: beyond lies a slip of the pen. */
const mostSpread = 2000;

/** Most groups of a pattern; matching tells them by three bits (match/indicators/lexicon.ts). */
export const mostSlots = 8;

/** Why a notation is wrong; ids of messages are made of these. */
export type SyntaxFault =
  | 'unclosed'
  | 'unknownList'
  | 'bareList'
  | 'bareChoice'
  | 'notAlone'
  | 'fullWidth'
  | 'tooMany'
  | 'empty'
  | 'mixedOrder'
  | 'oneSlot'
  | 'option';

export interface SyntaxFailure {
  readonly fault: SyntaxFault;
  /** The part that is wrong. */
  readonly part: string;
}

export type Lists = ReadonlyMap<string, readonly string[]>;

/** Marks of the notation as an input method writes them; taken as words, they would silently never be found. */
const fullWidth = /[｛｝｜]|＜[^＜＞]*＞/u;

function isFailure(value: object): value is SyntaxFailure {
  return 'fault' in value;
}

/** Words separated by `|`; `<name>` is replaced by its list. */
export function readAlternatives(text: string, lists: Lists): string[] | SyntaxFailure {
  const words = new Set<string>();
  for (const part of text.split('|')) {
    const word = part.trim();
    const reference = /^<([^<>]*)>$/u.exec(word);
    if (!reference) {
      if (fullWidth.test(word)) return { fault: 'fullWidth', part: word };
      if (/[{}<>]/u.test(word)) return { fault: 'notAlone', part: word };
      words.add(word);
      continue;
    }
    const list = lists.get(reference[1] ?? '');
    if (!list) return { fault: 'unknownList', part: word };
    for (const item of list) words.add(item);
  }
  return words.size > mostSpread ? { fault: 'tooMany', part: text } : [...words];
}

/** All phrases a template stands for, in order, each once. */
export function spreadPhrase(template: string, lists: Lists): string[] | SyntaxFailure {
  let phrases = [''];
  for (const part of template.trim().split(/([{][^{}]*[}])/u)) {
    if (part === '') continue;
    const choices = choicesOf(part, lists);
    if (isFailure(choices)) return choices;
    if (phrases.length * choices.length > mostSpread) return { fault: 'tooMany', part: template };
    phrases = phrases.flatMap((front) => choices.map((choice) => front + choice));
  }
  const distinct = [...new Set(phrases)];
  return distinct.includes('') ? { fault: 'empty', part: template } : distinct;
}

/** What a part of a phrase stands for: a choice in braces, or words as they are. */
function choicesOf(part: string, lists: Lists): string[] | SyntaxFailure {
  if (part.startsWith('{') && part.endsWith('}')) return readAlternatives(part.slice(1, -1), lists);
  const fault = faultOutside(part);
  return fault ? { fault, part } : [part];
}

/** What a part of a phrase that is no choice must not hold. */
function faultOutside(part: string): SyntaxFault | null {
  if (fullWidth.test(part)) return 'fullWidth';
  if (/[{}]/u.test(part)) return 'unclosed';
  if (/<[^<>]*>/u.test(part)) return 'bareList';
  if (/[<>]/u.test(part)) return 'unclosed';
  return part.includes('|') ? 'bareChoice' : null;
}

/** A pattern of two to {@link mostSlots} groups. */
export function readPattern(text: string, lists: Lists): IndicatorPattern | SyntaxFailure {
  const [body = '', options = '', ...rest] = text.split('@');
  if (rest.length > 0) return { fault: 'option', part: text };
  const ordered = body.replaceAll(/<[^<>|]*>/gu, '').includes('>');
  const any = body.includes('+');
  if (ordered && any) return { fault: 'mixedOrder', part: text };
  const groups = any ? body.split('+') : body.split(/(?<!<[^<>|]*)>/u);
  if (text.includes('＠')) return { fault: 'fullWidth', part: text };
  if (groups.length < 2) return { fault: /[＞＋]/u.test(body) ? 'fullWidth' : 'oneSlot', part: text };
  if (groups.length > mostSlots) return { fault: 'tooMany', part: text };
  const slots: string[][] = [];
  for (const group of groups) {
    const words = readAlternatives(group, lists);
    if (isFailure(words)) return words;
    if (words.includes('')) return { fault: 'empty', part: group.trim() || text };
    slots.push(words);
  }
  const within = /^\s*sentence\b/u.test(options) ? 'sentence' : 'clause';
  const figure = options.replace('sentence', '').trim();
  if (figure !== '' && !/^\d{1,3}$/u.test(figure)) return { fault: 'option', part: options.trim() };
  const usual = within === 'sentence' ? usualSentenceGap : usualGap;
  return { slots, within, ordered, maxGap: figure === '' ? usual : Number(figure) };
}
