import type { Options } from 'mdast-util-from-markdown';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

type Syntax = NonNullable<Options['extensions']>[number];
type Attempt = Extract<NonNullable<NonNullable<Syntax['text']>[number]>, { tokenize: unknown }>;

/**
 * Labels of definitions and of footnotes as the parser compares them, behind a mark of their kind. The mark also makes
 * them strings of their own: what is cut out of a text would keep the whole text in memory.
 */
export type Labels = ReadonlySet<string>;

const definition = ':';
const footnote = '^';

/** What the parse of a text had to do with labels; otherwise it depends on nothing but the text. */
export interface LabelUse {
  /** Those that are defined in the text. They do not depend on others. */
  readonly defines: readonly string[];
  /** Those that the parser looked up, and whether it was told that they are defined. */
  readonly asked: ReadonlyMap<string, boolean>;
}

/** Whether a text would be parsed in the same way with these labels defined. */
export function holdsWith({ asked }: LabelUse, labels: Labels): boolean {
  for (const [label, isDefined] of asked) if (labels.has(label) !== isDefined) return false;
  return true;
}

const openingBracket = 91;
const closingBracket = 93;

/**
 * An extension of the parser for one parse of a text whose references may be defined elsewhere. The parser reads all
 * blocks before any words, so that definitions may stand below what refers to them: before the first brackets in words
 * all labels of the text are known, and the parser is given its own and those from elsewhere to look up.
 *
 * @param elsewhere Labels defined in other texts; those of the text may be among them.
 * @returns The extension, which must be the last one, and what came of it once the text is parsed.
 */
export function labelsFrom(elsewhere: Labels): { readonly syntax: Syntax; readonly use: () => LabelUse } {
  let own: { definitions: readonly string[]; footnotes: readonly string[] } = {
    definitions: [],
    footnotes: [],
  };
  let defines: Set<string> | null = null;
  const asked = new Map<string, boolean>();
  const ownLabels = (): Set<string> =>
    (defines ??= new Set([
      ...own.definitions.map((label) => definition + label),
      ...own.footnotes.map((label) => footnote + label),
    ]));
  const lookUp = (kind: string): string[] =>
    Object.assign<string[], Pick<string[], 'includes'>>([], {
      includes: (label) => {
        const isDefined = ownLabels().has(kind + label) || elsewhere.has(kind + label);
        asked.set(kind + label, isDefined);
        return isDefined;
      },
    });
  const atDefinition: Attempt = {
    tokenize(_effects, _ok, nok) {
      own = { definitions: this.parser.defined, footnotes: (this.parser.gfmFootnotes ??= []) };
      return nok;
    },
  };
  let isInWords = false;
  const atWords: Attempt = {
    tokenize(_effects, _ok, nok) {
      if (!isInWords)
        Object.assign(this.parser, { defined: lookUp(definition), gfmFootnotes: lookUp(footnote) });
      isInWords = true;
      return nok;
    },
  };
  return {
    syntax: {
      document: { [openingBracket]: atDefinition },
      contentInitial: { [openingBracket]: atDefinition },
      text: { [openingBracket]: atWords, [closingBracket]: atWords },
    },
    use: () => ({ defines: [...ownLabels()], asked }),
  };
}

/** A label at the beginning of a line, behind marks of quotes and lists. */
const looksDefined = /^(?:[ \t>*+-]|\d{1,9}[.)])*\[(\^?)((?:[^[\]\\]|\\[^]){1,999})\]:/gm;

/** Labels that a text seems to define, for a first try: some may be none, and some may be missing. */
export function likelyLabels(text: string): Labels {
  const labels = new Set<string>();
  if (!text.includes(']:')) return labels;
  for (const [, mark, label = ''] of text.matchAll(looksDefined))
    labels.add((mark ? footnote : definition) + normalizeIdentifier(label));
  return labels;
}
