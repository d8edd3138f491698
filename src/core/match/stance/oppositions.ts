import type { Span } from '../../text/model';

/**
 * 不是A，而是B: A is put aside for B, by whatever words either is named. 不仅是, 是不是 and 不是……就是…… put nothing aside.
 */
const aside =
  /(?<!是|(?<!主)要)(?:并?不是|并非|并?不在于?(?!意|乎|此|场|岗|职|编|校|户)|(?:并|从来)?不缺(?![乏席少勤课位])|不再缺(?![乏席少勤课位])|与其说)/;
const goesOnAside = /^(?:也|更|又|还|亦)?(?:并?不是|并非|并?不在于?|不缺)/;
const instead =
  /^(?:而是|而在于?|而缺|不如说|倒不如说|关键(?:是|在)|(?:而|却)?(?:真正|最|更|恰恰|主要|就)?(?:缺|少|差|难|怕|急需|紧缺)的(?:却|则|恰恰|主要|更|就|只)?是)/;
const insteadInside = /而是|而在于/;
const only = /^(?:恰恰|主要|真正|根本)?(?:是(?!否|不是)|在于)/;
const nouns =
  /(?:堵点|短板|难点|症结|问题|根子|痛点|原因|瓶颈|关键|弱项|差距|困难|难题|障碍)(?:主要|恰恰|往往|其实)?$/;

/** A clause of a sentence, and its text without the blanks before it. */
export interface Clause extends Span {
  readonly text: string;
}

/** Whether a sentence without a defect word may put something aside; most do not. */
export function mayPutAside(sentence: string): boolean {
  return (sentence.includes('而') || sentence.includes('缺的')) && aside.test(sentence);
}

/** Stretches of a sentence that it puts aside for what follows them. */
export function putAside(clauses: readonly Clause[]): Span[] {
  const found: Span[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as Clause;
    const at = clause.text.search(aside);
    if (at < 0) continue;
    const start = clause.end - clause.text.length + at;
    const inside = clause.text.slice(at).search(insteadInside);
    if (inside > 0) {
      found.push({ start, end: start + inside });
      continue;
    }
    let last = i;
    while (goesOnAside.test(clauses[last + 1]?.text ?? '')) last++;
    const next = clauses[last + 1]?.text ?? '';
    if (instead.test(next) || (only.test(next) && nouns.test(clause.text.slice(0, at))))
      found.push({ start, end: (clauses[last] as Clause).end });
    i = last;
  }
  return found;
}
