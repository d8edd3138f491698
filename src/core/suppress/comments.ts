import type { ParsedDocument, Span } from '../text/model';
import type { SuppressionScope } from './model';

/**
 * What a comment says. The grammar, in HTML comments of Markdown:
 *
 *     <!-- policy-lens-disable-here IDS: reason -->        the sentence it stands in or right behind
 *     <!-- policy-lens-disable-paragraph IDS: reason -->   the paragraph it stands in
 *     <!-- policy-lens-disable-next IDS: reason -->        the next paragraph
 *     <!-- policy-lens-disable-file IDS: reason -->        the document
 *     <!-- policy-lens-not-applicable IDS: reason -->      remedy categories that do not apply to the document
 *
 * IDS are rule ids or names (`PL101`), category codes (`R2.3`, `R2`), `R2.3=R1.1` for "should be", `=R1.1` to add
 * a tag; separated by blanks, commas or 、. Without IDS everything is meant; an id that nothing has (`R2x`) means
 * nothing. The reason follows `:` or `：`.
 */
export interface Directive {
  readonly verb: DirectiveVerb;
  readonly ids: readonly DirectiveId[];
  readonly reason: string;
  /** The whole comment, `<!--` to `-->`. */
  readonly comment: Span;
}

export type DirectiveVerb = 'here' | 'paragraph' | 'next' | 'file' | 'not-applicable';

/** One of the IDS of a {@link Directive}. */
export interface DirectiveId {
  readonly rule?: string;
  readonly category?: string;
  readonly replacement?: string;
}

const opening = '<!--';
const closing = '-->';
const verbs: ReadonlyMap<string, DirectiveVerb> = new Map([
  ['policy-lens-disable-here', 'here'],
  ['policy-lens-disable-paragraph', 'paragraph'],
  ['policy-lens-disable-next', 'next'],
  ['policy-lens-disable-file', 'file'],
  ['policy-lens-not-applicable', 'not-applicable'],
]);

/** The directives of a document in text order; comments in code, and plain text, have none. */
export function directivesOf({ text, html }: Pick<ParsedDocument, 'text' | 'html'>): Directive[] {
  const found: Directive[] = [];
  for (const { start: from, end: to } of html) {
    // Most are short, and a search over the whole text for each would take quadratic time.
    const piece = text.slice(from, to);
    for (let at = 0; ;) {
      const start = piece.indexOf(opening, at);
      const close = start < 0 ? -1 : piece.indexOf(closing, start + opening.length);
      if (close < 0) break;
      at = close + closing.length;
      const comment = { start: from + start, end: from + at };
      const directive = parseDirective(piece.slice(start + opening.length, close), comment);
      if (directive) found.push(directive);
    }
  }
  return found;
}

function parseDirective(content: string, comment: Span): Directive | null {
  const words = content.trim();
  const name = /^[a-z-]+/.exec(words)?.[0] ?? '';
  const verb = verbs.get(name);
  if (!verb) return null;
  let rest = words.slice(name.length);
  // Written twice it is meant once, and lists of suppressions name it by its id.
  const ids = new Map<string, DirectiveId>();
  for (;;) {
    const token = /^[\s,，、]*([^\s,，、:：]+)/.exec(rest);
    const id = token && parseId(asAscii(token[1] ?? ''));
    if (!id) break;
    ids.set(formatId(id), id);
    rest = rest.slice(token[0].length);
  }
  return { verb, ids: [...ids.values()], reason: rest.replace(/^[\s:：]+/, '').trim(), comment };
}

// As in schemas/taxonomy.schema.json; whoever types by hand may write small letters.
const code = '[PRSprs][1-9]\\d?(?:\\.[1-9]\\d?)?|[ATMatm][1-9]\\d?';
const idForms = new RegExp(`^(?:([Pp][Ll]\\d{3}|[a-z]+(?:-[a-z]+)+)|(${code})|(${code})?=(${code}))$`);

/** What was meant for an id; it must not be taken for the reason, since no id at all means everything. */
const likeAnId = /^=?[A-Za-z]{1,3}-?\d[A-Za-z0-9.=-]*$/;

/** An id as input methods may write it: full-width letters and figures, a Chinese stop or a middle dot for the dot. */
function asAscii(id: string): string {
  return id.normalize('NFKC').replace(/[。·・]/g, '.');
}

function parseId(text: string): DirectiveId | null {
  const found = idForms.exec(text);
  if (!found) return likeAnId.test(text) ? { category: text } : null;
  const [, rule, category, before, replacement = ''] = found;
  if (rule) return { rule: rule.includes('-') ? rule : rule.toUpperCase() };
  if (category) return { category: category.toUpperCase() };
  return { ...(before && { category: before.toUpperCase() }), replacement: replacement.toUpperCase() };
}

/** The comment for a scope; `paragraph` is written before the paragraph (`next`) or inside it. */
export function formatDirective(verb: DirectiveVerb, ids: readonly DirectiveId[], reason: string): string {
  const name = [...verbs].find(([, each]) => each === verb)?.[0] ?? '';
  const list = ids.map(formatId).join(' ');
  // A comment ends at the first `-->`, and a cell of a table at the first `|`.
  const safe = reason
    .replace(/\s+/g, ' ')
    .replace(/-{2,}/g, '—')
    .replace(/\|/g, '｜')
    .replace(/[<>]/g, '')
    .trim();
  return `${opening} ${name}${list === '' ? '' : ` ${list}`}${safe === '' ? '' : `: ${safe}`} ${closing}`;
}

/** One id as it is written in a comment. */
export function formatId({ rule, category, replacement }: DirectiveId): string {
  return rule ?? `${category ?? ''}${replacement === undefined ? '' : `=${replacement}`}`;
}

/** The scope a verb gives to what it names. */
export const scopeOfVerb: Readonly<Record<Exclude<DirectiveVerb, 'not-applicable'>, SuppressionScope>> = {
  here: 'hit',
  paragraph: 'paragraph',
  next: 'paragraph',
  file: 'file',
};
