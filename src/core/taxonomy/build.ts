import { groupOf } from './codes';
import type { Boundary, Category, CategoryKind, DraftForm, Indicator, Localized, ProblemLink } from './model';
import { readAlternatives, readPattern, spreadPhrase, type Lists, type SyntaxFailure } from './phraseSyntax';
import type { SourceCategory, SourceIndicator, SourceLink, SourceText } from './source';
import type { Path } from './readYaml';
import { mostWords, type Room } from './room';

/** Takes what is wrong at a place of the file at hand. */
export type Report = (path: Path, id: string, ...args: string[]) => void;

export function localized(text: SourceText): Localized {
  return typeof text === 'string' ? { zh: text, en: text } : { zh: text.zh, en: text.en ?? text.zh };
}

/** Word lists in the order of writing; a list may use those before it. */
export function readLists(
  source: Readonly<Record<string, string>>,
  into: Map<string, readonly string[]>,
  room: Room,
  report: Report,
): void {
  for (const [name, text] of Object.entries(source)) {
    const words = room.isFull ? [] : readAlternatives(text, into);
    if ('fault' in words) report(['lists', name], `taxonomy.notation.${words.fault}`, words.part);
    else if (words.includes('')) report(['lists', name], 'taxonomy.notation.empty', text);
    else if (room.overflowsWith(words.length))
      report(['lists', name], 'taxonomy.tooManyWords', String(mostWords));
    else into.set(name, words);
  }
}

/** What the words of categories are made of and for. */
interface Material {
  readonly lists: Lists;
  readonly room: Room;
}

/** @param before The category of the extended taxonomy, whose parts stay unless given here. */
export function buildCategory(
  source: SourceCategory,
  before: Category | undefined,
  material: Material,
  path: Path,
  report: Report,
): Category | null {
  const { code } = source;
  if (source.name === undefined && !before) {
    report(path, 'taxonomy.missingField', 'name', code);
    return null;
  }
  const name = source.name === undefined ? undefined : localized(source.name);
  return {
    code,
    kind: code.charAt(0) as CategoryKind,
    parent: groupOf(code) === code ? null : groupOf(code),
    isLeaf: false,
    name: name ?? (before as Category).name,
    definition:
      source.definition === undefined
        ? (before?.definition ?? { zh: '', en: '' })
        : localized(source.definition),
    section: source.section ?? before?.section ?? '',
    supplement: source.supplement ?? before?.supplement ?? false,
    backbone: source.backbone ?? before?.backbone ?? null,
    boundaries: source.boundaries?.map(buildBoundary) ?? before?.boundaries ?? [],
    model: source.model ?? before?.model ?? '',
    why: source.why === undefined ? (before?.why ?? null) : localized(source.why),
    drafts: source.drafts?.map(buildDraft) ?? before?.drafts ?? [],
    indicators: buildIndicators(source, before?.indicators ?? [], material, path, report),
  };
}

function buildBoundary({ with: other, zh, en }: { with: string; zh: string; en?: string }): Boundary {
  return { with: other, rule: { zh, en: en ?? zh } };
}

function buildDraft({ zh, en, body }: { zh: string; en?: string; body: string }): DraftForm {
  return { title: { zh, en: en ?? zh }, body };
}

function buildIndicators(
  source: SourceCategory,
  before: readonly Indicator[],
  material: Material,
  path: Path,
  report: Report,
): Indicator[] {
  const found = new Map(before.map((indicator) => [indicator.id, indicator]));
  const own = new Set<string>();
  source.indicators?.forEach((indicator, index) => {
    const at = [...path, 'indicators', index];
    const id = `${source.code}/${indicator.id}`;
    if (own.has(id)) report([...at, 'id'], 'taxonomy.duplicateIndicator', id);
    own.add(id);
    const built = buildIndicator(source.code, id, indicator, material, at, report);
    if ([...(indicator.phrases ?? []), ...(indicator.patterns ?? [])].length === 0)
      report(at, 'taxonomy.emptyIndicator', id);
    found.set(id, built);
  });
  return [...found.values()];
}

function buildIndicator(
  category: string,
  id: string,
  source: SourceIndicator,
  { lists, room }: Material,
  path: Path,
  report: Report,
): Indicator {
  const complain = (field: string, index: number, { fault, part }: SyntaxFailure): void => {
    report([...path, field, index], `taxonomy.notation.${fault}`, part);
  };
  const isTooMuch = (field: string, index: number, words: number): boolean => {
    if (room.overflowsWith(words))
      report([...path, field, index], 'taxonomy.tooManyWords', String(mostWords));
    return room.isFull;
  };
  const spread = (field: 'phrases' | 'unless'): string[] => {
    const all = new Set<string>();
    source[field]?.forEach((template, index) => {
      if (room.isFull) return;
      const phrases = spreadPhrase(template, lists);
      if ('fault' in phrases) complain(field, index, phrases);
      else if (!isTooMuch(field, index, phrases.length)) for (const phrase of phrases) all.add(phrase);
    });
    return [...all];
  };
  const patterns = (source.patterns ?? []).flatMap((text, index) => {
    if (room.isFull) return [];
    const pattern = readPattern(text, lists);
    if ('fault' in pattern) complain('patterns', index, pattern);
    else if (!isTooMuch('patterns', index, pattern.slots.flat().length)) return [pattern];
    return [];
  });
  return {
    id,
    category,
    label: { zh: source.zh, en: source.en ?? source.zh },
    source: source.from ?? 'user',
    instrument: source.instrument ?? false,
    strength: source.strength ?? 'medium',
    phrases: spread('phrases'),
    patterns,
    unless: spread('unless'),
    example: source.example ?? null,
    counterExample: source.counterExample ?? null,
  };
}

/** Every remedy once: what is both primary and related, or named twice, is counted and listed by its first place. */
export function buildLink({ problem, primary = [], related = [] }: SourceLink): ProblemLink {
  const first = new Set(primary);
  return {
    problem,
    primary: [...first],
    related: [...new Set(related)].filter((code) => !first.has(code)),
  };
}
