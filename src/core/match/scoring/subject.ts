import type { ParsedDocument } from '../../text/model';
import type { SentenceEvidence } from '../evidence/sentenceEvidence';

/**
 * Words of the field (`words/subjectWords.ts`) per 1,000 Chinese characters below which a document is about something
 * else. Measured: of 38 published documents those on the topic lie at 7.6 (fertiliser industry) and above, those on
 * waste, aviation and tourism at 3.8 and below; in between lie only documents of our own on other fields.
 */
const leastDensity = 6;

/** Fewer Chinese characters than this do not tell what a document is about: a draft begins somewhere. */
const leastChinese = 400;

/**
 * Which sentences cannot be tagged because of what they are about (codebook, 立场: the same words in fields that have
 * nothing to do with innovation are not coded): in a document that hardly speaks of the field, those that have no
 * word of it themselves, nor in a heading over them.
 */
export class Subject {
  /** Words of the field per 1,000 Chinese characters, one decimal. */
  readonly density: number;
  /** True where the document is about something else. */
  private readonly isOther: boolean;
  private readonly admitted: readonly boolean[];

  constructor(
    private readonly document: ParsedDocument,
    private readonly evidence: readonly SentenceEvidence[],
  ) {
    let words = 0;
    let chinese = 0;
    for (const sentence of evidence) {
      words += sentence.subjectWords;
      chinese += sentence.chinese;
    }
    this.density = chinese > 0 ? Math.round((10_000 * words) / chinese) / 10 : 0;
    this.isOther = chinese >= leastChinese && this.density < leastDensity;
    const admitted: boolean[] = [];
    if (this.isOther)
      for (const { heading, parent, index } of document.sections)
        admitted.push((index > 0 && this.speaks(heading)) || (parent >= 0 && (admitted[parent] ?? false)));
    this.admitted = admitted;
  }

  /** Whether the sentence is kept from being tagged. */
  bars(index: number): boolean {
    if (!this.isOther || this.speaks(index)) return false;
    return !this.admitted[this.document.sentences[index]?.section ?? 0];
  }

  private speaks(index: number): boolean {
    return (this.evidence[index]?.subjectWords ?? 0) > 0;
  }
}
