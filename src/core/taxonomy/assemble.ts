import { buildCategory, buildLink, localized, readLists, type Report } from './build';
import { isWithin } from './codes';
import { finishTaxonomy } from './finish';
import { isProblemOrRemedy } from './kinds';
import type { Category, CategoryKind, ProblemLink, Taxonomy } from './model';
import { mostProblems, type Path, type TaxonomyProblem, type YamlFile } from './readYaml';
import { Room } from './room';
import type { SourceCategory, SourceFile } from './source';

/** Order of the kinds in a taxonomy. */
const kinds: readonly CategoryKind[] = ['P', 'R', 'S', 'A', 'T', 'M'];

/** Where something is written. */
interface Place {
  readonly file: YamlFile;
  readonly path: Path;
}

/** Puts the files of one taxonomy together, upon the taxonomy they extend. */
export class Assembler {
  private readonly files: { file: YamlFile; source: SourceFile }[] = [];
  private readonly categories = new Map<string, Category>();
  private readonly places = new Map<string, Place>();
  private readonly links = new Map<string, ProblemLink>();

  constructor(
    private readonly firstName: string,
    private readonly base: Taxonomy | undefined,
    private readonly problems: TaxonomyProblem[],
  ) {}

  /** @param source The file's value, checked against the schema. */
  add(file: YamlFile, source: SourceFile): void {
    this.files.push({ file, source });
  }

  /** Null, with the problems told, where it makes no taxonomy. */
  assemble(): Taxonomy | null {
    const ground = this.ground();
    // Without what it builds upon, everything that it takes from there would be told as lacking.
    if (this.problems.length > 0) return null;
    for (const category of ground?.categories ?? []) this.categories.set(category.code, category);
    this.removeUnwanted();
    this.addCategories(ground);
    this.addLinks(ground);
    const categories = this.finishedCategories();
    const id = this.head('id') ?? '';
    const version = this.head('version') ?? '';
    for (const category of categories) this.check(category);
    if (categories.length === 0) this.complain(null, 'taxonomy.noCategories');
    if (this.problems.length > 0) return null;
    const title = this.head('title');
    return finishTaxonomy({
      id,
      base: ground?.id ?? null,
      version,
      title: title === undefined ? (ground?.title ?? localized(id)) : localized(title),
      reference: this.head('reference') ?? ground?.reference ?? '',
      categories,
      links: [...this.links.values()],
    });
  }

  private complain(place: Place | null, id: string, ...args: string[]): void {
    if (this.problems.length >= mostProblems) return;
    this.problems.push({
      file: place?.file.name ?? this.firstName,
      line: place?.file.lineOf(place.path) ?? 1,
      message: { id, args },
    });
  }

  private reporter(file: YamlFile): Report {
    return (path, id, ...args) => {
      this.complain({ file, path }, id, ...args);
    };
  }

  private head<K extends 'id' | 'version' | 'title' | 'reference'>(key: K): SourceFile[K] | undefined {
    return this.files.find(({ source }) => source[key] !== undefined)?.source[key];
  }

  private ground(): Taxonomy | undefined {
    let ground: Taxonomy | undefined;
    for (const { file, source } of this.files) {
      if (source.extends === undefined) continue;
      if (source.extends === this.base?.id) ground = this.base;
      else
        this.complain(
          { file, path: ['extends'] },
          'taxonomy.unknownBase',
          source.extends,
          this.base?.id ?? '–',
        );
    }
    return ground;
  }

  private removeUnwanted(): void {
    for (const { file, source } of this.files) {
      source.remove?.forEach((name, index) => {
        const code = name.split('/')[0] ?? name;
        const category = this.categories.get(code);
        const indicators = category?.indicators.filter(({ id }) => id !== name);
        if (category && code === name) this.removeCategory(code);
        else if (category && indicators && indicators.length < category.indicators.length)
          this.categories.set(code, { ...category, indicators });
        else this.complain({ file, path: ['remove', index] }, 'taxonomy.nothingToRemove', name);
      });
    }
  }

  private removeCategory(code: string): void {
    for (const other of this.categories.keys()) if (isWithin(other, code)) this.categories.delete(other);
  }

  /** What the one who extends a taxonomy adds is not the extended one's, and is not credited to it. */
  private ownershipOf(
    { section }: SourceCategory,
    before: Category | undefined,
  ): Pick<Category, 'credit' | 'isAdded'> {
    return {
      ...(section === undefined ? {} : { credit: localized(this.head('title') ?? this.head('id') ?? '') }),
      ...(before ? {} : { isAdded: true }),
    };
  }

