import { countWhile } from '../bisect';
import type { Annotation } from '../model';
import type { Finding, Rule } from '../rules/model';
import { groupsAround, isWithin } from '../taxonomy/codes';
import { stanceOf } from '../taxonomy/kinds';
import type { Taxonomy } from '../taxonomy/model';
import { sectionPath } from '../text/parseDocument';
import type { ParsedDocument, Span } from '../text/model';
import { AnchorFinder } from './anchor';
import { ByPlace, everything } from './byPlace';
import { directivesOf, formatId, scopeOfVerb, type Directive, type DirectiveId } from './comments';
import type { AppliedSuppression, NotApplicable, Sidecar, Suppression } from './model';

interface Active extends AppliedSuppression {
  hits: number;
}

/** One whose place was found. */
type Placed = Active & { readonly span: Span };

/** Indicator of a tag that the user set. */
export const userIndicator = 'user';

/**
 * The user's word about one version of a document: comments in its text first, then its sidecar. Takes annotations
 * and findings away, puts other categories in place, and keeps count.
 */
export class Suppressions {
  readonly notApplicable: readonly NotApplicable[];
  private readonly active: Active[] = [];

  constructor(
    private readonly document: ParsedDocument,
    private readonly taxonomy: Taxonomy,
    sidecar: Sidecar | null | undefined,
  ) {
    const notApplicable = new Map<string, NotApplicable>();
    directivesOf(document).forEach((directive, number) => {
      if (directive.verb !== 'not-applicable') this.addDirective(directive, directive.verb, number);
      else
        for (const { category } of directive.ids)
          if (category)
            for (const leaf of this.leavesOf(category))
              notApplicable.set(leaf, { category: leaf, reason: directive.reason });
    });
    for (const { category, reason } of sidecar?.notApplicable ?? [])
      for (const leaf of this.leavesOf(category)) notApplicable.set(leaf, { category: leaf, reason });
    this.notApplicable = [...notApplicable.values()];
    if (sidecar) this.addSidecar(sidecar);
  }

  /** What holds in this version, orphans included, in the order of text and sidecar. */
  get applied(): readonly AppliedSuppression[] {
    return this.active;
  }

  /** The annotations without what was taken away, with what was put in place; by start, then in the taxonomy's order. */
  annotations(found: readonly Annotation[]): readonly Annotation[] {
    const active = this.placed('annotation');
    if (active.length === 0) return found;
    const takers = takersOf(active);
    const added = new Map<string, Annotation>();
    const kept = found.filter((annotation) => {
      const by = takerOf(takers, annotation);
      if (!by) return true;
      by.hits++;
      const replacement = this.tag(annotation.sentence, by.suppression.replacement);
      if (replacement) added.set(replacement.id, replacement);
      return false;
    });
    for (const one of active) {
      const { category, replacement, scope } = one.suppression;
      if (category !== undefined || replacement === undefined || scope !== 'hit') continue;
      const annotation = this.tag(this.sentencesBefore(one.span.start), replacement);
      if (!annotation) continue;
      one.hits++;
      added.set(annotation.id, annotation);
    }
    for (const { id } of kept) added.delete(id);
    if (added.size === 0) return kept;
    const order = new Map(this.taxonomy.categories.map(({ code }, index) => [code, index]));
    return [...kept, ...added.values()].sort(
      (a, b) => a.start - b.start || (order.get(a.category) ?? 0) - (order.get(b.category) ?? 0),
    );
  }

  /** Sentences near a category, without those of which the user said "not this". */
  nearest(found: readonly Annotation[]): readonly Annotation[] {
    const takers = takersOf(this.placed('annotation'));
    return found.filter((annotation) => !takerOf(takers, annotation));
  }

  /** The findings without what was taken away. */
  findings(found: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
    const takers = new ByPlace(this.placed('finding'), ({ rule }) => rule ?? everything);
    const names = new Map(rules.map(({ id, name }) => [id, name]));
    return found.filter(({ rule, start }) => {
      const by = takers.first({ start, end: start }, [rule, names.get(rule) ?? rule, everything]);
      if (by) by.hits++;
      return !by;
    });
  }