  private addCategories(ground: Taxonomy | undefined): void {
    const lists = new Map<string, readonly string[]>();
    const room = new Room();
    for (const { file, source } of this.files)
      readLists(source.lists ?? {}, lists, room, this.reporter(file));
    for (const { file, source } of this.files) {
      source.categories?.forEach((category, index) => {
        const { code } = category;
        const path = ['categories', index];
        if (this.places.has(code))
          this.complain({ file, path: [...path, 'code'] }, 'taxonomy.duplicateCategory', code);
        this.places.set(code, { file, path });
        const before = this.categories.get(code);
        const built = buildCategory(category, before, { lists, room }, path, this.reporter(file));
        const ownership = ground ? this.ownershipOf(category, before) : {};
        if (built) this.categories.set(code, { ...built, ...ownership });
      });
    }
  }

  private addLinks(ground: Taxonomy | undefined): void {
    const isKnown = (code: string): boolean => this.categories.has(code);
    for (const { problem, primary, related } of ground?.links ?? [])
      if (isKnown(problem))
        this.links.set(problem, {
          problem,
          primary: primary.filter(isKnown),
          related: related.filter(isKnown),
        });
    for (const { file, source } of this.files) {
      source.links?.forEach((link, index) => {
        const place = { file, path: ['links', index] };
        this.checkLinked(link.problem, ['P'], 'taxonomy.linkProblem', place);
        for (const code of new Set([...(link.primary ?? []), ...(link.related ?? [])]))
          this.checkLinked(code, ['R', 'S'], 'taxonomy.linkRemedy', place);
        this.links.set(link.problem, ground ? { ...buildLink(link), isOwn: true } : buildLink(link));
      });
    }
  }

  /** Only what is tagged can be linked: not a group. */
  private checkLinked(code: string, wanted: readonly CategoryKind[], id: string, place: Place): void {
    const kind = this.categories.get(code)?.kind;
    if (!kind || !wanted.includes(kind)) {
      this.complain(place, id, code);
      return;
    }
    const parts = [...this.categories.values()].filter(({ parent }) => parent === code);
    if (parts.length > 0)
      this.complain(place, 'taxonomy.linkGroup', code, parts.map((part) => part.code).join(', '));
  }

  /** By kind, then by code; leaves are what has no parts. */
  private finishedCategories(): Category[] {
    const all = [...this.categories.values()];
    const parents = new Set(all.map(({ parent }) => parent));
    return kinds.flatMap((kind) =>
      all
        .filter((category) => category.kind === kind)
        .sort((a, b) => compareCodes(a.code, b.code))
        .map((category) => ({ ...category, isLeaf: isProblemOrRemedy(kind) && !parents.has(category.code) })),
    );
  }

  private check({ code, kind, parent, isLeaf, indicators, boundaries, backbone }: Category): void {
    const place = this.places.get(code) ?? null;
    const at = (...path: Path): Place | null => place && { file: place.file, path: [...place.path, ...path] };
    if (parent !== null && !this.categories.has(parent))
      this.complain(at('code'), 'taxonomy.missingGroup', code, parent);
    if (!isLeaf && isProblemOrRemedy(kind) && indicators.length > 0)
      this.complain(at('indicators'), 'taxonomy.groupIndicators', code);
    if (isLeaf && indicators.length === 0) this.complain(at(), 'taxonomy.noIndicators', code);
    // A removed category may still be named as a neighbour or actor in what was taken over: only the file's own are checked.
    if (!place) return;
    boundaries.forEach(({ with: other }, index) => {
      if (!this.categories.has(other))
        this.complain(at('boundaries', index, 'with'), 'taxonomy.unknownCategory', other);
    });
    if (backbone !== null && !this.categories.has(backbone))
      this.complain(at('backbone'), 'taxonomy.unknownCategory', backbone);
  }
}

/** R2.9 before R2.10. */
function compareCodes(a: string, b: string): number {
  const numbers = (code: string): number[] => code.slice(1).split('.').map(Number);
  const [a1 = 0, a2 = 0] = numbers(a);
  const [b1 = 0, b2 = 0] = numbers(b);
  return a1 - b1 || a2 - b2;
}