  private placed(target: Suppression['target']): Placed[] {
    return this.active.filter((one): one is Placed => one.suppression.target === target && one.span !== null);
  }

  /** A group stands for its leaves; any other code, also one that the taxonomy lacks, for itself. */
  private leavesOf(code: string): string[] {
    const leaves = this.taxonomy.categories.filter(
      (category) => category.isLeaf && isWithin(category.code, code),
    );
    return leaves.length > 0 ? leaves.map((leaf) => leaf.code) : [code];
  }

  private addDirective(directive: Directive, verb: keyof typeof scopeOfVerb, number: number): void {
    const { comment, reason, ids } = directive;
    const scope = scopeOfVerb[verb];
    const span = this.spanOf(verb, comment);
    const add = (target: Suppression['target'], id: DirectiveId): void => {
      const name = formatId(id) || target;
      this.active.push({
        suppression: { id: `text:${number}:${name}`, target, ...id, scope, anchor: null, reason },
        origin: 'text',
        span,
        comment,
        hits: 0,
      });
    };
    for (const id of ids) add(id.rule === undefined ? 'annotation' : 'finding', id);
    if (ids.length > 0) return;
    add('annotation', {});
    add('finding', {});
  }

  private spanOf(verb: keyof typeof scopeOfVerb, comment: Span): Span | null {
    const { blocks, sentences, text } = this.document;
    if (verb === 'file') return { start: 0, end: text.length };
    if (verb === 'next') return blocks[countWhile(blocks, ({ start }) => start < comment.end)] ?? null;
    const block = blocks[countWhile(blocks, ({ start }) => start <= comment.start) - 1];
    if (!block || block.end < comment.end) return null;
    if (verb === 'paragraph') return block;
    const last = this.sentencesBefore(comment.start) - 1;
    return last < block.firstSentence ? null : (sentences[last] ?? null);
  }

  /** How many sentences begin before a place. */
  private sentencesBefore(place: number): number {
    return countWhile(this.document.sentences, ({ start }) => start < place);
  }

  private addSidecar({ suppressions }: Sidecar): void {
    const finder = new AnchorFinder(this.document);
    for (const suppression of suppressions) {
      const { scope, anchor } = suppression;
      const sentence = anchor && scope !== 'file' ? finder.find(anchor) : null;
      const place = scope === 'hit' ? sentence : sentence && this.document.blocks[sentence.block];
      const span = scope === 'file' ? { start: 0, end: this.document.text.length } : (place ?? null);
      this.active.push({
        suppression,
        origin: 'sidecar',
        span: span && { start: span.start, end: span.end },
        comment: null,
        hits: 0,
      });
    }
  }

  private tag(index: number, code: string | undefined): Annotation | null {
    const category = this.taxonomy.byCode.get(code ?? '');
    const sentence = this.document.sentences[index];
    if (!category || !sentence) return null;
    const { start, end } = sentence;
    const quote = this.document.text.slice(start, end);
    const { kind } = category;
    return {
      id: `${index}:${category.code}`,
      kind,
      category: category.code,
      stance: stanceOf(kind),
      start,
      end,
      quote,
      score: 1,
      section: sectionPath(this.document, sentence.section),
      sentence: index,
      isHeading: sentence.isHeading,
      evidence: [{ start, end, text: quote, indicator: userIndicator, weight: 0 }],
      phrases: [],
    };
  }
}

/** Those that take tags away; others only add one. */
function takersOf(active: readonly Placed[]): ByPlace<Placed> {
  return new ByPlace(
    active.filter(
      ({ suppression: { category, replacement } }) => category !== undefined || replacement === undefined,
    ),
    ({ category }) => category ?? everything,
  );
}

/** The one that takes an annotation away; none where it would put the same in its place. */
function takerOf(takers: ByPlace<Placed>, annotation: Annotation): Placed | undefined {
  const { category } = annotation;
  return takers.first(
    annotation,
    [...groupsAround(category), everything],
    ({ suppression }) => suppression.replacement !== category,
  );
}
